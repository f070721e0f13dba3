package dev.tipoff.io.models;

import com.google.common.hash.Hashing;
import com.google.common.io.ByteStreams;
import dev.tipoff.io.files.PlainPath;
import dev.tipoff.io.files.WholeFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The files of a folder of models, on this machine or in a bucket. */
final class ModelFiles implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String folder;

  ModelFiles(String folder) {
    this.folder = folder;
  }

  /**
   * A file of a set of models.
   *
   * @param id of the set
   * @throws BadModelException if it is absent, cannot be read, or has another SHA-256
   */
  byte[] verified(String id, String name, @Nullable String checksum) {
    String file = id + "/" + name;
    byte[] bytes =
        find(file).orElseThrow(() -> new BadModelException("there is no " + folder + "/" + file));
    String actual = sha256(bytes);
    if (!actual.equals(checksum)) {
      throw new BadModelException(
          String.format(
              "%s/%s is not the file that was stored: its SHA-256 is %s and should be %s; restore"
                  + " it, or train anew",
              folder, file, actual, checksum));
    }
    return bytes;
  }

  /**
   * A file; empty if it is absent.
   *
   * @throws BadModelException if it cannot be read
   */
  Optional<byte[]> find(String name) {
    try (InputStream in = Channels.newInputStream(FileSystems.open(resource(name)))) {
      return Optional.of(ByteStreams.toByteArray(in));
    } catch (FileNotFoundException e) {
      // Of a local file it also means that it may not be read. That is not to be taken for absent:
      // a registry would be written over it.
      if (isThere(name)) {
        throw unreadable(name, e);
      }
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private boolean isThere(String name) {
    try {
      return !FileSystems.match(resource(name).toString(), EmptyMatchTreatment.ALLOW)
          .metadata()
          .isEmpty();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private BadModelException unreadable(String name, IOException cause) {
    return new BadModelException("cannot read " + folder + "/" + name + ": " + cause, cause);
  }

  /** Writes a file whole or not at all. */
  void write(String name, byte[] bytes) {
    try {
      WholeFile.write(PlainPath.inside(folder, name), out -> out.write(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + folder + "/" + name, e);
    }
  }

  private ResourceId resource(String name) {
    return FileSystems.matchNewResource(PlainPath.inside(folder, name), false);
  }

  static String sha256(byte[] bytes) {
    return Hashing.sha256().hashBytes(bytes).toString();
  }
}
