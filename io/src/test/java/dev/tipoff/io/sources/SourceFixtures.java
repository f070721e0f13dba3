package dev.tipoff.io.sources;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.GameDay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Bodies from files for tests, and what came of them in words. */
public final class SourceFixtures {
  private static final Path ROOT = Path.of(System.getProperty("tipoff.root"));
  private static final Path FIXTURES = ROOT.resolve("test-data");
  private static final Path SAMPLES = ROOT.resolve("../shared/api-samples");

  private SourceFixtures() {}

  /** The sources that the product has, without those that tests declare. */
  static List<Source> shipped(Catalogue catalogue) {
    return catalogue.all().stream().filter(source -> !source.id().startsWith("tested_")).toList();
  }

  /** A body of test-data, {@code odds-api/events.json} for instance. */
  public static Body fixture(String file) {
    return fixture(file, ImmutableMap.of());
  }

  public static Body fixture(String file, ImmutableMap<String, String> parameters) {
    return Body.of(
        "a/body.json",
        "a_source",
        SourceBodies.DAY,
        parameters,
        SourceBodies.RECEIVED,
        read(FIXTURES.resolve(file)));
  }

  /** Whether bodies captured from the sources are here; they are not part of the repository. */
  public static boolean hasSamples() {
    return Files.isDirectory(SAMPLES);
  }

  /** A captured body as if it had been received when the day ended. */
  public static Body sample(String file, String day) {
    GameDay filedUnder = GameDay.parse(day);
    return Body.of(
        file,
        "a_source",
        filedUnder,
        ImmutableMap.of(),
        filedUnder.lastInstant(),
        read(SAMPLES.resolve(file)));
  }

  /** The failures as "CODE key: message". */
  public static List<String> failures(ParsedRows parsed) {
    return parsed.failures().stream().map(SourceFixtures::text).toList();
  }

  private static String text(Failure failure) {
    return failure.getCode() + " " + failure.getFailureKey() + ": " + failure.getMessage();
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
