package dev.tipoff.io.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tipoff.transforms.model.GameDay;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lies in a site: the hash of every file. */
final class Manifest {
  /** What machines read. */
  static final String PATH = "v1/manifest.json";

  /** What pages read: which file has what they ask for. */
  static final String FOR_PAGES = "manifest.js";

  private static final Logger LOG = LoggerFactory.getLogger(Manifest.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration FRESH = Duration.ofMinutes(1);

  private Manifest() {}

  /** The hash of every file that a manifest names; none if it cannot be read, and all is new. */
  static Map<String, String> hashes(Optional<String> manifest) {
    Map<String, String> hashes = new HashMap<>();
    try {
      JsonNode files = JSON.readTree(manifest.orElse("{}")).path("files");
      files
          .fieldNames()
          .forEachRemaining(path -> hashes.put(path, files.path(path).path("sha256").asText()));
    } catch (JsonProcessingException e) {
      LOG.warn("The site's {} is no JSON; every file is written again", PATH, e);
    }
    return hashes;
  }

  /**
   * The manifest of a site.
   *
   * @param stored what lies there now
   */
  static SiteFile of(GameDay day, Collection<StoredFile> stored) {
    ObjectNode manifest = JSON.createObjectNode();
    manifest.put("version", 1).put("day", day.toString());
    ObjectNode files = manifest.putObject("files");
    byPath(stored)
        .forEach(
            (path, file) ->
                files.putObject(path).put("sha256", file.getHash()).put("bytes", file.getBytes()));
    return SiteFile.at(PATH, manifest.toPrettyString() + "\n", FRESH);
  }

  /** The manifest that pages load first. */
  static SiteFile forPages(GameDay day, Collection<StoredFile> stored) {
    ObjectNode manifest = JSON.createObjectNode();
    manifest.put("day", day.toString());
    ObjectNode files = manifest.putObject("files");
    byPath(stored)
        .forEach(
            (path, file) -> {
              if (!file.getPageName().isEmpty()) {
                files.put(file.getPageName(), path.substring(path.indexOf('/') + 1));
              }
            });
    return SiteFile.at(FOR_PAGES, "tipoff.manifest(" + manifest + ");\n", FRESH);
  }

  private static SortedMap<String, StoredFile> byPath(Collection<StoredFile> stored) {
    SortedMap<String, StoredFile> files = new TreeMap<>();
    stored.forEach(file -> files.put(file.getPath(), file));
    return files;
  }
}
