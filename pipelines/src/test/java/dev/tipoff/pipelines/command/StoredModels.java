package dev.tipoff.pipelines.command;

import com.google.common.hash.Hashing;
import dev.tipoff.transforms.learned.ModelFeatures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with a champion of which everything but the trees is right. */
final class StoredModels {
  private StoredModels() {}

  static Path in(Path folder) throws IOException {
    return in(folder, ModelFeatures.blind().names());
  }

  /** As above, with other features. */
  static Path in(Path folder, String features) throws IOException {
    Path set = Files.createDirectories(folder.resolve("2025-10-31-report-0a0b0c0d"));
    Files.writeString(set.resolve("points.ubj"), "trees");
    String card =
        String.format(
            "{\"id\": \"%s\", \"from\": \"2019-07-01\", \"through\": \"2025-10-31\","
                + " \"availability\": \"report\", \"code_version\": \"f00d\", \"settings\": {},"
                + " \"metrics\": {}, \"checksums\": {\"points.ubj\": \"%s\"}, \"features\": \"%s\"}",
            set.getFileName(), sha256("trees"), features);
    Files.writeString(set.resolve("card.json"), card);
    Files.writeString(
        folder.resolve("registry.json"),
        String.format(
            "{\"champion\": \"%1$s\", \"models\": [{\"id\": \"%1$s\", \"checksum\": \"%2$s\","
                + " \"verdict\": \"every gate is passed\"}]}",
            set.getFileName(), sha256(card)));
    return folder;
  }

  static String sha256(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }
}
