package dev.tipoff.io.archive;

import dev.tipoff.transforms.model.GameDay;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;

/** What an archive has of one request. */
public final class ArchivedRequests {
  private ArchivedRequests() {}

  /**
   * The last envelope of each page of a request, in the order of pages; none if a file of them
   * cannot be read.
   *
   * @param requestKey the key of the first page
   */
  public static List<Envelope> of(String archive, String source, GameDay day, String requestKey) {
    String pattern =
        String.format(
            "%s/%s/%s/%s-*.json.gz", archive.replaceAll("/+$", ""), source, day, requestKey);
    List<Envelope> pages = new ArrayList<>();
    try {
      MatchResult match = FileSystems.match(List.of(pattern), EmptyMatchTreatment.ALLOW).get(0);
      for (MatchResult.Metadata file : match.metadata()) {
        try (InputStream in = Channels.newInputStream(FileSystems.open(file.resourceId()))) {
          pages.add(EnvelopeFile.read(in.readAllBytes()));
        }
      }
    } catch (BadEnvelopeException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + pattern, e);
    }
    pages.sort(Comparator.comparing(Envelope::getReceivedTime));
    Map<String, Envelope> last = new LinkedHashMap<>();
    for (Envelope page : pages) {
      last.remove(page.getRequestKey());
      last.put(page.getRequestKey(), page);
    }
    return List.copyOf(last.values());
  }
}
