package dev.tipoff.pipelines.health;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/**
 * What is running.
 *
 * @param version the product's
 * @param code hash of all classes and statements: what the run ledger calls the code version
 * @param revision the commit that was built; empty if whoever built it did not say
 * @param configuration hash of the options
 */
public record Deployment(
    String version, String code, Optional<String> revision, String configuration) {
  private static final String FILE = "/tipoff-build.properties";

  /** With version and revision as the build has written them down. */
  public static Deployment of(String code, String configuration) {
    Properties build = new Properties();
    try {
      build.load(
          new StringReader(
              Resources.toString(
                  Resources.getResource(Deployment.class, FILE), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("the build's properties cannot be read", e);
    }
    return new Deployment(
        build.getProperty("version", ""),
        code,
        Optional.of(build.getProperty("revision", "")).filter(revision -> !revision.isEmpty()),
        configuration);
  }
}
