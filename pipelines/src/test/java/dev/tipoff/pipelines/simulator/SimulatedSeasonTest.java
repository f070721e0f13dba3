package dev.tipoff.pipelines.simulator;

import static dev.tipoff.pipelines.simulator.WrittenTable.decimal;
import static dev.tipoff.pipelines.simulator.WrittenTable.number;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SimulatedSeasonTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static List<CSVRecord> players;
  private static List<CSVRecord> absent;
  private static List<CSVRecord> schedule;
  private static List<CSVRecord> lines;

  @BeforeClass
  public static void writeSeason() throws IOException {
    Path dir = TEMP.newFolder().toPath();
    LeagueSimulator.of(20251021)
        .writeHistory(dir, LocalDate.of(2025, 10, 1), LocalDate.of(2026, 6, 30));
    players = WrittenTable.read(dir.resolve("player_games.csv.gz")).rows();
    absent = WrittenTable.read(dir.resolve("player_dnp.csv.gz")).rows();
    schedule = WrittenTable.read(dir.resolve("schedule.csv.gz")).rows();
    lines = WrittenTable.read(dir.resolve("game_lines.csv.gz")).rows();
  }

  @Test
  public void everyBoxScoreAddsUp() {
    for (CSVRecord row : players) {
      int made = number(row, "fgm");
      int threes = number(row, "fg3m");
      int scored = 2 * (made - threes) + 3 * threes + number(row, "ftm");
      assertThat(row.toString(), number(row, "points"), is(scored));
      assertThat(made, is(lessThanOrEqualTo(number(row, "fga"))));
      assertThat(threes, is(lessThanOrEqualTo(Math.min(made, number(row, "fg3a")))));
      assertThat(number(row, "fg3a"), is(lessThanOrEqualTo(number(row, "fga"))));
      assertThat(number(row, "ftm"), is(lessThanOrEqualTo(number(row, "fta"))));
    }
  }

  @Test
  public void teamsAddUpToTheScheduleAndTheClock() {
    Map<String, List<CSVRecord>> teams = byTeamGame();
    for (CSVRecord game : schedule) {
      List<CSVRecord> home = teams.get(game.get("game_id") + game.get("home"));
      List<CSVRecord> away = teams.get(game.get("game_id") + game.get("away"));
      int margin = number(game, "home_points") - number(game, "away_points");
      assertThat(sum(home, "points"), is(decimal(game, "home_points")));
      assertThat(sum(away, "points"), is(decimal(game, "away_points")));
      assertThat(sum(home, "plus_minus"), is(5.0 * margin));
      assertThat(sum(away, "plus_minus"), is(-5.0 * margin));
      double minutes = sum(home, "minutes");
      double periods = Math.round((minutes - 240) / 25);
      assertThat(minutes, is(closeTo(240 + 25 * periods, 0.8)));
      assertThat(sum(away, "minutes"), is(closeTo(minutes, 1.2)));
      assertThat(Math.abs(margin), is(greaterThan(0)));
    }
  }

  @Test
  public void everyPlayerOfARosterIsAccountedForOnce() {
    Map<String, Set<String>> seen = new HashMap<>();
    for (List<CSVRecord> table : List.of(players, absent)) {
      for (CSVRecord row : table) {
        String side = row.get("game_id") + row.get("team");
        assertThat(
            seen.computeIfAbsent(side, none -> new HashSet<>()).add(row.get("player_id")),
            is(true));
      }
    }
    assertThat(seen.size(), is(2 * schedule.size()));
    assertThat(seen.values(), everyItem(hasSize(Roster.SIZE)));
  }

  @Test
  public void nobodyPlaysTwiceADayOrThreeDaysRunning() {
    Map<String, Set<LocalDate>> days = new HashMap<>();
    Map<LocalDate, Integer> slates = new HashMap<>();
    for (CSVRecord game : schedule) {
      LocalDate day = LocalDate.parse(game.get("date"));
      slates.merge(day, 1, Integer::sum);
      for (String team : List.of(game.get("home"), game.get("away"))) {
        assertThat(days.computeIfAbsent(team, none -> new HashSet<>()).add(day), is(true));
      }
    }
    assertThat(days.size(), is(30));
    int backToBacks = 0;
    for (Set<LocalDate> played : days.values()) {
      assertThat(played.size(), is(both(greaterThan(79)).and(lessThan(83))));
      for (LocalDate day : played) {
        boolean dayAfter = played.contains(day.plusDays(1));
        backToBacks += dayAfter ? 1 : 0;
        assertThat(dayAfter && played.contains(day.plusDays(2)), is(false));
      }
    }
    assertThat(backToBacks / 30.0, is(both(greaterThan(8.0)).and(lessThan(22.0))));
    assertThat(slates.values(), everyItem(lessThanOrEqualTo(14)));
    assertThat(slates.containsKey(LocalDate.of(2026, 2, 15)), is(false));
    assertThat(slates.keySet(), hasItem(LocalDate.of(2025, 10, 21)));
    assertThat(slates.keySet(), hasItem(LocalDate.of(2026, 4, 12)));
  }

  @Test
  public void gameLinesAreWellFormed() {
    assertThat(lines, hasSize(schedule.size()));
    for (CSVRecord line : lines) {
      assertThat(Math.abs(number(line, "home_ml")), is(greaterThanOrEqualTo(100)));
      assertThat(Math.abs(number(line, "away_ml")), is(greaterThanOrEqualTo(100)));
      assertThat(decimal(line, "home_spread") * 2 % 1, is(closeTo(0, 0)));
      assertThat(line.get("event_id"), matchesPattern("[0-9a-f]{32}"));
      assertThat(line.get("game_id"), matchesPattern("00225\\d{5}"));
      assertThat(
          line.get("commence_time"), matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:00Z"));
      ZonedDateTime tip =
          Instant.parse(line.get("commence_time")).atZone(ZoneId.of("America/New_York"));
      assertThat(tip.toLocalDate().toString(), is(line.get("date")));
      assertThat(
          tip.toLocalTime(),
          is(
              allOf(
                  greaterThanOrEqualTo(LocalTime.of(12, 0)),
                  lessThanOrEqualTo(LocalTime.of(22, 30)))));
    }
  }

  @Test
  public void scoringIsLikeTheRealLeagues() {
    List<Double> home = values(schedule, "home_points");
    List<Double> away = values(schedule, "away_points");
    List<Double> all = new ArrayList<>(home);
    all.addAll(away);

    assertThat(mean(all), is(closeTo(114, 4)));
    assertThat(deviation(all), is(closeTo(12, 2)));
    assertThat(mean(home) - mean(away), is(closeTo(2.3, 1.5)));
  }

  @Test
  public void minutesAreLikeTheRealLeagues() {
    Map<String, List<CSVRecord>> roles =
        players.stream().collect(Collectors.groupingBy(row -> row.get("starter")));
    assertThat(mean(values(roles.get("1"), "minutes")), is(closeTo(31, 1.5)));
    assertThat(mean(values(roles.get("0"), "minutes")), is(closeTo(15, 3)));
    assertThat(roles.get("1"), hasSize(10 * schedule.size()));
    assertThat((double) players.size() / (2 * schedule.size()), is(closeTo(10.2, 0.8)));
  }

  @Test
  public void starsScoreLikeStars() {
    List<Double> averages =
        byPlayer().values().stream()
            .filter(rows -> rows.size() >= 41)
            .map(rows -> mean(values(rows, "points")))
            .sorted()
            .toList();
    double leader = averages.get(averages.size() - 1);
    assertThat(leader, is(both(greaterThan(27.0)).and(lessThan(35.0))));
    assertThat(averages.get(averages.size() - 20), is(both(greaterThan(20.0)).and(lessThan(27.0))));
  }

  @Test
  public void rotationPlayersMissSomeGamesAtAStretch() {
    Set<String> rotation =
        byPlayer().entrySet().stream()
            .filter(player -> mean(values(player.getValue(), "minutes")) >= 12)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    long missed =
        absent.stream()
            .filter(row -> rotation.contains(row.get("player_id")))
            .filter(row -> !row.get("comment").contains("Coach"))
            .count();
    assertThat((double) missed / (2 * schedule.size()), is(closeTo(0.8, 0.25)));
    assertThat(
        absent.stream().map(row -> row.get("comment")).distinct().toList(),
        everyItem(
            matchesPattern("DNP - Coach's Decision|DN[DP] - Injury/Illness|NWT - Not With Team")));
  }

  @Test
  public void aRunningMeanMissesPointsAsMuchAsInTheRealLeague() {
    List<Double> misses = new ArrayList<>();
    for (List<CSVRecord> games : byPlayer().values()) {
      double points = 0;
      double minutes = 0;
      double weight = 0;
      for (int i = 0; i < games.size(); i++) {
        double scored = decimal(games.get(i), "points");
        if (i >= 10 && minutes / weight >= 10) {
          misses.add(Math.abs(scored - points / weight));
        }
        points = 0.9 * points + scored;
        minutes = 0.9 * minutes + decimal(games.get(i), "minutes");
        weight = 0.9 * weight + 1;
      }
    }
    assertThat(mean(misses), is(both(greaterThan(4.3)).and(lessThan(5.0))));
  }

  private static Map<String, List<CSVRecord>> byPlayer() {
    return grouped(row -> row.get("player_id"));
  }

  private static Map<String, List<CSVRecord>> byTeamGame() {
    return grouped(row -> row.get("game_id") + row.get("team"));
  }

  private static Map<String, List<CSVRecord>> grouped(Function<CSVRecord, String> key) {
    return players.stream().collect(Collectors.groupingBy(key));
  }

  private static List<Double> values(List<CSVRecord> rows, String column) {
    return rows.stream().map(row -> decimal(row, column)).toList();
  }

  private static double sum(List<CSVRecord> rows, String column) {
    return rows.stream().mapToDouble(row -> decimal(row, column)).sum();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElseThrow();
  }

  private static double deviation(List<Double> values) {
    double mean = mean(values);
    return Math.sqrt(mean(values.stream().map(value -> (value - mean) * (value - mean)).toList()));
  }
}
