package dev.tipoff.io.sources;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.transforms.model.GameDay;
import java.nio.charset.StandardCharsets;
import org.joda.time.Instant;

/** Bodies for tests. */
public final class SourceBodies {
  public static final GameDay DAY = GameDay.parse("2031-01-10");
  public static final Instant RECEIVED = Instant.parse("2031-01-11T09:00:00Z");

  private SourceBodies() {}

  public static Body of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Body of(byte[] bytes) {
    return Body.of("a/body.json", "a_source", DAY, ImmutableMap.of(), RECEIVED, bytes);
  }
}
