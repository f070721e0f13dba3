package dev.tipoff.io.documents;

import dev.tipoff.io.sources.BadBodyException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a game book's final box, each whole: one that wraps is put together again. */
final class GamebookLines {
  static final String OFFICIALS = "Officials:";
  static final String INACTIVE = "Inactive:";

  /** Somebody who did not play, up to his reason. */
  static final Pattern ABSENT = Pattern.compile("(?:\\d{1,2} )?(\\S.*?) ((?:DNP|DND|NWT)\\b.*)");

  private static final String REPORT = "OFFICIAL SCORER'S REPORT";
  private static final String FINAL = "FINAL BOX";
  private static final int HEAD = 6;

  /** What a line begins with that goes on with none. */
  private static final Pattern START =
      Pattern.compile(
          "(Inactive:|Officials:|VISITOR:|HOME:|SCORE BY|POS |\\d|Game Duration|Attendance"
              + "|Points |Second Chance|Fast Break|Biggest|Largest|Lead |Times |Technical|Flagrant"
              + "|MEMO|Copyright).*",
          Pattern.CASE_INSENSITIVE);

  private GamebookLines() {}

  /**
   * The lines of the pages called FINAL BOX; the boxes of quarters and the play-by-play are others.
   *
   * @throws BadBodyException if no page is called so
   */
  static List<String> ofFinalBox(List<List<PdfLine>> pages) throws BadBodyException {
    List<String> whole = new ArrayList<>();
    for (List<PdfLine> page : pages) {
      List<String> lines = page.stream().map(PdfLine::text).toList();
      String head = String.join(" ", lines.subList(0, Math.min(HEAD, lines.size())));
      if (head.contains(REPORT) && head.contains(FINAL)) {
        lines.forEach(line -> add(line.replace('\u2019', '\''), whole));
      }
    }
    if (whole.isEmpty()) {
      throw new BadBodyException("not a game book: no page is called " + REPORT + ", " + FINAL);
    }
    return whole;
  }

  private static void add(String line, List<String> whole) {
    int last = whole.size() - 1;
    if (last >= 0 && !START.matcher(line).matches() && isOpen(whole.get(last))) {
      whole.set(last, whole.get(last) + " " + line);
    } else {
      whole.add(line);
    }
  }

  private static boolean isOpen(String line) {
    if (line.startsWith(INACTIVE)) {
      return !line.endsWith(")") || count(line, '(') != count(line, ')');
    }
    return line.startsWith(OFFICIALS) || ABSENT.matcher(line).matches();
  }

  /** The entries of a list, at the commas that stand in no brackets. */
  static List<String> entries(String list) {
    List<String> entries = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i <= list.length(); i++) {
      char letter = i < list.length() ? list.charAt(i) : ',';
      depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
      if (letter == ',' && (depth == 0 || i == list.length())) {
        entries.add(list.substring(start, i).strip());
        start = i + 1;
      }
    }
    return entries;
  }

  private static long count(String line, char letter) {
    return line.chars().filter(each -> each == letter).count();
  }
}
