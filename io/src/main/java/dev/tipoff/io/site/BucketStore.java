package dev.tipoff.io.site;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.Files;
import dev.tipoff.io.files.StorageFolder;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** A site in Cloud Storage, whose files say for how long a reader may keep them. */
final class BucketStore implements SiteStore {
  private static final ImmutableMap<String, String> TYPES =
      ImmutableMap.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json");

  private final StorageFolder folder;

  BucketStore(StorageFolder folder) {
    this.folder = folder;
  }

  @Override
  public Map<String, Long> lengths() throws IOException {
    return folder.lengths();
  }

  @Override
  public Optional<String> read(String path) throws IOException {
    return folder.read(path);
  }

  @Override
  public void write(SiteFile file) throws IOException {
    folder.write(
        file.getPath(),
        file.getText(),
        TYPES.getOrDefault(Files.getFileExtension(file.getPath()), "text/plain; charset=utf-8"),
        "public, max-age=%d%s"
            .formatted(file.getFreshSeconds(), file.isForPages() ? ", immutable" : ""));
  }

  @Override
  public void delete(String path) throws IOException {
    folder.delete(path);
  }

  @Override
  public void close() {
    folder.close();
  }
}
