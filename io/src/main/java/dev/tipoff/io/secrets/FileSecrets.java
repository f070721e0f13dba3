package dev.tipoff.io.secrets;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Secrets in a folder, a file each, for the profile {@code local}. {@code secret:sentry-dsn} is the
 * file {@code sentry-dsn}, whatever version is asked for. White space around a value, such as the
 * line end, is not part of it.
 *
 * <p>A file that its group or others may read is refused, and so is a link that leads out of the
 * folder.
 */
public final class FileSecrets implements Secrets {
  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private final Path folder;

  public FileSecrets(Path folder) {
    this.folder = folder;
  }

  @Override
  public Secret fetch(SecretReference reference) {
    Path file = file(reference);
    String value;
    try {
      value = read(reference, file).strip();
    } catch (NoSuchFileException e) {
      throw new MissingSecretException(
          reference, "write its value to " + file + " and chmod 600 " + file);
    } catch (AccessDeniedException e) {
      throw new DeniedSecretException(
          reference, "let the user that runs this read " + file + ", and nobody else");
    } catch (IOException e) {
      throw new UnavailableSecretException(reference, file + " is no file of text");
    }
    if (value.isEmpty()) {
      throw new MissingSecretException(
          reference, file + " is empty; write its value there and chmod 600 " + file);
    }
    return Secret.of(value);
  }

  private String read(SecretReference reference, Path file) throws IOException {
    Path real = file.toRealPath();
    if (!real.startsWith(folder.toRealPath())) {
      throw new DeniedSecretException(
          reference, file + " leads out of its folder; put a file there");
    }
    // Absent where files have owners and permissions of another kind.
    @Nullable PosixFileAttributeView posix =
        Files.getFileAttributeView(real, PosixFileAttributeView.class);
    if (posix != null && !Collections.disjoint(posix.readAttributes().permissions(), OF_OTHERS)) {
      throw new DeniedSecretException(
          reference, "others than its owner may read the file too; chmod 600 " + file);
    }
    return Files.readString(real);
  }

  /** The file that a secret is in. */
  Path file(SecretReference reference) {
    return folder.resolve(reference.name());
  }

  @Override
  public String toString() {
    return "FileSecrets(" + folder + ")";
  }
}
