package dev.tipoff.io.archive;

import dev.tipoff.io.http.Allowance;
import dev.tipoff.transforms.model.GameDay;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;

/**
 * What an archive has of one request: what came back, and how often the source was asked for it, so
 * that a bundle that is tried again neither asks nor pays again.
 */
public final class ArchivedRequests {
  private final ArchiveFolder folder;
  private final String stem;

  private ArchivedRequests(ArchiveFolder folder, String stem) {
    this.folder = folder;
    this.stem = stem;
  }

  /**
   * Looks at an archive.
   *
   * @param requestKey the key of the first page
   */
  public static ArchivedRequests of(String archive, String source, GameDay day, String requestKey) {
    return new ArchivedRequests(
        ArchiveFolder.at(archive), String.format("%s/%s/%s", source, day, requestKey));
  }

  /**
   * The last envelope of each page, in the order of pages; none if a file of them cannot be read.
   */
  public List<Envelope> answers() {
    List<Envelope> pages = new ArrayList<>();
    try {
      for (MatchResult.Metadata file : folder.files(stem + "-*.json.gz")) {
        try (InputStream in = Channels.newInputStream(FileSystems.open(file.resourceId()))) {
          String name = Envelope.pathIn(file.resourceId().toString());
          pages.add(EnvelopeFile.read(name, in.readAllBytes()));
        }
      }
    } catch (BadEnvelopeException e) {
      return List.of();
    } catch (IOException e) {
      throw unreadable(e);
    }
    pages.sort(Comparator.comparing(Envelope::getReceivedTime));
    Map<String, Envelope> last = new LinkedHashMap<>();
    for (Envelope page : pages) {
      last.remove(page.getRequestKey());
      last.put(page.getRequestKey(), page);
    }
    return List.copyOf(last.values());
  }

  /** Adds what came back. */
  public void add(Envelope envelope) {
    try {
      folder.add(envelope.path(), EnvelopeFile.write(envelope));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot archive " + envelope.path(), e);
    }
  }

  /**
   * So many requests, less those that were made before. Each is on file before it goes out: of what
   * a worker asked that then died nobody knows the answer, but that it was paid.
   */
  public Allowance allowance(int requests) {
    try {
      return new OnFile(requests, folder.files(stem + ".*.asked").size());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private UncheckedIOException unreadable(IOException e) {
    return new UncheckedIOException("cannot read " + stem + " of the archive " + folder, e);
  }

  private final class OnFile implements Allowance {
    private final int requests;
    private int made;

    private OnFile(int requests, int made) {
      this.requests = requests;
      this.made = made;
    }

    @Override
    public synchronized int left() {
      return Math.max(0, requests - made);
    }

    @Override
    public synchronized void take() {
      made++;
      String path = stem + "." + made + ".asked";
      try {
        folder.create(path, path.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + path + " to the archive " + folder, e);
      }
    }
  }
}
