package dev.tipoff.io.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes injury reports as the league lays them out: cells are centred in their rows, which are as
 * high as their cell with the most lines; the header stands on the first page only.
 */
final class InjuryReportPdf {
  private static final double[] LEFTS = {24, 120.5, 201, 265, 426, 586.5, 667};
  private static final List<String> HEADER =
      List.of(
          "Game Date", "Game Time", "Matchup", "Team", "Player Name", "Current Status", "Reason");

  private static final double FIRST_ROW = 136;
  private static final double ROW = 22;
  private static final double LINE = 14;

  private final String title;
  private final List<List<List<String>>> pages = new ArrayList<>();
  private boolean withHeader = true;

  /**
   * A report without rows.
   *
   * @param time such as {@code 01/10/31 04:00 PM}
   */
  InjuryReportPdf(String time) {
    title = "Injury Report: " + time;
    nextPage();
  }

  InjuryReportPdf nextPage() {
    pages.add(new ArrayList<>());
    return this;
  }

  InjuryReportPdf withoutHeader() {
    withHeader = false;
    return this;
  }

  /** A row of seven cells; a line break in a cell makes it higher. */
  InjuryReportPdf row(String... cells) {
    pages.get(pages.size() - 1).add(Arrays.asList(cells));
    return this;
  }

  /** A row that begins with the team. */
  InjuryReportPdf team(String team, String player, String status, String reason) {
    return row("", "", "", team, player, status, reason);
  }

  /** A row that begins with the player. */
  InjuryReportPdf player(String player, String status, String reason) {
    return team("", player, status, reason);
  }

  byte[] bytes() {
    PdfWriter pdf = new PdfWriter(841.95f, 595.35f);
    for (int page = 1; page <= pages.size(); page++) {
      pdf.page()
          .text(289, 62, 22, title)
          .text(398, 545, 10, "Page " + page + " of " + pages.size());
      double middle = page == 1 ? FIRST_ROW : 91;
      if (page == 1 && withHeader) {
        write(pdf, HEADER, middle - 21);
      }
      int before = 1;
      for (List<String> row : pages.get(page - 1)) {
        int lines = row.stream().mapToInt(cell -> cell.split("\n", -1).length).max().orElse(1);
        middle += (before - 1) * LINE / 2 + (lines - 1) * LINE / 2;
        write(pdf, row, middle);
        middle += ROW;
        before = lines;
      }
    }
    return pdf.bytes();
  }

  private static void write(PdfWriter pdf, List<String> cells, double middle) {
    for (int column = 0; column < cells.size(); column++) {
      String[] lines = cells.get(column).split("\n", -1);
      double baseline = middle - (lines.length - 1) * LINE / 2;
      for (String line : lines) {
        pdf.text(LEFTS[column], baseline, 10, line);
        baseline += LINE;
      }
    }
  }
}
