package dev.tipoff.io.site;

import dev.tipoff.io.files.StorageFolder;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Where a site lies. A file is replaced as a whole: a reader finds the old one or the new one, and
 * never a part.
 */
interface SiteStore extends AutoCloseable {
  /** Opens the store on the machine that asks. */
  interface Source extends Serializable {
    SiteStore open(PipelineOptions options);
  }

  /** Every file that there is, with its length in bytes; none if the site is not there yet. */
  Map<String, Long> lengths() throws IOException;

  /** The text of a file; empty if it is not there. */
  Optional<String> read(String path) throws IOException;

  void write(SiteFile file) throws IOException;

  /** Removes a file if it is there. */
  void delete(String path) throws IOException;

  @Override
  void close();

  /**
   * Where a site lies, whose failures are of {@link SiteException}.
   *
   * @param location a folder, or {@code gs://BUCKET/FOLDER}
   */
  static Source at(String location) {
    return options ->
        new LocatedStore(
            location,
            location.startsWith(StorageFolder.SCHEME)
                ? new BucketStore(StorageFolder.at(location, options))
                : new FolderStore(location));
  }
}
