package dev.tipoff.io.site;

import com.google.common.io.Resources;
import dev.tipoff.transforms.export.ExportKind;
import dev.tipoff.transforms.export.Exports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The files of a site that do not hang on any row: pages, styles, scripts and schemas. */
public final class SiteAssets {
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final String FOLDER = "/dev/tipoff/io/site/web/";

  /** The library that draws charts, as its WebJar has it. */
  private static final String CHARTS =
      "/META-INF/resources/webjars/chart.js/4.4.9/dist/chart.umd.js";

  private static final String STYLES = "assets/site.css";

  private SiteAssets() {}

  /** All of them. */
  public static List<SiteFile> all() {
    return Stream.of(
            Arrays.stream(SitePage.values()).map(SiteAssets::page),
            Stream.concat(SitePage.ownScripts().stream(), Stream.of(STYLES))
                .map(path -> SiteFile.at(path, text(FOLDER + path), FRESH)),
            Stream.of(SiteFile.at(SitePage.asset(SitePage.CHARTS), text(CHARTS), FRESH)),
            Exports.all().stream().map(SiteAssets::schema))
        .flatMap(files -> files)
        .toList();
  }

  private static SiteFile page(SitePage page) {
    return SiteFile.at(
        page.file(),
        page.in(text(FOLDER + "frame.html"), text(FOLDER + "content/" + page.file())),
        FRESH);
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
