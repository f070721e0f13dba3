package dev.tipoff.io.archive;

import dev.tipoff.io.files.PlainPath;
import dev.tipoff.io.files.WholeFile;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;

/**
 * The files of an archive, on a local folder or {@code gs://}. What is there is never written
 * again: a file appears whole or not at all. A path that leads out of the folder is refused.
 */
final class ArchiveFolder {
  private final String folder;

  private ArchiveFolder(String folder) {
    this.folder = folder;
  }

  static ArchiveFolder at(String folder) {
    return new ArchiveFolder(folder.replaceAll("/+$", ""));
  }

  /** The files of a pattern; none if there are none. */
  List<MatchResult.Metadata> files(String pattern) throws IOException {
    return FileSystems.match(List.of(folder + "/" + pattern), EmptyMatchTreatment.ALLOW)
        .get(0)
        .metadata();
  }

  /**
   * Adds a file unless it is there; says whether it was not.
   *
   * @throws IllegalArgumentException if the path has a name that is not plain
   */
  boolean add(String path, byte[] bytes) throws IOException {
    String place = PlainPath.inside(folder, path);
    if (!files(path).isEmpty()) {
      return false;
    }
    write(place, bytes);
    return true;
  }

  /**
   * Adds a file that is probably not there; two writers of one name write the same bytes.
   *
   * @throws IllegalArgumentException if the path has a name that is not plain
   */
  void create(String path, byte[] bytes) throws IOException {
    write(PlainPath.inside(folder, path), bytes);
  }

  private static void write(String place, byte[] bytes) throws IOException {
    WholeFile.write(place, out -> out.write(bytes), StandardMoveOptions.SKIP_IF_DESTINATION_EXISTS);
  }

  @Override
  public String toString() {
    return folder;
  }
}
