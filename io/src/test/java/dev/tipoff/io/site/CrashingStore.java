package dev.tipoff.io.site;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A folder whose machine dies after so many changes, and takes no further one. */
final class CrashingStore extends FolderStore {
  /** Of all stores of a run: the steps of a runner open one each. */
  private static final AtomicInteger LEFT = new AtomicInteger();

  private CrashingStore(String folder) {
    super(folder);
  }

  static Source after(int changes, String folder) {
    LEFT.set(changes);
    return options -> new CrashingStore(folder);
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
  public void write(SiteFile file) throws IOException {
    change();
    super.write(file);
  }

  @Override
  public void delete(String path) throws IOException {
    change();
    super.delete(path);
  }
}
