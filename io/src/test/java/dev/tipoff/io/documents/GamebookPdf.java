package dev.tipoff.io.documents;

/** Writes game books as the league lays them out: boxes in columns, lists in lines. */
final class GamebookPdf {
  static final String HEADER = "POS MIN FG FGA 3P 3PA FT FTA OR DR TOT A PF ST TO BS +/- PTS";

  private static final double LEFT = 30;
  private static final double LETTERS = 7;
  private static final double NAME = 45;
  private static final double POSITION = 150;
  private static final double COLUMN = 24;

  private final PdfWriter pdf = new PdfWriter(612, 792);
  private double baseline;

  /** A page of the report with its head, such as FINAL BOX. */
  GamebookPdf page(String section) {
    pdf.page();
    baseline = 30;
    return line("NATIONAL BASKETBALL ASSOCIATION").line("OFFICIAL SCORER'S REPORT").line(section);
  }

  GamebookPdf line(String text) {
    baseline += 11;
    pdf.text(LEFT, baseline, LETTERS, text);
    return this;
  }

  GamebookPdf header() {
    return columns(HEADER, POSITION);
  }

  /**
   * Somebody who played.
   *
   * @param position F, G or C; blank for the bench
   * @param figures from the minutes on, with a space between
   */
  GamebookPdf player(int jersey, String name, String position, String figures) {
    line(String.valueOf(jersey));
    pdf.text(NAME, baseline, LETTERS, name);
    if (!position.isBlank()) {
      pdf.text(POSITION, baseline, LETTERS, position);
    }
    baseline -= 11;
    return columns(figures, POSITION + COLUMN);
  }

  /** Somebody who did not, with his reason in the place of the minutes. */
  GamebookPdf absent(int jersey, String name, String reason) {
    line(String.valueOf(jersey));
    pdf.text(NAME, baseline, LETTERS, name);
    String[] lines = reason.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      baseline += i == 0 ? 0 : 9;
      pdf.text(POSITION + COLUMN, baseline, LETTERS, lines[i]);
    }
    return this;
  }

  GamebookPdf totals(String figures) {
    return columns(figures, POSITION + COLUMN);
  }

  private GamebookPdf columns(String words, double left) {
    baseline += 11;
    double place = left;
    for (String word : words.split(" ", -1)) {
      pdf.text(place, baseline, LETTERS, word);
      place += COLUMN;
    }
    return this;
  }

  byte[] bytes() {
    return pdf.bytes();
  }
}
