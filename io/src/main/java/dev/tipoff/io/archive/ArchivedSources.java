package dev.tipoff.io.archive;

import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;

/** Which sources an archive has answers of. */
public final class ArchivedSources {
  private ArchivedSources() {}

  /** The ids of the sources with answers for any of the slates. */
  public static Set<String> in(String archive, SlateRange slates) {
    Set<String> sources = new TreeSet<>();
    files(archive, slates).forEach(file -> sources.add(file.substring(0, file.indexOf('/'))));
    return sources;
  }

  /** The paths inside the archive, {@code SOURCE/DAY/NAME.json.gz}, in no order. */
  static List<String> files(String archive, SlateRange slates) {
    String root = archive.replaceAll("/+$", "");
    List<String> folders =
        slates.days().stream().map(day -> root + "/*/" + day + "/*.json.gz").toList();
    List<String> files = new ArrayList<>();
    try {
      for (MatchResult match : FileSystems.match(folders, EmptyMatchTreatment.ALLOW)) {
        for (MatchResult.Metadata file : match.metadata()) {
          files.add(Envelope.pathIn(file.resourceId().toString()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the archive " + archive, e);
    }
    return files;
  }
}
