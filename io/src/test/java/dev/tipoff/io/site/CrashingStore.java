package dev.tipoff.io.site;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A folder whose machine dies after so many changes, and takes no further one. */
final class CrashingStore implements SiteStore {
  /** Of all stores of a run: the steps of a runner open one each. */
  private static final AtomicInteger LEFT = new AtomicInteger();

  private final SiteStore folder;

  private CrashingStore(SiteStore folder) {
    this.folder = folder;
  }

  static Source after(int changes, String folder) {
    LEFT.set(changes);
    return options -> new CrashingStore(new FolderStore(folder));
  }

  /** Whether the machine is still there. */
  static boolean survived() {
    return LEFT.get() >= 0;
  }

  private static void change() throws IOException {
    if (LEFT.decrementAndGet() < 0) {
      throw new IOException("the machine died");
    }
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
    change();
    folder.write(file);
  }

  @Override
  public void delete(String path) throws IOException {
    change();
    folder.delete(path);
  }

  @Override
  public void close() {
    folder.close();
  }
}
