package dev.tipoff.io.odds;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import dev.tipoff.transforms.fingerprint.Fingerprint;
import dev.tipoff.transforms.fingerprint.FingerprintRow;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The fingerprint of a local archive's odds bodies: their names and contents, in no order. */
public final class ArchiveFingerprints {
  /** The archive as a source of fingerprints. */
  public static final String SOURCE = "archive odds-api/player-props";

  private ArchiveFingerprints() {}

  /** A row a day that has bodies; none of a remote archive, which is never known to be the same. */
  public static List<FingerprintRow> of(String archive, SlateRange slates) {
    List<FingerprintRow> rows = new ArrayList<>();
    for (GameDay day : slates.days()) {
      Path folder = Path.of(archive, "odds-api", "player-props", day.toString());
      if (Files.isDirectory(folder)) {
        Fingerprint all = Fingerprint.NONE;
        for (Path body : bodies(folder)) {
          all = all.plus(new Fingerprint(1, hash(folder, body)));
        }
        rows.add(FingerprintRow.source(SOURCE, day, all.rows(), all.hash()));
      }
    }
    return rows;
  }

  private static List<Path> bodies(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static long hash(Path folder, Path body) {
    HashFunction hash = Hashing.farmHashFingerprint64();
    try {
      return hash.newHasher()
          .putString(folder.relativize(body).toString(), StandardCharsets.UTF_8)
          .putByte((byte) 0)
          .putBytes(Files.readAllBytes(body))
          .hash()
          .asLong();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + body, e);
    }
  }
}
