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

  private interface Question<T> {
    T ask() throws IOException;
  }

  private <T> T asked(String work, Question<T> question) throws IOException {
    try {
      return question.ask();
    } catch (IOException e) {
      // The message of such a one is the file's path and nothing else.
      String why = e instanceof FileSystemException ? e.toString() : e.getMessage();
      throw new SiteException("cannot %s of the site in %s: %s".formatted(work, location, why), e);
    }
  }

  @Override
  public Map<String, Long> lengths() throws IOException {
    return asked("list the files", store::lengths);
  }

  @Override
  public Optional<String> read(String path) throws IOException {
    return asked("read " + path, () -> store.read(path));
  }

  @Override
  public void write(SiteFile file) throws IOException {
    asked(
        "write " + file.getPath(),
        () -> {
          store.write(file);
          return file;
        });
  }

  @Override
  public void delete(String path) throws IOException {
    asked(
        "remove " + path,
        () -> {
          store.delete(path);
          return path;
        });
  }

  @Override
  public void close() {
    store.close();
  }
}
