package dev.tipoff.pipelines.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of ours as its readers see it: prose, headings, links and fenced blocks. */
record MarkdownPage(String name, List<String> prose, List<Block> blocks) {
  private static final String FENCE = "```";
  private static final Pattern FILE = Pattern.compile("`([\\w./-]+)`");
  private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*)");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("`[^`]*`");

  /**
   * What stands between fences.
   *
   * @param language what the opening fence says
   * @param file the file that the paragraph above names, if that is all it says; else empty
   */
  record Block(String language, String file, List<String> lines) {
    String text() {
      return String.join("\n", lines) + "\n";
    }
  }

  static MarkdownPage read(Path file) throws IOException {
    return of(file.getFileName().toString(), Files.readAllLines(file));
  }

  static MarkdownPage of(String name, List<String> lines) {
    List<String> prose = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    List<String> open = null;
    String language = "";
    for (String line : lines) {
      boolean fence = line.strip().startsWith(FENCE);
      if (fence && open == null) {
        open = new ArrayList<>();
        language = line.strip().substring(FENCE.length());
      } else if (fence) {
        blocks.add(new Block(language, fileAbove(prose), List.copyOf(open)));
        open = null;
        prose.add("");
      } else {
        (open == null ? prose : open).add(line);
      }
    }
    if (open != null) {
      throw new IllegalArgumentException(name + " leaves a fence open");
    }
    return new MarkdownPage(name, List.copyOf(prose), List.copyOf(blocks));
  }

  private static String fileAbove(List<String> prose) {
    int last = prose.size() - 1;
    if (last < 1 || !prose.get(last).isBlank()) {
      return "";
    }
    Matcher file = FILE.matcher(prose.get(last - 1));
    return file.matches() && (last == 1 || prose.get(last - 2).isBlank()) ? file.group(1) : "";
  }

  /** The addresses of all links in the prose, those in code apart. */
  List<String> links() {
    return prose.stream()
        .flatMap(line -> LINK.matcher(CODE.matcher(line).replaceAll("code")).results())
        .map(found -> found.group(1))
        .toList();
  }

  /** What a link to a heading has after its hash: as GitHub makes it of the heading's text. */
  Set<String> anchors() {
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    for (String line : prose) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        String anchor =
            heading
                .group(1)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
        int before = seen.merge(anchor, 1, Integer::sum) - 1;
        anchors.add(before == 0 ? anchor : anchor + "-" + before);
      }
    }
    return anchors;
  }
}
