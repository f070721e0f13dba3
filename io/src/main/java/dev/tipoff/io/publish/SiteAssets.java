package dev.tipoff.io.publish;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import dev.tipoff.transforms.export.ExportKind;
import dev.tipoff.transforms.export.Exports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The files of a site that do not hang on any row: pages, styles, scripts and schemas. */
public final class SiteAssets {
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final String FOLDER = "/dev/tipoff/io/publish/web/";

  /** The library that draws charts, as its WebJar has it. */
  private static final String CHARTS =
      "/META-INF/resources/webjars/chart.js/4.4.9/dist/chart.umd.js";

  private static final ImmutableList<String> FILES =
      ImmutableList.of(
          "accuracy.html",
          "assets/accuracy.js",
          "assets/bets.js",
          "assets/board.js",
          "assets/calibration.js",
          "assets/charts.js",
          "assets/dom.js",
          "assets/draw.js",
          "assets/format.js",
          "assets/gantt.js",
          "assets/lines.js",
          "assets/load.js",
          "assets/operations.js",
          "assets/player.js",
          "assets/players.js",
          "assets/props.js",
          "assets/results.js",
          "assets/season.js",
          "assets/site.css",
          "assets/table.js",
          "assets/tonight.js",
          "index.html",
          "lines.html",
          "operations.html",
          "player.html");

  private SiteAssets() {}

  /** All of them. */
  public static List<SiteFile> all() {
    return Stream.of(
            FILES.stream().map(name -> SiteFile.at(name, text(FOLDER + name), FRESH)),
            Stream.of(SiteFile.at("assets/chart.umd.js", text(CHARTS), FRESH)),
            Exports.all().stream().map(SiteAssets::schema))
        .flatMap(files -> files)
        .toList();
  }

  private static SiteFile schema(ExportKind<?> kind) {
    return SiteFile.at(
        "v1/schemas/" + kind.name() + ".schema.json", kind.schema().toPrettyString() + "\n", FRESH);
  }

  private static String text(String resource) {
    try {
      return Resources.toString(
          Resources.getResource(SiteAssets.class, resource), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
