package dev.tipoff.pipelines.command;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.Slf4jNotifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.warehouse.WarehouseAdmin.Digest;
import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.tables.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * A league whose every provider is a server of ours: scraped, archived, loaded and predicted from,
 * as a user does it, without a file to import.
 */
public class LeagueNightTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final Path LEAGUE =
      Path.of(System.getProperty("tipoff.root"), "test-data", "league");
  private static final String DAY = "--date=2031-01-10";
  private static final String AS_OF = "--asOf=2031-01-10T21:00:00Z";

  private static WireMockServer providers;
  private static Path folder;
  private static TestWarehouse warehouse;
  private static String history;
  private static String night;

  @BeforeClass
  public static void playTheNight() throws IOException {
    WireMockConfiguration config =
        options()
            .dynamicPort()
            .withRootDirectory(LEAGUE.toString())
            .notifier(new Slf4jNotifier(false));
    providers = new WireMockServer(config);
    providers.start();
    folder = TEMP.newFolder().toPath();
    warehouse = TestWarehouse.in(folder);
    String days = "--sources=nbac_scoreboard_v2,nbac_player_boxscore";
    history = ask("scrape", days, "--from=2031-01-02", "--to=2031-01-08", AS_OF);
    tipoff(warehouse, "load-raw", "--from=2031-01-02", "--to=2031-01-08", archive());
    night = ask("run", DAY, AS_OF, "--sources=" + everySource(), "--site=" + folder);
  }

  @AfterClass
  public static void stop() {
    providers.stop();
  }

  private static String everySource() {
    return Catalogue.load().all().stream().map(Source::id).collect(Collectors.joining(","));
  }

  private static String archive() {
    return "--archive=" + folder.resolve("archive");
  }

  private static String ask(String... words) {
    List<String> args = new ArrayList<>(List.of(words));
    args.add(archive());
    args.add("--providersAt=" + providers.baseUrl());
    args.add("--driveFolder=aFolderOfOurs");
    args.add("--requestsPerSecond=100");
    args.addAll(List.of("--oddsApiKey=", "--bdlApiKey=", "--driveApiKey="));
    return tipoff(warehouse, args.toArray(String[]::new));
  }

  private static String tipoff(TestWarehouse into, String... words) {
    List<String> args = new ArrayList<>(List.of(words));
    args.add("--warehouse=duckdb:" + into.file());
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
    int ended = Command.run(args.toArray(String[]::new), stream, stream);
    assertThat(text.toString(StandardCharsets.UTF_8), ended, is(0));
    return text.toString(StandardCharsets.UTF_8);
  }

  @Test
  public void everySourceIsAskedAndCovered() {
    assertThat(history + night, not(containsString("INCOMPLETE")));
    assertThat(
        warehouse.column(
            "SELECT DISTINCT source FROM nba_orchestration.scraper_runs WHERE complete"
                + " ORDER BY source"),
        is(Catalogue.load().all().stream().map(Source::id).sorted().toList()));
    assertThat(Catalogue.load().all().size(), is(35));
    assertThat(providers.findAllUnmatchedRequests(), is(empty()));
  }

  @Test
  public void everyKindOfFactIsLoaded() {
    for (Table<?> table : FeedTables.all()) {
      assertThat(
          table.name(),
          warehouse.number("SELECT COUNT(*) FROM " + table.name()),
          is(greaterThan(0L)));
    }
    assertThat(
        warehouse.column(
            "SELECT code || ' ' || failure_key || ': ' || message FROM nba_orchestration.failures"
                + " WHERE code IN ('BAD_BODY', 'BAD_ENTRY', 'PARSER_FAULT', 'SCHEMA_DRIFT',"
                + " 'CONFLICTING_ROWS', 'INCOMPLETE_SCRAPE', 'INCOMPLETE_INPUT')"),
        is(empty()));
  }

  /**
   * Boston and Denver have reported to the league; of Miami and the Lakers balldontlie's list
   * tells.
   */
  @Test
  public void whoIsOutIsKnownOfEveryTeam() {
    assertThat(
        warehouse.column(
            "SELECT team || ' ' || player_name || ' ' || status || ' ' || source"
                + " FROM nba_analytics.player_availability ORDER BY team"),
        is(
            List.of(
                "BOS Ivo Đorđević OUT nbac_injury_report",
                "DEN Emeka Adu QUESTIONABLE nbac_injury_report")));
    assertThat(
        warehouse.column(
            "SELECT team || ' ' || players_listed || ' ' || source || ' ' || stand_in"
                + " FROM nba_analytics.team_injury_reports ORDER BY team"),
        is(
            List.of(
                "BOS 1 nbac_injury_report false",
                "DEN 1 nbac_injury_report false",
                "LAL 0 bdl_injuries false",
                "MIA 0 bdl_injuries false")));
    assertThat(
        warehouse.column(
            "SELECT code || ' ' || failure_key FROM nba_orchestration.failures"
                + " WHERE step = 'ResolveAvailability'"),
        is(empty()));
  }

  @Test
  public void everyLinedPlayerIsPredictedFromEarlierNightsAndGradedOnThisOne() {
    assertThat(
        warehouse.number(
            "SELECT COUNT(DISTINCT player) FROM nba_predictions.player_prop_predictions"),
        is(greaterThan(15L)));
    assertThat(
        warehouse.column("SELECT DISTINCT player FROM nba_predictions.player_prop_predictions"),
        hasItem("900001"));
    assertThat(
        warehouse.number("SELECT COUNT(*) FROM nba_predictions.prediction_accuracy"),
        is(warehouse.number("SELECT COUNT(*) FROM nba_predictions.player_prop_predictions")));
  }

  /**
   * Two games of ten players who played and one who did not, with every shot of theirs. The file of
   * the other source has shots of the latter.
   */
  @Test
  public void theNightIsSummarisedWithItsShotsByZone() {
    assertThat(
        warehouse.column(
            "SELECT CONCAT(game_date, ' ', played, ' ', shot_source, ' ', COUNT(*), ' ',"
                + " COUNT(win), ' ', COUNT(DISTINCT reason))"
                + " FROM nba_analytics.player_game_summary"
                + " GROUP BY game_date, played, shot_source ORDER BY played DESC"),
        is(List.of("2031-01-10 true nbac_play_by_play 20 20 0", "2031-01-10 false  1 1 1")));
    assertThat(
        warehouse.column(
            "SELECT CONCAT(player_name, ': ', paint_attempts, '+', mid_range_attempts, '+',"
                + " three_attempts, '=', field_goals_attempted)"
                + " FROM nba_analytics.player_game_summary WHERE played AND field_goals_attempted"
                + " <> paint_attempts + mid_range_attempts + three_attempts"),
        is(empty()));
    assertThat(
        warehouse.column(
            "SELECT CONCAT(o.team, ' ', o.points, ' ', o.complete, ' ', o.win, ' ',"
                + " ROUND(o.pace), ' ', ROUND(o.offensive_rating), ' ', d.shot_source)"
                + " FROM nba_analytics.team_offense_game_summary AS o"
                + " JOIN nba_analytics.team_defense_game_summary AS d"
                + " ON d.game_id = o.game_id AND d.team = o.opponent"
                + " AND d.defensive_rating = o.offensive_rating ORDER BY o.team"),
        is(
            List.of(
                "BOS 112 true true 96.0 117.0 nbac_play_by_play",
                "DEN 109 true false 97.0 112.0 nbac_play_by_play",
                "LAL 115 true true 97.0 118.0 nbac_play_by_play",
                "MIA 104 true false 96.0 109.0 nbac_play_by_play")));
    assertThat(
        warehouse.column(
            "SELECT failure_key || ': ' || message FROM nba_orchestration.failures"
                + " WHERE step = 'SummariseGames'"),
        is(
            List.of(
                "0023000511|bigdataball_pbp: 15 of 165 shots of bigdataball_pbp are of nobody in"
                    + " the box score: Ivo Đorđević (BOS)")));
  }

  /** No play-by-play of an earlier night is kept. */
  @Test
  public void everyAnalysisHasARowOfEveryTeamAndPlayer() {
    assertThat(
        warehouse.column(
            "SELECT CONCAT(team, ' ', zone_games, ' ', zone_source, ' ', box_score_games)"
                + " FROM nba_precompute.team_defense_zone_analysis ORDER BY team"),
        is(List.of("BOS 0  4", "DEN 0  4", "LAL 0  4", "MIA 0  4")));
    long players = warehouse.number("SELECT COUNT(*) FROM nba_precompute.ml_feature_store");
    for (String table :
        List.of("player_shot_zone_analysis", "player_composite_factors", "player_daily_cache")) {
      assertThat(
          table,
          warehouse.number(
              "SELECT COUNT(*) FROM nba_precompute."
                  + table
                  + " JOIN nba_precompute.ml_feature_store USING (game_date, game_id, player)"),
          is(players));
    }
    assertThat(players, is(greaterThan(15L)));
  }

  /** The night's games as if they had been played on the third. */
  @Test
  public void theZonesOfEarlierNightsAreWhatTeamsAllowedAndPlayersShot() throws IOException {
    TestWarehouse later = warehouse.copyTo(TEMP.newFolder().toPath());
    later.execute("UPDATE nba_analytics.player_game_summary SET game_date = DATE '2031-01-03'");
    tipoff(later, "precompute", DAY);
    assertThat(
        later.column(
            "SELECT CONCAT(z.team, ' ', z.zone_source) FROM"
                + " nba_precompute.team_defense_zone_analysis AS z"
                + " JOIN nba_analytics.team_defense_game_summary AS d USING (team)"
                + " WHERE z.zone_games = 1"
                + " AND z.paint_zone_attempts_allowed = d.paint_attempts_allowed"
                + " AND z.mid_range_zone_makes_allowed = d.mid_range_makes_allowed"
                + " AND z.three_zone_attempts_allowed = d.three_attempts_allowed ORDER BY z.team"),
        is(
            List.of(
                "BOS PLAY_BY_PLAY", "DEN PLAY_BY_PLAY", "LAL PLAY_BY_PLAY", "MIA PLAY_BY_PLAY")));
    assertThat(
        later.column(
            "SELECT player FROM nba_precompute.player_shot_zone_analysis AS z"
                + " JOIN nba_analytics.player_game_summary AS s USING (player)"
                + " JOIN nba_precompute.ml_feature_store AS f USING (player)"
                + " WHERE z.zone_attempts_last_10 ="
                + " s.paint_attempts + s.mid_range_attempts + s.three_attempts"
                + " AND z.paint_share_last_10 = 100.0 * s.paint_attempts / z.zone_attempts_last_10"
                + " AND f.paint_share_of_shots = z.paint_share_last_10 ORDER BY player"),
        is(
            later.column(
                "SELECT player FROM nba_analytics.player_game_summary"
                    + " JOIN nba_precompute.ml_feature_store USING (player) WHERE played"
                    + " AND paint_attempts + mid_range_attempts + three_attempts >= 10"
                    + " ORDER BY player")));
  }

  @Test
  public void theArchiveLoadedAgainShuffledOrAfreshGivesTheSameTables() throws IOException {
    Map<String, Digest> before = warehouse.digests(raw());
    tipoff(warehouse, "load-raw", "--from=2031-01-02", "--to=2031-01-10", archive());
    assertThat("loaded again", warehouse.digests(raw()), is(before));

    TestWarehouse afresh = TestWarehouse.in(TEMP.newFolder().toPath());
    tipoff(afresh, "load-raw", "--from=2031-01-02", "--to=2031-01-10", archive());
    assertThat("afresh", afresh.digests(raw()), is(before));

    Path shuffled = TEMP.newFolder().toPath();
    shuffle(folder.resolve("archive"), shuffled);
    TestWarehouse other = TestWarehouse.in(TEMP.newFolder().toPath());
    tipoff(other, "load-raw", "--from=2031-01-02", "--to=2031-01-10", "--archive=" + shuffled);
    assertThat("shuffled", other.digests(raw()), is(before));
  }

  private static List<Table<?>> raw() {
    return Tables.reproducible().stream()
        .filter(table -> table.name().startsWith("nba_raw."))
        .toList();
  }

  /** Copies the archive's files in another order, which is that of most file systems' lists. */
  private static void shuffle(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
    }
    Collections.shuffle(files, new Random(7));
    for (Path file : files) {
      Path copy = to.resolve(from.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }
}
