package dev.tipoff.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The image that the build has packed, read from its file.
 *
 * @param config what a container of it is started with
 * @param layers of each layer the sizes of its files, by path, the lowest layer first
 * @param packedBytes size of all layers as they are fetched
 */
record PackagedImage(JsonNode config, List<Map<String, Long>> layers, long packedBytes) {
  private static final Path FILE = Path.of("target", "image", "tipoff-image.tar");

  /** Reads it. */
  static PackagedImage read() throws IOException {
    return read(null);
  }

  /** Reads it and lays its files out in a folder, as a container of it has them. */
  static PackagedImage unpackTo(Path root) throws IOException {
    return read(root);
  }

  private static PackagedImage read(Path root) throws IOException {
    Map<String, byte[]> texts = new TreeMap<>();
    Map<String, Map<String, Long>> byFile = new LinkedHashMap<>();
    long packed = 0;
    try (TarArchiveInputStream tar = tar(Files.newInputStream(FILE))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.getName().endsWith(".json")) {
          texts.put(entry.getName(), tar.readAllBytes());
        } else {
          packed += entry.getSize();
          byFile.put(entry.getName(), layer(tar, root));
        }
      }
    }
    JsonNode manifest = json(texts.get("manifest.json")).get(0);
    List<Map<String, Long>> layers = new ArrayList<>();
    manifest.get("Layers").forEach(name -> layers.add(byFile.get(name.asText())));
    return new PackagedImage(
        json(texts.get(manifest.get("Config").asText())).get("config"), layers, packed);
  }

  private static Map<String, Long> layer(InputStream packed, Path root) throws IOException {
    Map<String, Long> files = new TreeMap<>();
    // Not closed: the layer is a part of the image's file.
    TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(packed));
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      if (entry.isFile()) {
        files.put("/" + entry.getName(), entry.getSize());
        if (root != null) {
          Path file = root.resolve(entry.getName());
          Files.createDirectories(file.getParent());
          Files.copy(tar, file);
        }
      }
    }
    return files;
  }

  private static TarArchiveInputStream tar(InputStream file) {
    return new TarArchiveInputStream(new BufferedInputStream(file));
  }

  private static JsonNode json(byte[] text) throws IOException {
    return new ObjectMapper().readTree(new ByteArrayInputStream(text));
  }

  /** A variable of the environment. */
  String environment(String name) {
    for (JsonNode each : config.get("Env")) {
      if (each.asText().startsWith(name + "=")) {
        return each.asText().substring(name.length() + 1);
      }
    }
    throw new AssertionError("there is no variable " + name + " in " + config);
  }
}
