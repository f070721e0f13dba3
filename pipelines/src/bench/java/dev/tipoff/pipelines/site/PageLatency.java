package dev.tipoff.pipelines.site;

import com.google.common.math.Quantiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long the pages of a site take from disk until they can be used, over the second that they
 * may, and how many bytes they load. Every load is one of a fresh page; the first of a page is not
 * counted.
 *
 * <p>Takes the folder of a site.
 */
public final class PageLatency {
  private static final double BAR_MILLIS = 1000;
  private static final int LOADS = 15;
  private static final List<String> PAGES =
      List.of("index.html", "player.html", "accuracy.html", "lines.html", "operations.html");

  private PageLatency() {}

  /**
   * Measures.
   *
   * @param args the folder of a site
   */
  public static void main(String[] args) throws IOException {
    Path site = Path.of(args[0]);
    Browser browser = new Browser();
    browser.before();
    try {
      for (String page : PAGES) {
        List<Double> millis = new ArrayList<>();
        long bytes = 0;
        for (int load = 0; load <= LOADS; load++) {
          browser.open(site, page);
          Object whole =
              browser.run("return performance.getEntriesByName('whole')[0].startTime");
          if (load > 0) {
            millis.add(((Number) whole).doubleValue());
          }
          bytes = 0;
          for (String request : browser.requests()) {
            bytes += Files.size(Path.of(URI.create(request)));
          }
        }
        System.out.printf(
            "%-16s %,9d bytes  median %.2f of a second, slowest of %d %.2f%n",
            page,
            bytes,
            Quantiles.median().compute(millis) / BAR_MILLIS,
            LOADS,
            Quantiles.percentiles().index(100).compute(millis) / BAR_MILLIS);
      }
    } finally {
      browser.after();
    }
  }
}
