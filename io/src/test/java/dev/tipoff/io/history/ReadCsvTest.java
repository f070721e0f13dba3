package dev.tipoff.io.history;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.GameLine;
import dev.tipoff.transforms.odds.RawPropLine;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.WithFailures.Result;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** History files: what loads, and what becomes which failure. */
public class ReadCsvTest {
  private static final GameDay DAY = GameDay.parse("2031-01-10");

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();
  @Rule public final transient TemporaryFolder folder = new TemporaryFolder();

  private static PlayerGame.Builder zed() {
    return PlayerGame.builder()
        .setSeason("2030-31")
        .setSeasonType(SeasonType.REGULAR)
        .setGameId("0033000001")
        .setGameDate(DAY)
        .setPlayerName("Zed Quillfeather")
        .setPlayer(PlayerKey.of("900001"))
        .setTeam(TeamCode.BOS)
        .setOpponent(TeamCode.MIA)
        .setHome(true)
        .setStarter(true)
        .setMinutes(34.2)
        .setPoints(23)
        .setRebounds(7)
        .setAssists(4)
        .setSteals(1)
        .setBlocks(0)
        .setTurnovers(2)
        .setFieldGoalsMade(9)
        .setFieldGoalsAttempted(17)
        .setThreesMade(2)
        .setThreesAttempted(6)
        .setFreeThrowsMade(3)
        .setFreeThrowsAttempted(4)
        .setPlusMinus(-11);
  }

  private static PlayerGame zed(String player) {
    return zed().setPlayer(PlayerKey.of(player)).build();
  }

  private static final List<PlayerGame> GOOD =
      List.of(
          zed().build(),
          zed()
              .setPlayerName("Marchbanks, Ulf \"The Door\"")
              .setPlayer(PlayerKey.of("900002"))
              .setTeam(TeamCode.MIA)
              .setOpponent(TeamCode.BOS)
              .setHome(false)
              .setStarter(null)
              .setMinutes(12.5)
              .setPoints(0)
              .setRebounds(1)
              .setAssists(0)
              .setSteals(0)
              .setTurnovers(0)
              .setFieldGoalsMade(0)
              .setFieldGoalsAttempted(3)
              .setThreesMade(0)
              .setThreesAttempted(1)
              .setFreeThrowsMade(0)
              .setFreeThrowsAttempted(0)
              .setPlusMinus(7)
              .build(),
          zed()
              .setSeasonType(SeasonType.CUP_FINAL)
              .setGameId("0033000002")
              .setGameDate(DAY.plusDays(1))
              .setPlayerName("Ñandú Čížek-Øster")
              .setPlayer(PlayerKey.of("900003"))
              .setTeam(TeamCode.PHX)
              .setOpponent(TeamCode.UTA)
              .setHome(false)
              .setStarter(false)
              .setMinutes(28)
              .setPoints(12)
              .setRebounds(3)
              .setAssists(9)
              .setSteals(2)
              .setBlocks(1)
              .setTurnovers(4)
              .setFieldGoalsMade(5)
              .setFieldGoalsAttempted(11)
              .setThreesMade(1)
              .setThreesAttempted(4)
              .setFreeThrowsMade(1)
              .setFreeThrowsAttempted(2)
              .setPlusMinus(0)
              .build(),
          zed()
              .setSeasonType(SeasonType.PLAYOFFS)
              .setGameId("0043000003")
              .setGameDate(GameDay.parse("2031-05-02"))
              .setPlayerName("O'Tamm, Jr.")
              .setPlayer(PlayerKey.of("900004"))
              .setTeam(TeamCode.UTA)
              .setOpponent(TeamCode.PHX)
              .setMinutes(41.75)
              .setPoints(30)
              .setRebounds(10)
              .setAssists(5)
              .setSteals(0)
              .setBlocks(2)
              .setTurnovers(3)
              .setFieldGoalsMade(10)
              .setFieldGoalsAttempted(20)
              .setThreesMade(4)
              .setThreesAttempted(8)
              .setFreeThrowsMade(6)
              .setFreeThrowsAttempted(6)
              .setPlusMinus(15)
              .build());

  private String file(String name, byte[] content) throws IOException {
    return Files.write(folder.getRoot().toPath().resolve(name), content).toString();
  }

  private String file(String name, List<String> lines) throws IOException {
    return Files.write(folder.getRoot().toPath().resolve(name), lines).toString();
  }

  private <T> Result<PCollection<T>, Failure> read(CsvFormat<T> format, String... files) {
    return pipeline.apply(ReadCsv.of(format, List.of(files)));
  }

  /** Runs it and holds rows in against rows out and failures. */
  private void runAndCount(String table, long in, long failed) {
    PipelineResult run = pipeline.run();
    assertThat("rows in", counter(run, ReadCsv.ROWS_IN, table), is(in));
    assertThat("rows failed", counter(run, ReadCsv.ROWS_FAILED, table), is(failed));
  }

  private static long counter(PipelineResult run, String namespace, String name) {
    long sum = 0;
    for (MetricResult<Long> counter :
        run.metrics()
            .queryMetrics(
                MetricsFilter.builder()
                    .addNameFilter(MetricNameFilter.named(namespace, name))
                    .build())
            .getCounters()) {
      sum += counter.getAttempted();
    }
    return sum;
  }

  /** The messages begin with the places; each is its failure's key too. */
  private static void assertFailures(
      PCollection<Failure> failures, FailureCode code, List<String> messages) {
    PAssert.that(failures)
        .satisfies(
            found -> {
              Set<String> sorted = new TreeSet<>();
              for (Failure failure : found) {
                assertThat(failure.getCode(), is(code));
                assertThat(failure.getStep(), is("ReadCsv"));
                assertThat(failure.getMessage(), startsWith(failure.getFailureKey() + ": "));
                sorted.add(failure.getMessage());
              }
              assertThat(List.copyOf(sorted), is(List.copyOf(new TreeSet<>(messages))));
              return null;
            });
  }

  private void assertGood(String file) {
    Result<PCollection<PlayerGame>, Failure> result = read(HistoryFormats.PLAYER_GAMES, file);
    PAssert.that(result.output()).containsInAnyOrder(GOOD);
    PAssert.that(result.failures()).empty();
    runAndCount("nba_raw.player_games", 4, 0);
  }

  @Test
  public void readsAGoodFileWithQuotesAndDiacritics() {
    assertGood(HistoryFiles.path("player-games-good.csv"));
  }

  @Test
  public void readsAGzippedFileWhateverItsName() throws IOException {
    assertGood(file("games.csv", HistoryFiles.gzip(HistoryFiles.text("player-games-good.csv"))));
  }

  @Test
  public void readsAByteOrderMarkAndWindowsLineEnds() {
    assertGood(HistoryFiles.path("player-games-bom-and-crlf.csv"));
  }

  @Test
  public void readsAByteOrderMarkInsideGzip() throws IOException {
    assertGood(
        file(
            "games.csv.gz", HistoryFiles.gzip(HistoryFiles.text("player-games-bom-and-crlf.csv"))));
  }

  @Test
  public void readsColumnsInAnotherOrderAmongOthers() {
    assertGood(HistoryFiles.path("player-games-other-order-and-more-columns.csv"));
  }

  @Test
  public void readsRowsInAnyOrder() throws IOException {
    List<String> lines = new ArrayList<>(HistoryFiles.lines("player-games-good.csv"));
    Collections.reverse(lines.subList(1, lines.size()));
    assertGood(file("reversed.csv", lines));
  }

  @Test
  public void readsAFileWithoutALastLineBreak() throws IOException {
    assertGood(
        file("games.csv", HistoryFiles.text("player-games-good.csv").strip().getBytes("UTF-8")));
  }

  @Test
  public void readsPlayersWhoDidNotPlay() {
    Result<PCollection<PlayerDnp>, Failure> result =
        read(HistoryFormats.PLAYER_DNP, HistoryFiles.path("player-dnp-good.csv"));
    PlayerDnp.Builder dnp =
        PlayerDnp.builder()
            .setSeason("2030-31")
            .setSeasonType(SeasonType.REGULAR)
            .setGameId("0033000001")
            .setGameDate(DAY)
            .setTeam(TeamCode.MIA)
            .setOpponent(TeamCode.BOS)
            .setHome(false);
    PAssert.that(result.output())
        .containsInAnyOrder(
            dnp.setPlayer(PlayerKey.of("900002"))
                .setPlayerName("Ulf Marchbanks")
                .setComment("DND - Injury/Illness, knee")
                .build(),
            dnp.setPlayer(PlayerKey.of("900003"))
                .setPlayerName("Ñandú Čížek-Øster")
                .setComment("")
                .build());
    PAssert.that(result.failures()).empty();
    runAndCount("nba_raw.player_dnp", 2, 0);
  }

  @Test
  public void readsTheSchedule() {
    Result<PCollection<ScheduledGame>, Failure> result =
        read(HistoryFormats.SCHEDULE, HistoryFiles.path("schedule-good.csv"));
    PAssert.that(result.output())
        .containsInAnyOrder(
            ScheduledGame.builder()
                .setSeason("2030-31")
                .setSeasonType(SeasonType.REGULAR)
                .setGameId("0033000001")
                .setGameDate(DAY)
                .setHome(TeamCode.BOS)
                .setAway(TeamCode.MIA)
                .setHomePoints(101)
                .setAwayPoints(99)
                .build(),
            ScheduledGame.builder()
                .setSeason("2030-31")
                .setSeasonType(SeasonType.PLAYIN)
                .setGameId("0053000001")
                .setGameDate(GameDay.parse("2031-04-15"))
                .setHome(TeamCode.UTA)
                .setAway(TeamCode.PHX)
                .build());
    PAssert.that(result.failures()).empty();
    runAndCount("nba_raw.schedule", 2, 0);
  }

  @Test
  public void readsGameLines() {
    Result<PCollection<GameLine>, Failure> result =
        read(HistoryFormats.GAME_LINES, HistoryFiles.path("game-lines-good.csv"));
    PAssert.that(result.output())
        .containsInAnyOrder(
            GameLine.builder()
                .setGameDate(DAY)
                .setHome(TeamCode.BOS)
                .setAway(TeamCode.MIA)
                .setSource("inventedfeed")
                .setEventId("e1")
                .setHomeSpread(-4.5)
                .setTotal(221.5)
                .setHomeMoneyline(-182.4)
                .setAwayMoneyline(151.0)
                .setCommenceTime(Instant.parse("2031-01-11T00:30:00Z"))
                .setGameId("0033000001")
                .build(),
            GameLine.builder()
                .setGameDate(DAY)
                .setHome(TeamCode.UTA)
                .setAway(TeamCode.PHX)
                .setSource("inventedfeed")
                .setEventId("")
                .setGameId("")
                .build());
    PAssert.that(result.failures()).empty();
    runAndCount("nba_raw.game_lines", 2, 0);
  }

  private static RawPropLine.Builder line() {
    return RawPropLine.builder()
        .setSource("inventedfeed")
        .setGameDate(DAY)
        .setEventId("e1")
        .setHome(TeamCode.BOS)
        .setAway(TeamCode.MIA)
        .setBookmaker("alphabook")
        .setMarket(Market.POINTS)
        .setPlayerName("Zed Quillfeather")
        .setPlayer(PlayerKey.of("900001"))
        .setLine(Line.of(22.5))
        .setOverOdds(AmericanOdds.of(-110))
        .setUnderOdds(AmericanOdds.of(105))
        .setSnapshotTime(Instant.parse("2031-01-10T22:15:00.123Z"))
        .setCommenceTime(Instant.parse("2031-01-11T00:30:00Z"));
  }

  @Test
  public void readsPointsLines() {
    Result<PCollection<RawPropLine>, Failure> result =
        read(HistoryFormats.POINTS_LINES, HistoryFiles.path("points-lines-good.csv"));
    PAssert.that(result.output())
        .containsInAnyOrder(
            line().setMain(true).build(),
            line()
                .setPlayerName("Marchbanks, Ulf")
                .setPlayer(null)
                .setBookmaker("betabook")
                .setLine(Line.of(9))
                .setUnderOdds(AmericanOdds.of(100))
                .setSnapshotTime(Instant.parse("2031-01-10T22:15:00Z"))
                .setCommenceTime(null)
                .build());
    PAssert.that(result.failures()).empty();
    runAndCount("nba_raw.player_points_lines", 2, 0);
  }

  @Test
  public void readsLineMovesOfTheirOneFeed() {
    Result<PCollection<RawPropLine>, Failure> result =
        read(HistoryFormats.POINTS_LINE_MOVES, HistoryFiles.path("line-moves-good.csv"));
    PAssert.that(result.output())
        .containsInAnyOrder(
            line().setSource("dh").setEventId("0033000001").build(),
            line()
                .setSource("dh")
                .setEventId("0033000001")
                .setLine(Line.of(23.5))
                .setSnapshotTime(Instant.parse("2031-01-10T22:15:00.124Z"))
                .setCommenceTime(null)
                .build());
    PAssert.that(result.failures()).empty();
    runAndCount("nba_raw.player_points_line_moves", 2, 0);
  }

  @Test
  public void readsLinesOfPointsReboundsAndAssists() {
    Result<PCollection<RawPropLine>, Failure> result =
        read(HistoryFormats.PRA_LINES, HistoryFiles.path("pra-lines-good.csv"));
    PAssert.that(result.output())
        .containsInAnyOrder(
            line()
                .setSource("pra")
                .setMarket(Market.PRA)
                .setPlayer(null)
                .setLine(Line.of(35))
                .setSnapshotTime(Instant.parse("2031-01-10T22:15:00Z"))
                .setCommenceTime(null)
                .build());
    PAssert.that(result.failures()).empty();
    runAndCount("nba_raw.player_pra_lines", 1, 0);
  }

  @Test
  public void badBoxScoresAreFailuresAndTheRestLoads() {
    String file = HistoryFiles.path("player-games-bad-rows.csv");
    Result<PCollection<PlayerGame>, Failure> result = read(HistoryFormats.PLAYER_GAMES, file);
    PAssert.that(result.output()).containsInAnyOrder(zed("900001"), zed("900099"));
    assertFailures(
        result.failures(),
        FailureCode.BAD_ROW,
        List.of(
            file + ":3: rebounds is 'seven': For input string: \"seven\"",
            file + ":4: assists is '-1': not between 0 and 200",
            file + ":5: more shots were made than taken",
            file + ":6: points is 24, but the shots made add up to 23",
            file + ":7: team is 'Seattle': 'Seattle' is not a team",
            file + ":8: player_id is empty",
            file
                + ":9: date is '2031-02-30': '2031-02-30' is not a date like 2025-01-10"
                + " (year-month-day)",
            file + ":10: season is '2031-32', but 2031-01-10 is in 2030-31",
            file + ":11: the row ends after 5 cells, before player_id",
            file + ":12: 'friendly' is not a season type (regular, cup_final, playin, playoffs)",
            file + ":13: home is 'yes': For input string: \"yes\"",
            file + ":14: minutes is 'NaN': not between 0 and 80",
            file + ":15: team and opponent are both BOS",
            file + ":16: steals is '2.5': For input string: \"2.5\"",
            file + ":17: ftm is '99999999999': For input string: \"99999999999\"",
            file + ":18: player is empty",
            file + ":19: more shots were made than taken",
            file + ":21: 25 cells under a header of 24",
            file + ":22: player is 'Z\uFFFDd', which is not UTF-8; save the file as UTF-8"));
    runAndCount("nba_raw.player_games", 21, 19);
  }

  @Test
  public void badLinesAreFailuresAndTheRestLoads() {
    String file = HistoryFiles.path("points-lines-bad-rows.csv");
    Result<PCollection<RawPropLine>, Failure> result = read(HistoryFormats.POINTS_LINES, file);
    PAssert.that(result.output())
        .containsInAnyOrder(
            line().setMain(true).build(),
            line().setMain(true).setBookmaker("fine").setLine(Line.of(21.5)).build());
    String noLine = " is not a line (a positive multiple of 0.5, below 200)";
    String noPrice = " is not a price in American odds (at most -100 or at least +100)";
    assertFailures(
        result.failures(),
        FailureCode.BAD_ROW,
        List.of(
            file + ":3: line is '0': 0.0" + noLine,
            file + ":4: line is '20.3': 20.3" + noLine,
            file + ":5: over_odds is '0': 0" + noPrice,
            file + ":6: under_odds is '+50': 50" + noPrice,
            file + ":7: line is '-3.5': -3.5" + noLine,
            file + ":8: line is empty",
            file + ":9: over_odds is '-110.5': no whole number of a sensible size",
            file + ":10: snapshot_time is 'noon': Invalid format: \"noon\"",
            file + ":11: snapshot_time is empty",
            file + ":12: is_main is '2': not between 0 and 1",
            file + ":13: over_odds is '1e300': no whole number of a sensible size",
            file + ":14: line is 'Infinity': Infinity" + noLine,
            file + ":15: home is 'Gotham': 'Gotham' is not a team",
            file + ":16: event_id is empty"));
    runAndCount("nba_raw.player_points_lines", 16, 14);
  }

  @Test
  public void badGamesAndGameLinesAreFailures() {
    String games = HistoryFiles.path("schedule-bad-rows.csv");
    String lines = HistoryFiles.path("game-lines-bad-rows.csv");
    Result<PCollection<ScheduledGame>, Failure> schedule =
        pipeline.apply("Games", ReadCsv.of(HistoryFormats.SCHEDULE, List.of(games)));
    Result<PCollection<GameLine>, Failure> gameLines =
        pipeline.apply("Lines", ReadCsv.of(HistoryFormats.GAME_LINES, List.of(lines)));
    PAssert.that(schedule.output()).empty();
    PAssert.that(gameLines.output()).empty();
    assertFailures(
        schedule.failures(),
        FailureCode.BAD_ROW,
        List.of(
            games + ":2: home and away are both BOS",
            games + ":3: only one of home_points and away_points is given",
            games + ":4: game_id is empty",
            games
                + ":5: date is '10.01.2031': '10.01.2031' is not a date like 2025-01-10"
                + " (year-month-day)",
            games + ":6: away_points is '251': not between 0 and 250"));
    assertFailures(
        gameLines.failures(),
        FailureCode.BAD_ROW,
        List.of(
            lines + ":2: home_spread is '-70.5': not between -70 and 70",
            lines + ":3: total is '22.15': not between 100 and 350",
            lines + ":4: commence_time is 'soon': Invalid format: \"soon\"",
            lines + ":5: source is empty"));
    runAndCount("nba_raw.schedule", 5, 5);
  }

  @Test
  public void aBadRowIsKeptWithItsFailure() {
    Result<PCollection<ScheduledGame>, Failure> schedule =
        read(HistoryFormats.SCHEDULE, HistoryFiles.path("schedule-bad-rows.csv"));
    PAssert.that(schedule.output()).empty();
    PAssert.that(schedule.failures())
        .satisfies(
            failures -> {
              List<String> payloads = new ArrayList<>();
              failures.forEach(failure -> payloads.add(failure.getPayload()));
              Collections.sort(payloads);
              List<String> rows =
                  new ArrayList<>(HistoryFiles.lines("schedule-bad-rows.csv").subList(1, 6));
              Collections.sort(rows);
              assertThat(payloads, is(rows));
              return null;
            });
    pipeline.run();
  }

  @Test
  public void countsBlankLinesAndLineBreaksInsideQuotes() {
    String file = HistoryFiles.path("player-games-blank-lines-and-line-breaks.csv");
    Result<PCollection<PlayerGame>, Failure> result = read(HistoryFormats.PLAYER_GAMES, file);
    PAssert.that(result.output())
        .containsInAnyOrder(zed().setPlayerName("Zed\n\nQuillfeather").build());
    assertFailures(
        result.failures(),
        FailureCode.BAD_ROW,
        List.of(
            file + ":8: rebounds is 'seven': For input string: \"seven\"",
            file + ":9: rebounds is 'eight': For input string: \"eight\"",
            file + ":11: minutes is 'long': For input string: \"long\"",
            file + ":13: rebounds is 'nine': For input string: \"nine\""));
    runAndCount("nba_raw.player_games", 5, 4);
  }

  @Test
  public void ofAFileReadTwiceEveryRowIsLoadedOnce() throws IOException {
    String one = HistoryFiles.path("player-games-good.csv");
    String other = file("zzz-copy.csv", HistoryFiles.lines("player-games-good.csv"));
    Result<PCollection<PlayerGame>, Failure> result = read(HistoryFormats.PLAYER_GAMES, other, one);
    PAssert.that(result.output()).containsInAnyOrder(GOOD);
    String first = one.compareTo(other) < 0 ? one : other;
    String copy = first.equals(one) ? other : one;
    assertFailures(
        result.failures(),
        FailureCode.DUPLICATE_ROW,
        List.of(
            copy + ":2: the same row as " + first + ":2",
            copy + ":3: the same row as " + first + ":3",
            copy + ":4: the same row as " + first + ":4",
            copy + ":5: the same row as " + first + ":5"));
    runAndCount("nba_raw.player_games", 8, 4);
  }

  @Test
  public void ofRowsThatContradictEachOtherNoneIsLoaded() {
    String file = HistoryFiles.path("player-games-conflicting.csv");
    Result<PCollection<PlayerGame>, Failure> result = read(HistoryFormats.PLAYER_GAMES, file);
    PAssert.that(result.output()).containsInAnyOrder(zed("900002"), zed("900003"));
    String message =
        ": differs from another row with the same key (game_id, player = 0033000001|900001);"
            + " keep the right one";
    assertFailures(
        result.failures(),
        FailureCode.CONFLICTING_ROWS,
        List.of(file + ":2" + message, file + ":4" + message));
    PAssert.that(result.failures())
        .satisfies(
            failures -> {
              failures.forEach(failure -> assertThat(failure.getGameDate(), is(DAY)));
              return null;
            });
    runAndCount("nba_raw.player_games", 4, 2);
  }

  @Test
  public void aCopyDoesNotSettleAContradiction() throws IOException {
    List<String> lines = new ArrayList<>(HistoryFiles.lines("player-games-conflicting.csv"));
    lines.add(lines.get(1));
    String file = file("games.csv", lines);
    Result<PCollection<PlayerGame>, Failure> result = read(HistoryFormats.PLAYER_GAMES, file);
    PAssert.that(result.output()).containsInAnyOrder(zed("900002"), zed("900003"));
    PAssert.that(result.failures())
        .satisfies(
            failures -> {
              Set<String> keys = new TreeSet<>();
              failures.forEach(failure -> keys.add(failure.getFailureKey()));
              assertThat(keys, contains(file + ":2", file + ":4", file + ":6"));
              return null;
            });
    runAndCount("nba_raw.player_games", 5, 3);
  }

  @Test
  public void anUnclosedQuoteEndsTheFile() {
    String file = HistoryFiles.path("player-games-unclosed-quote.csv");
    Result<PCollection<PlayerGame>, Failure> result = read(HistoryFormats.PLAYER_GAMES, file);
    PAssert.that(result.output()).containsInAnyOrder(zed("900001"));
    PAssert.that(result.failures())
        .satisfies(
            failures -> {
              List<Failure> found = new ArrayList<>();
              failures.forEach(found::add);
              assertThat(found, hasSize(1));
              assertThat(found.get(0).getCode(), is(FailureCode.BAD_FILE));
              assertThat(found.get(0).getFailureKey(), is(file + ":4"));
              assertThat(
                  found.get(0).getMessage(),
                  containsString("the file cannot be read from here on"));
              return null;
            });
    runAndCount("nba_raw.player_games", 1, 0);
  }

  @Test
  public void aFirstRowThatNeverEndsIsABadFile() throws IOException {
    String file =
        file("games.csv", List.of(HistoryFiles.lines("player-games-good.csv").get(0), "\"2030-31"));
    Result<PCollection<PlayerGame>, Failure> result = read(HistoryFormats.PLAYER_GAMES, file);
    PAssert.that(result.output()).empty();
    PAssert.that(result.failures())
        .satisfies(
            failures -> {
              Failure failure = failures.iterator().next();
              assertThat(failure.getCode(), is(FailureCode.BAD_FILE));
              assertThat(failure.getFailureKey(), is(file + ":2"));
              return null;
            });
    runAndCount("nba_raw.player_games", 0, 0);
  }

  @Test
  public void aCutArchiveEndsTheFileAndTheOthersLoad() throws IOException {
    StringBuilder text = new StringBuilder(HistoryFiles.lines("player-games-good.csv").get(0));
    String row = HistoryFiles.lines("player-games-good.csv").get(1);
    for (int player = 0; player < 5_000; player++) {
      text.append('\n').append(row.replace("900001", "p" + player));
    }
    byte[] packed = HistoryFiles.gzip(text.toString());
    String cut = file("cut.csv.gz", Arrays.copyOf(packed, packed.length / 2));
    String good = HistoryFiles.path("player-games-good.csv");
    Result<PCollection<PlayerGame>, Failure> result = read(HistoryFormats.PLAYER_GAMES, cut, good);
    PAssert.that(result.output())
        .satisfies(
            rows -> {
              Set<String> players = new TreeSet<>();
              rows.forEach(game -> players.add(game.getPlayer().getId()));
              assertThat(players.contains("900001") && players.contains("p0"), is(true));
              assertThat(players.contains("p4999"), is(false));
              return null;
            });
    PAssert.that(result.failures())
        .satisfies(
            failures -> {
              Failure failure = failures.iterator().next();
              assertThat(failure.getCode(), is(FailureCode.BAD_FILE));
              assertThat(failure.getFailureKey(), startsWith(cut + ":"));
              return null;
            });
    pipeline.run();
  }

  /** As it may become between the check and the run. */
  @Test
  public void anArchiveCutBeforeItsHeaderIsABadFile() throws IOException {
    byte[] packed = HistoryFiles.gzip(HistoryFiles.text("player-games-good.csv"));
    String file = file("cut.csv.gz", Arrays.copyOf(packed, 12));
    Result<PCollection<PlayerGame>, Failure> result = read(HistoryFormats.PLAYER_GAMES, file);
    PAssert.that(result.output()).empty();
    PAssert.that(result.failures())
        .satisfies(
            failures -> {
              Failure failure = failures.iterator().next();
              assertThat(failure.getCode(), is(FailureCode.BAD_FILE));
              assertThat(failure.getFailureKey(), is(file + ":1"));
              return null;
            });
    pipeline.run();
  }
}
