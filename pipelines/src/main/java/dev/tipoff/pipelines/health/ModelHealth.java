package dev.tipoff.pipelines.health;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.models.BadModelException;
import dev.tipoff.io.models.ModelCard;
import dev.tipoff.io.models.ModelFolder;
import dev.tipoff.io.models.ModelRegistry;
import dev.tipoff.transforms.learned.ModelFeatures;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Duration;
import org.joda.time.Instant;

/** The models that predict. Damaged ones are unhealthy: {@code predict} would stop at them. */
public final class ModelHealth {
  private ModelHealth() {}

  /**
   * How well the champion of a folder is. All its files are read.
   *
   * @param folder absent if the systems that need models say nothing, which is well
   */
  public static ComponentHealth of(@Nullable String folder, Instant now) {
    if (folder == null) {
      return new ComponentHealth(
          HealthStatus.HEALTHY, "none: no --modelDir is given", ImmutableMap.of());
    }
    ModelFolder models = ModelFolder.at(folder);
    try {
      ModelRegistry.Entry champion = models.champion();
      ModelCard card = models.verify(champion, ModelFeatures.blind());
      Instant learned = card.through().lastInstant();
      return new ComponentHealth(
          HealthStatus.HEALTHY,
          String.format("%s, learned through %s", card.id(), card.through()),
          ImmutableMap.of(
              "folder",
              models.toString(),
              "id",
              card.id(),
              "checksum",
              champion.checksum(),
              "through",
              card.through().toString(),
              "age_seconds",
              new Duration(learned, now).getStandardSeconds()));
    } catch (BadModelException e) {
      return new ComponentHealth(
          HealthStatus.UNHEALTHY,
          String.valueOf(e.getMessage()),
          ImmutableMap.of("folder", models.toString()));
    }
  }
}
