package dev.tipoff.io.archive;

import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.Source;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;

/** Which sources an archive has answers of. */
public final class ArchivedSources {
  private static final Pattern REMOTE = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]+://.*");

  private ArchivedSources() {}

  /** The ids of the sources with answers for any of the slates. */
  public static Set<String> in(String archive, SlateRange slates) {
    Set<String> sources = new TreeSet<>();
    files(archive, slates).forEach(file -> sources.add(file.substring(0, file.indexOf('/'))));
    return sources;
  }

  /** The paths inside the archive, {@code SOURCE/DAY/NAME.json.gz}, in no order. */
  static List<String> files(String archive, SlateRange slates) {
    List<String> files = new ArrayList<>();
    try {
      for (MatchResult match :
          FileSystems.match(patterns(archive, slates), EmptyMatchTreatment.ALLOW)) {
        for (MatchResult.Metadata file : match.metadata()) {
          files.add(Envelope.pathIn(file.resourceId().toString()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the archive " + archive, e);
    }
    return files;
  }

  /**
   * Patterns of the envelopes of some slates. Cloud Storage knows no folders: what is before the
   * first star is all that it can look up, and a star for the source would have it list every day
   * there ever was. So it is asked for each source of the catalogue.
   */
  static List<String> patterns(String archive, SlateRange slates) {
    String root = archive.replaceAll("/+$", "");
    List<String> sources =
        isRemote(archive)
            ? Catalogue.load().all().stream().map(Source::id).sorted().toList()
            : List.of("*");
    return slates.days().stream()
        .flatMap(
            day -> sources.stream().map(source -> root + "/" + source + "/" + day + "/*.json.gz"))
        .toList();
  }

  static boolean isRemote(String archive) {
    return REMOTE.matcher(archive).matches();
  }
}
