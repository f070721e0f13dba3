package dev.tipoff.io.site;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Map;
import java.util.Optional;

/** A store that says what it was asked and where, if it cannot do it. */
final class LocatedStore implements SiteStore {
  private final String location;
  private final SiteStore store;

  LocatedStore(String location, SiteStore store) {
    this.location = location;
    this.store = store;
  }

  private SiteException failed(String work, IOException why) {
    // The message of this one is the file's path and nothing else.
    String reason = why instanceof FileSystemException ? why.toString() : why.getMessage();
    return new SiteException(
        "cannot %s of the site in %s: %s".formatted(work, location, reason), why);
  }

  @Override
  public Map<String, Long> lengths() throws IOException {
    try {
      return store.lengths();
    } catch (IOException e) {
      throw failed("list the files", e);
    }
  }

  @Override
  public Optional<String> read(String path) throws IOException {
    try {
      return store.read(path);
    } catch (IOException e) {
      throw failed("read " + path, e);
    }
  }

  @Override
  public void write(SiteFile file) throws IOException {
    try {
      store.write(file);
    } catch (IOException e) {
      throw failed("write " + file.getPath(), e);
    }
  }

  @Override
  public void delete(String path) throws IOException {
    try {
      store.delete(path);
    } catch (IOException e) {
      throw failed("remove " + path, e);
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
