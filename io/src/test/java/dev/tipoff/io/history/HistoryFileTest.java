package dev.tipoff.io.history;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What is said of a file before anything is read from it. */
public class HistoryFileTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private String file(byte[] content) throws IOException {
    return Files.write(folder.getRoot().toPath().resolve("games.csv"), content).toString();
  }

  private String file(String content) throws IOException {
    return file(content.getBytes(StandardCharsets.UTF_8));
  }

  private static String refusal(CsvFormat<?> format, String file) {
    return assertThrows(IllegalArgumentException.class, () -> HistoryFile.check(format, file))
        .getMessage();
  }

  @Test
  public void acceptsEveryFormatsGoodFile() {
    HistoryFile.check(HistoryFormats.PLAYER_GAMES, HistoryFiles.path("player-games-good.csv"));
    HistoryFile.check(
        HistoryFormats.PLAYER_GAMES, HistoryFiles.path("player-games-bom-and-crlf.csv"));
    HistoryFile.check(HistoryFormats.PLAYER_DNP, HistoryFiles.path("player-dnp-good.csv"));
    HistoryFile.check(HistoryFormats.SCHEDULE, HistoryFiles.path("schedule-good.csv"));
    HistoryFile.check(HistoryFormats.GAME_LINES, HistoryFiles.path("game-lines-good.csv"));
    HistoryFile.check(HistoryFormats.POINTS_LINES, HistoryFiles.path("points-lines-good.csv"));
    HistoryFile.check(HistoryFormats.POINTS_LINE_MOVES, HistoryFiles.path("line-moves-good.csv"));
    HistoryFile.check(HistoryFormats.PRA_LINES, HistoryFiles.path("pra-lines-good.csv"));
  }

  @Test
  public void acceptsAHeaderWithoutRows() throws IOException {
    HistoryFile.check(
        HistoryFormats.SCHEDULE, file(HistoryFiles.lines("schedule-good.csv").get(0)));
  }

  @Test
  public void refusesAMissingFile() {
    String missing = folder.getRoot() + "/no-such-file.csv";
    assertThat(refusal(HistoryFormats.SCHEDULE, missing), is(missing + " does not exist"));
  }

  @Test
  public void refusesAFolder() {
    String directory = folder.getRoot().getPath();
    assertThat(
        refusal(HistoryFormats.SCHEDULE, directory),
        is(directory + " is a directory; name a CSV file in it"));
  }

  @Test
  public void refusesAnEmptyFile() throws IOException {
    for (String nothing : new String[] {"", "\ufeff", "\n\n"}) {
      String empty = file(nothing);
      assertThat(
          refusal(HistoryFormats.SCHEDULE, empty),
          is(
              empty
                  + " is empty; its first line should name the columns [season, season_type,"
                  + " game_id, date, home, away, home_points, away_points]"));
    }
  }

  @Test
  public void namesTheColumnsThatAreMissing() {
    String other = HistoryFiles.path("player-dnp-good.csv");
    assertThat(
        refusal(HistoryFormats.SCHEDULE, other),
        is(
            other
                + " is no file for nba_raw.schedule: it lacks the columns [away, home_points,"
                + " away_points] and has [season, season_type, game_id, date, player, player_id,"
                + " team, opponent, home, comment]"));
  }

  @Test
  public void namesTheFileWhoseHeaderIsBroken() throws IOException {
    String header = HistoryFiles.lines("schedule-good.csv").get(0);
    for (String broken :
        new String[] {header + ",home", header + ",,", "\"" + header, header + ",\"a\"b"}) {
      String file = file(broken + "\n");
      assertThat(broken, refusal(HistoryFormats.SCHEDULE, file), startsWith(file + " "));
    }
  }

  @Test
  public void namesAnArchiveThatIsCutInItsHeader() throws IOException {
    byte[] packed = HistoryFiles.gzip(HistoryFiles.text("schedule-good.csv"));
    String file = file(Arrays.copyOf(packed, 12));
    assertThat(
        refusal(HistoryFormats.SCHEDULE, file),
        allOf(startsWith(file + " cannot be read: "), containsString("end of")));
  }

  @Test
  public void readsNoFurtherThanTheHeader() throws IOException {
    Path file = folder.getRoot().toPath().resolve("games.csv");
    Files.writeString(file, HistoryFiles.lines("schedule-good.csv").get(0) + "\n\"unclosed");
    HistoryFile.check(HistoryFormats.SCHEDULE, file.toString());
  }
}
