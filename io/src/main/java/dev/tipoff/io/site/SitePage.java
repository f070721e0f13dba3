package dev.tipoff.io.site;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of a site: each a content of its own in the frame that all have. */
enum SitePage {
  TONIGHT("index", "Tonight", "draw", "props", "bets", "board", "results", "tonight"),
  PLAYERS(
      "player",
      "Players",
      SitePage.CHARTS,
      "draw",
      "props",
      "board",
      "charts",
      "season",
      "players",
      "player"),
  ACCURACY("accuracy", "Accuracy", SitePage.CHARTS, "charts", "calibration", "accuracy"),
  LINES("lines", "Line movement", SitePage.CHARTS, "charts", "lines"),
  OPERATIONS("operations", "Operations", SitePage.CHARTS, "charts", "gantt", "operations");

  /** The library that draws charts. */
  static final String CHARTS = "chart.umd";

  private static final ImmutableList<String> SHARED = ImmutableList.of("format", "dom", "table");
  private static final String LOADER = asset("load");

  private final String file;
  private final String title;
  private final ImmutableList<String> scripts;

  /**
   * A page.
   *
   * @param scripts what it runs besides what all pages do, in this order
   */
  SitePage(String name, String title, String... scripts) {
    this.file = name + ".html";
    this.title = title;
    this.scripts = ImmutableList.copyOf(scripts);
  }

  String file() {
    return file;
  }

  /** The page as a reader's browser gets it. */
  String in(String frame, String content) {
    return frame
        .replace("{title}", title)
        .replace("{scripts}", scripts())
        .replace(
            "{pages}", Arrays.stream(values()).map(this::link).collect(Collectors.joining("\n")))
        .replace("{content}\n", content);
  }

  private String scripts() {
    return Stream.of(
            Stream.of(LOADER, Manifest.FOR_PAGES),
            SHARED.stream().map(SitePage::asset),
            scripts.stream().map(SitePage::asset))
        .flatMap(paths -> paths)
        .map("<script defer src=\"%s\"></script>"::formatted)
        .collect(Collectors.joining("\n"));
  }

  /** Paths of the scripts of all pages that are ours. */
  static ImmutableSortedSet<String> ownScripts() {
    ImmutableSortedSet.Builder<String> paths = ImmutableSortedSet.naturalOrder();
    paths.add(LOADER);
    SHARED.forEach(script -> paths.add(asset(script)));
    for (SitePage page : values()) {
      page.scripts.stream()
          .filter(script -> !script.equals(CHARTS))
          .forEach(script -> paths.add(asset(script)));
    }
    return paths.build();
  }

  /** Path of a script. */
  static String asset(String script) {
    return "assets/" + script + ".js";
  }

  private String link(SitePage to) {
    return "<li><a href=\"%s\"%s>%s</a></li>"
        .formatted(to.file, to.equals(this) ? " aria-current=\"page\"" : "", to.title);
  }
}
