package dev.tipoff.io.archive;

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

/**
 * The fingerprint of what an archive keeps under a slate, in no order: the names of envelopes,
 * which say what is in them, and the names and contents of bare bodies of odds, which only a local
 * archive has.
 */
public final class ArchiveFingerprints {
  /** The archive as a source of fingerprints. */
  public static final String SOURCE = "archive";

  private ArchiveFingerprints() {}

  /** A row a day that has bodies. */
  public static List<FingerprintRow> of(String archive, SlateRange slates) {
    List<FingerprintRow> rows = new ArrayList<>();
    for (GameDay day : slates.days()) {
      Fingerprint all = Fingerprint.NONE;
      if (!ArchivedSources.isRemote(archive)) {
        Path folder = Path.of(archive, "odds-api", "player-props", day.toString());
        if (Files.isDirectory(folder)) {
          for (Path body : bodies(folder)) {
            all = all.plus(new Fingerprint(1, hash(folder, body)));
          }
        }
      }
      for (String envelope : ArchivedSources.files(archive, SlateRange.of(day))) {
        all = all.plus(new Fingerprint(1, hash(envelope)));
      }
      if (all.rows() > 0) {
        rows.add(FingerprintRow.source(SOURCE, day, all.rows(), all.hash()));
      }
    }
    return rows;
  }

  private static long hash(String envelope) {
    return Hashing.farmHashFingerprint64().hashString(envelope, StandardCharsets.UTF_8).asLong();
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
