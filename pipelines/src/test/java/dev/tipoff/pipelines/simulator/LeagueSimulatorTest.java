package dev.tipoff.pipelines.simulator;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class LeagueSimulatorTest {
  private static final LocalDate FROM = LocalDate.of(2025, 12, 1);
  private static final LocalDate DAY = LocalDate.of(2025, 12, 5);
  private static final LocalDate TO = LocalDate.of(2025, 12, 9);

  @Rule public final TemporaryFolder temp = new TemporaryFolder();

  @Test
  public void sameSeedWritesTheSameBytes() throws IOException {
    Path one = written(7, FROM, TO);
    Path other = written(7, FROM, TO);

    assertThat(fingerprint(one), equalTo(fingerprint(other)));
  }

  @Test
  public void anotherSeedIsAnotherLeague() throws IOException {
    Path one = written(7, FROM, TO);
    Path other = written(8, FROM, TO);

    assertThat(fingerprint(one), not(equalTo(fingerprint(other))));
  }

  @Test
  public void aDayAloneHasTheRowsItHasInARange() throws IOException {
    Path range = written(7, FROM, TO);
    Path alone = written(7, DAY, DAY);

    for (String table : List.of("player_games", "player_dnp", "schedule", "game_lines")) {
      List<List<String>> ofDay =
          rows(range, table)
              .filter(row -> row.get("date").equals(DAY.toString()))
              .map(CSVRecord::toList)
              .toList();
      assertThat(ofDay, is(not(empty())));
      assertThat(rows(alone, table).map(CSVRecord::toList).toList(), equalTo(ofDay));
    }
  }

  @Test
  public void writesTheAgreedColumns() throws IOException {
    Path dir = written(7, DAY, DAY);

    assertThat(
        header(dir, "player_games"),
        is(
            "season,season_type,game_id,date,player,player_id,team,opponent,home,starter,minutes,"
                + "points,rebounds,assists,steals,blocks,turnovers,fgm,fga,fg3m,fg3a,ftm,fta,"
                + "plus_minus"));
    assertThat(
        header(dir, "player_dnp"),
        is("season,season_type,game_id,date,player,player_id,team,opponent,home,comment"));
    assertThat(
        header(dir, "schedule"),
        is("season,season_type,game_id,date,home,away,home_points,away_points"));
    assertThat(
        header(dir, "game_lines"),
        is(
            "date,home,away,home_spread,total,home_ml,away_ml,commence_time,event_id,source,"
                + "game_id"));
  }

  @Test
  public void writesNothingOutsideTheRange() throws IOException {
    Path dir = written(7, FROM, TO);

    for (String table : List.of("player_games", "player_dnp", "schedule", "game_lines")) {
      Set<LocalDate> days =
          rows(dir, table).map(row -> LocalDate.parse(row.get("date"))).collect(Collectors.toSet());
      assertThat(
          days.stream().filter(day -> day.isBefore(FROM) || day.isAfter(TO)).toList(), is(empty()));
      assertThat(days, hasSize(greaterThan(5)));
    }
  }

  @Test
  public void upcomingGamesAreThoseOfTheHistoryWithoutResults() throws IOException {
    Path dir = temp.newFolder().toPath();
    LeagueSimulator.of(7).writeUpcoming(dir, DAY);
    Path history = written(7, DAY, DAY);

    try (Stream<Path> files = Files.list(dir)) {
      assertThat(
          files.map(file -> file.getFileName().toString()).toList(),
          containsInAnyOrder("schedule.csv.gz", "game_lines.csv.gz"));
    }
    assertThat(
        rows(dir, "schedule")
            .map(row -> row.get("home_points") + row.get("away_points"))
            .distinct()
            .toList(),
        contains(""));
    assertThat(gameIds(dir), equalTo(gameIds(history)));
    assertThat(
        Files.readAllBytes(dir.resolve("game_lines.csv.gz")),
        is(Files.readAllBytes(history.resolve("game_lines.csv.gz"))));
  }

  private static List<String> gameIds(Path dir) throws IOException {
    return rows(dir, "schedule").map(row -> row.get("game_id")).toList();
  }

  private Path written(long seed, LocalDate from, LocalDate to) throws IOException {
    Path dir = temp.newFolder().toPath();
    LeagueSimulator.of(seed).writeHistory(dir, from, to);
    return dir;
  }

  private static TreeMap<String, List<Byte>> fingerprint(Path dir) throws IOException {
    TreeMap<String, List<Byte>> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.list(dir)) {
      for (Path file : files.toList()) {
        List<Byte> content = new ArrayList<>();
        for (byte each : Files.readAllBytes(file)) {
          content.add(each);
        }
        bytes.put(file.getFileName().toString(), content);
      }
    }
    return bytes;
  }

  private static String header(Path dir, String table) throws IOException {
    return String.join(",", WrittenTable.read(dir.resolve(table + ".csv.gz")).header());
  }

  private static Stream<CSVRecord> rows(Path dir, String table) throws IOException {
    return WrittenTable.read(dir.resolve(table + ".csv.gz")).rows().stream();
  }
}
