package dev.tipoff.pipelines.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Something wrong in the place of a file, until the file is put back. */
final class FaultyFile implements AutoCloseable {
  /** Of Linux: a file that nobody may read, be it the one who may do all. */
  private static final Path FORBIDDEN = Path.of("/proc/sys/vm/compact_memory");

  /** Of Linux: a file whose first byte no device gives. */
  private static final Path BROKEN = Path.of("/proc/self/mem");

  private final Path file;
  private final Path aside;
  private final OutsideFault fault;

  /** Puts the fault in the place of a file. */
  FaultyFile(Path file, OutsideFault fault) throws IOException, InterruptedException {
    this.file = file;
    this.aside = file.resolveSibling("." + file.getFileName() + ".aside");
    this.fault = fault;
    Files.move(file, aside);
    switch (fault) {
      case REFUSED -> Files.createSymbolicLink(file, FORBIDDEN);
      case HANG -> {
        if (new ProcessBuilder("mkfifo", file.toString()).start().waitFor() != 0) {
          throw new IOException("there is no mkfifo");
        }
      }
      case ERROR -> Files.createSymbolicLink(file, BROKEN);
      case GARBAGE ->
          Files.writeString(file, "Dear Zed, this is nothing of the kind. ".repeat(999));
      case TRICKLE, PAGE -> throw new IllegalArgumentException("no file does " + fault);
    }
  }

  @Override
  public void close() throws IOException {
    if (fault == OutsideFault.HANG) {
      // Whoever still waits for the other end is freed.
      new RandomAccessFile(file.toFile(), "rw").close();
    }
    Files.delete(file);
    Files.move(aside, file);
  }
}
