package dev.tipoff.pipelines.launch;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.tipoff.io.models.ModelFolder;
import dev.tipoff.io.models.ModelRegistry;
import dev.tipoff.pipelines.options.BettingOptions;
import dev.tipoff.transforms.features.Feature;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.beam.sdk.options.PipelineOptions;
import org.checkerframework.checker.nullness.qual.Nullable;

/** All but the sources that the rows of a run hang on: options, code, features, model. */
public final class RunSettings {
  /** Options that say where and how, and leave the rows as they are. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "warehouse",
          "lockWait",
          "location",
          "tempDataset",
          "datasetPrefix",
          "verbose",
          "profile",
          "secretsProject",
          "secretsFolder",
          "date",
          "from",
          "to",
          "runDeadline",
          "force",
          "movesTopic");

  private RunSettings() {}

  /**
   * The settings by name.
   *
   * @param type the options of the pipeline, even if those at hand have more
   */
  public static Map<String, String> of(PipelineOptions options, Class<?> type, String codeVersion) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("code", codeVersion);
    settings.put("features", features());
    settings.put(
        "model",
        BettingOptions.class.isAssignableFrom(type)
            ? model(options.as(BettingOptions.class).getModelDir())
            : "none");
    options(options, type).forEach((name, value) -> settings.put("option " + name, value));
    return settings;
  }

  /**
   * The options that the rows hang on, by name.
   *
   * @param type as for {@link #of}
   */
  public static Map<String, String> options(PipelineOptions options, Class<?> type) {
    Map<String, String> values = new TreeMap<>();
    for (Map.Entry<String, Method> option : OptionNames.own(type).entrySet()) {
      if (!WITHOUT_EFFECT.contains(option.getKey())) {
        try {
          values.put(option.getKey(), String.valueOf(option.getValue().invoke(options)));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException("cannot read --" + option.getKey(), e);
        }
      }
    }
    return values;
  }

  /** The checksum of the card of the models that predict. */
  private static String model(@Nullable String folder) {
    return folder == null
        ? "none"
        : ModelFolder.at(folder)
            .registry()
            .flatMap(ModelRegistry::champion)
            .map(ModelRegistry.Entry::checksum)
            .orElse("none");
  }

  private static String features() {
    Hasher hasher = Hashing.farmHashFingerprint64().newHasher();
    for (Feature feature : Feature.values()) {
      hasher
          .putString(
              feature.id() + '\n' + feature.definition().unit() + '\n', StandardCharsets.UTF_8)
          .putDouble(feature.definition().min())
          .putDouble(feature.definition().max())
          .putString(
              feature.definition().lookBack() + '\n' + feature.definition().definition(),
              StandardCharsets.UTF_8);
    }
    return hasher.hash().toString();
  }
}
