package dev.tipoff.io.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The documents of the made-up league's night of 2031-01-10. They are committed under {@code
 * test-data/league/__files}; {@link #main} writes them again.
 */
final class LeagueNightPdfs {
  static final String INJURIES = "nba-injuries/injury-report-2031-01-10.pdf";
  static final String BOSTON = "nba-documents/20310110_MIABOS_book.pdf";
  static final String LOS_ANGELES = "nba-documents/20310110_DENLAL_book.pdf";

  private LeagueNightPdfs() {}

  /** Writes the documents to the folder that is named. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    write(folder.resolve(INJURIES), injuries());
    write(folder.resolve(BOSTON), boston());
    write(folder.resolve(LOS_ANGELES), losAngeles());
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  static byte[] injuries() {
    return new InjuryReportPdf("01/10/31 04:00 PM")
        .row("01/10/2031", "07:30 (ET)", "MIA@BOS", "Miami Heat", "", "", "NOT YET SUBMITTED")
        .team("Boston Celtics", "Đorđević, Ivo", "Out", "Injury/Illness - Left Ankle; Sprain")
        .row(
            "",
            "10:00 (ET)",
            "DEN@LAL",
            "Denver Nuggets",
            "Adu, Emeka",
            "Questionable",
            "Injury/Illness - Right Knee;\nSoreness")
        .nextPage()
        .team("Los Angeles Lakers", "", "", "NOT YET SUBMITTED")
        .bytes();
  }

  static byte[] boston() {
    return new GamebookPdf()
        .page("FINAL BOX")
        .line("Friday, January 10, 2031 Harbour Garden, Boston, MA")
        .line("Officials: #81 Ada Brightwater, #82 Tomas Quill, #83 Noor Haddad")
        .line("Game Duration: 2:14")
        .line("Attendance: 18624 (Sellout)")
        .line("VISITOR: Miami Heat (20-17)")
        .header()
        .player(11, "Søren Lindqvist", "G", "48:00 17 24 1 3 0 1 1 2 3 4 2 3 5 0 -8 35")
        .player(12, "Dante Okonjo", "F", "48:00 9 13 5 6 3 5 2 2 4 2 3 3 5 1 -8 26")
        .player(13, "Rafael Weißmann", "C", "48:00 8 11 0 0 0 1 3 7 10 3 4 1 1 1 -8 16")
        .player(14, "Luis Prado", "F", "48:00 4 10 4 5 1 2 1 3 4 5 1 2 4 1 -8 13")
        .player(15, "Noel Achterberg", "G", "48:00 3 11 1 6 7 9 2 4 6 2 1 0 2 0 -8 14")
        .totals("240:00 41 69 11 20 11 18 9 18 27 16 11 9 17 3 -8 104")
        .line("48.1% 37.9% 85% TM REB: 8 TOT TO: 10 (12 PTS)")
        .line("HOME: BOSTON CELTICS (27-10)")
        .header()
        .player(1, "Teodor Łuczak", "G", "48:00 11 18 1 5 4 5 0 7 7 11 3 3 2 0 8 27")
        .player(2, "Marcus Bellweather Jr.", "F", "48:00 10 17 3 7 0 0 2 2 4 4 4 3 3 0 8 23")
        .player(4, "Owen Pryce", "F", "48:00 7 16 6 11 1 3 0 5 5 6 1 2 0 1 8 21")
        .player(5, "Kit Harrow", "G", "48:00 5 10 5 6 4 4 1 7 8 2 0 3 5 1 8 19")
        .player(6, "Hal Merriweather", "C", "48:00 11 19 0 2 0 2 3 10 13 2 4 0 1 1 8 22")
        .totals("240:00 44 80 15 31 9 14 6 31 37 25 12 11 11 3 8 112")
        .line("55.4% 42.4% 88.9% TM REB: 9 TOT TO: 9 (11 PTS)")
        .line("SCORE BY PERIOD 1 2 3 4 FINAL")
        .line("Heat 25 27 24 28 104")
        .line("CELTICS 30 26 29 27 112")
        .line("Inactive: Celtics - Đorđević (Injury/Illness - Left Ankle; Sprain)")
        .line("Points in the Paint - Heat 46 (23/38), Celtics 52 (26/37)")
        .page("1st QUARTER ONLY")
        .line("VISITOR: Miami Heat (20-17)")
        .header()
        .player(11, "Søren Lindqvist", "G", "12:00 2 5 1 3 0 0 0 1 1 2 0 1 1 0 -5 5")
        .bytes();
  }

  static byte[] losAngeles() {
    return new GamebookPdf()
        .page("FINAL BOX")
        .line("Friday, January 10, 2031 Palisade Arena, Los Angeles, CA")
        .line("Officials: #84 Wes Ferncliff, #85 Ines Marlow, #86 Pat O'Dell")
        .line("Game Duration: 2:19")
        .line("Attendance: 18997 (Sellout)")
        .line("VISITOR: Denver Nuggets (25-12)")
        .header()
        .player(21, "Jonas Vrančić", "G", "48:00 10 18 4 9 6 7 2 7 9 5 4 1 1 0 -6 30")
        .player(22, "Caleb Thornhill III", "F", "48:00 7 17 3 7 2 2 0 3 3 0 1 1 2 1 -6 19")
        .player(23, "Emeka Adu", "C", "48:00 12 18 1 1 3 3 5 10 15 4 4 1 0 0 -6 28")
        .player(24, "Zane Whitlock", "F", "48:00 5 14 5 9 0 2 2 7 9 6 0 1 3 1 -6 15")
        .player(25, "Bo Tillery", "G", "48:00 7 13 0 3 3 4 1 5 6 3 2 0 4 1 -6 17")
        .totals("240:00 41 80 13 29 14 18 10 32 42 18 11 4 10 3 -6 109")
        .line("HOME: LOS ANGELES LAKERS (22-16)")
        .header()
        .player(31, "Aurelio Santángelo", "G", "48:00 9 13 3 5 2 3 2 4 6 4 1 3 3 1 6 23")
        .player(32, "Tyrell Mox", "F", "48:00 15 23 0 5 4 5 2 6 8 3 5 1 1 0 6 34")
        .player(33, "Marcus Bellweather", "C", "48:00 10 15 0 0 2 2 1 9 10 5 0 2 4 0 6 22")
        .player(34, "Rex Calloway", "F", "48:00 6 14 4 5 2 2 2 6 8 10 1 3 4 1 6 18")
        .player(35, "Ira Fontaine", "G", "48:00 5 8 2 3 6 7 1 7 8 1 1 2 3 1 6 18")
        .totals("240:00 45 73 9 18 16 19 8 32 40 23 8 11 15 3 6 115")
        .line("SCORE BY PERIOD 1 2 3 4 FINAL")
        .line("Nuggets 28 26 27 28 109")
        .line("LAKERS 29 27 30 29 115")
        .bytes();
  }
}
