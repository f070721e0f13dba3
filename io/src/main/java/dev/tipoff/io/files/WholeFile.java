package dev.tipoff.io.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.util.MimeTypes;

/**
 * A file, here or in a bucket, that is written beside its place and moved there when complete, so
 * that a reader finds the old file or the new one and never a part.
 */
public final class WholeFile {
  private WholeFile() {}

  /** Writes what a file holds, piece by piece. */
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes a file; two writers of one name each write to a file of their own first. */
  public static void write(String name, Content content, MoveOptions... options)
      throws IOException {
    String part =
        String.format(
            "%s.%d-%d.part", name, ProcessHandle.current().pid(), Thread.currentThread().getId());
    ResourceId unfinished = FileSystems.matchNewResource(part, false);
    try (OutputStream out =
        Channels.newOutputStream(FileSystems.create(unfinished, MimeTypes.BINARY))) {
      content.writeTo(out);
    }
    FileSystems.rename(
        List.of(unfinished), List.of(FileSystems.matchNewResource(name, false)), options);
  }
}
