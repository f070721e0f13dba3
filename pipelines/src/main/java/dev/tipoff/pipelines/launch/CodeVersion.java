package dev.tipoff.pipelines.launch;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.pipelines.Phase;
import dev.tipoff.transforms.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The version of the code that makes rows: a hash of all our classes and statements, so that no
 * change of what is computed can be forgotten when a phase is asked whether anything has changed.
 */
public final class CodeVersion {
  private CodeVersion() {}

  /**
   * Of the code that is running.
   *
   * @throws IllegalStateException if the code is neither in folders nor in jar files
   */
  public static String ofThisCode() {
    Set<Path> sources = new TreeSet<>();
    for (Class<?> type : List.of(Table.class, Warehouse.class, Phase.class)) {
      sources.add(source(type));
    }
    Hasher hasher = Hashing.farmHashFingerprint64().newHasher();
    for (Path source : sources) {
      try {
        if (Files.isDirectory(source)) {
          hash(source, hasher);
        } else {
          try (FileSystem jar = FileSystems.newFileSystem(source)) {
            hash(jar.getPath("/"), hasher);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the code in " + source, e);
      }
    }
    return hasher.hash().toString();
  }

  private static Path source(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException("nobody says where " + type + " comes from");
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no folder or jar: " + source.getLocation(), e);
    }
  }

  private static void hash(Path root, Hasher hasher) throws IOException {
    Path ours = root.resolve("dev/tipoff");
    try (Stream<Path> files = Files.walk(ours)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        hasher
            .putString(ours.relativize(file).toString(), StandardCharsets.UTF_8)
            .putByte((byte) 0)
            .putBytes(Files.readAllBytes(file));
      }
    }
  }
}
