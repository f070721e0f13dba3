package dev.tipoff.io.site;

import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A site in a folder of this machine. */
class FolderStore implements SiteStore {
  private static final String UNFINISHED = ".unfinished-";

  private final Path folder;

  FolderStore(String folder) {
    this.folder = Path.of(folder);
  }

  @Override
  public Map<String, Long> lengths() throws IOException {
    Map<String, Long> lengths = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return lengths;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (Files.isRegularFile(file) && !isUnfinished(file)) {
          lengths.put(folder.relativize(file).toString().replace('\\', '/'), Files.size(file));
        }
      }
    }
    return lengths;
  }

  private static boolean isUnfinished(Path file) {
    return String.valueOf(file.getFileName()).startsWith(UNFINISHED);
  }

  @Override
  public Optional<String> read(String path) throws IOException {
    try {
      return Optional.of(Files.readString(folder.resolve(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void write(SiteFile file) throws IOException {
    Path target = folder.resolve(file.getPath());
    MoreFiles.createParentDirectories(target);
    Path unfinished =
        target.resolveSibling(
            "%s%d-%d"
                .formatted(
                    UNFINISHED, ProcessHandle.current().pid(), Thread.currentThread().getId()));
    try {
      Files.writeString(unfinished, file.getText());
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  @Override
  public void delete(String path) throws IOException {
    Files.deleteIfExists(folder.resolve(path));
  }

  @Override
  public void close() {}
}
