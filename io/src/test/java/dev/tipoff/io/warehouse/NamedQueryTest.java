package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import com.google.common.base.Splitter;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.feed.RosterListing;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.RawPropLine;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.roster.RosterEntry;
import dev.tipoff.transforms.roster.RosterEntry.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Named queries: their text with its values, and every one of them run on a warehouse. */
public class NamedQueryTest {
  private static final GameDay DAY = InventedRows.DAY;
  private static final long DAYS_4 = 4 * 86_400_000L;
  private static final SlateRange SLATE = SlateRange.of(DAY);

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();
  @Rule public final transient TemporaryFolder folder = new TemporaryFolder();

  private static NamedQuery<RosterEntry> rosterOf(String name) {
    return NamedQuery.of("roster_of", RosterEntry.class)
        .with("name", name)
        .with("from", DAY)
        .with("at", InventedRows.AS_OF);
  }

  @Test
  public void rendersTablesAndTypedValues() {
    assertThat(
        rosterOf("Zed Quillfeather").render(BigQueryNames.of("project", "")),
        is(
            """
            SELECT player, player_name AS name, team, game_date AS since, 'BOX_SCORE' AS evidence
            FROM `project.nba_raw.player_games`
            WHERE player_name = 'Zed Quillfeather' AND game_date >= DATE '2031-01-10' AND \
            TIMESTAMP '2031-01-10 22:15:00.123' > TIMESTAMP '2031-01-10 22:15:00.122'
            """));
  }

  @Test
  public void aValueIsNeverReadAsSql() {
    WarehouseFile file = WarehouseFile.in(folder);
    for (String name :
        List.of(
            "D'Arcy O''Brien'",
            "' OR 1 = 1 --",
            "{from} $1 \\1",
            InventedRows.ODD_TEXT.replace("\u0000", ""))) {
      file.replace(
          Tables.PLAYER_GAMES,
          List.of(
              InventedRows.game().setPlayerName(name).build(),
              InventedRows.game().setPlayer(PlayerKey.of("900009")).build()));
      try (WarehouseAdmin admin = file.warehouse().admin()) {
        assertThat(
            admin.rows(rosterOf(name)), contains(boxScore("900001", name, TeamCode.BOS, DAY)));
      }
    }
  }

  @Test
  public void saysWhichValueIsMissing() {
    NamedQuery<Prediction> query =
        NamedQuery.of("current_predictions", Prediction.class).with("from", DAY);
    Exception missing =
        assertThrows(IllegalArgumentException.class, () -> query.render(SqlDialect.DUCKDB));
    assertThat(missing.getMessage(), is("current_predictions.sql needs a value for {to}"));
  }

  @Test
  public void saysWhichFileIsMissing() {
    assertThrows(
        IllegalArgumentException.class,
        () -> NamedQuery.of("no_such_query", Prediction.class).render(SqlDialect.DUCKDB));
  }

  /** Every query that we ship, with values. */
  static List<NamedQuery<?>> queries() {
    List<NamedQuery<?>> queries = new ArrayList<>();
    queries.add(Queries.currentPredictions(SLATE));
    queries.add(Queries.rollingPerformance(DAY));
    queries.add(Queries.playerRegistry());
    queries.add(Queries.rawPropLines(SLATE));
    queries.add(Queries.runLedger(SLATE));
    queries.add(Queries.lastRuns());
    queries.add(Queries.expectedSlates(SLATE));
    queries.add(Queries.gamesWithoutLines(SLATE));
    queries.add(Queries.columnDrift(SLATE));
    queries.add(Queries.featureDifferences(SLATE));
    queries.add(Queries.scraperRuns(SLATE));
    queries.add(Queries.sourceStatus());
    queries.add(Queries.quotaLeft(SLATE));
    queries.add(Queries.quotaEntries(SLATE));
    queries.add(Queries.workflowDecisions(SLATE));
    queries.add(Queries.slateTips(SLATE));
    queries.add(Queries.zoneShots(SLATE));
    queries.add(Queries.recentAlerts(InventedRows.AS_OF.minus(DAYS_4)));
    queries.add(Queries.recentDeliveries(InventedRows.AS_OF.minus(DAYS_4)));
    queries.add(Queries.knownFailures("", SLATE));
    queries.add(Queries.runs(InventedRows.runEvent().getRunId(), "none"));
    queries.addAll(exports());
    for (String phase :
        List.of("load-raw", "analytics", "precompute", "predict", "grade", "publish")) {
      queries.add(Queries.fingerprints(phase, SLATE));
    }
    return queries;
  }

  private static List<NamedQuery<?>> exports() {
    return List.of(
        ExportQueries.results(SLATE),
        ExportQueries.loggedGames(SLATE),
        ExportQueries.systemDays(SLATE),
        ExportQueries.reliability(SLATE),
        ExportQueries.weeklyCalibration(SLATE),
        ExportQueries.phaseTiming(SLATE),
        ExportQueries.phaseStatus(SLATE),
        ExportQueries.sourceFreshness(SLATE),
        ExportQueries.failureCounts(SLATE),
        ExportQueries.alertVolume(SLATE));
  }

  /**
   * A view is a statement of its own, and some files are parts of others; any other is a query that
   * {@link Queries} or {@link ExportQueries} names.
   */
  @Test
  public void everyFileIsKnown() throws IOException {
    Path folder =
        Path.of(System.getProperty("tipoff.root"), "io/src/main/resources/dev/tipoff/io/sql");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(
          files.map(file -> file.getFileName().toString()).toList(),
          containsInAnyOrder(
              Stream.concat(
                      Stream.of(
                          "current_predictions_view.sql",
                          "phase_runs.sql",
                          "lead_first.sql",
                          "failure_states.sql"),
                      queries().stream().map(query -> query.name() + ".sql"))
                  .toArray()));
    }
  }

  @Test
  public void everyQueryRunsOnAnEmptyWarehouse() {
    WarehouseFile file = WarehouseFile.in(folder);
    try (WarehouseAdmin admin = file.warehouse().admin()) {
      for (NamedQuery<?> query : queries()) {
        assertThat(query.name(), admin.rows(query), is(empty()));
      }
    }
  }

  @Test
  public void saysWhichQueryFailed() {
    WarehouseFile file = WarehouseFile.in(folder);
    file.execute("DROP TABLE nba_raw.player_dnp");
    try (WarehouseAdmin admin = file.warehouse().admin()) {
      Exception failed =
          assertThrows(IllegalStateException.class, () -> admin.rows(Queries.playerRegistry()));
      assertThat(
          Splitter.on(':').splitToList(failed.getMessage()).get(0), is("player_registry.sql"));
    }
  }

  private static RosterEntry boxScore(String id, String name, TeamCode team, GameDay since) {
    return RosterEntry.create(PlayerKey.of(id), name, team, since, Evidence.BOX_SCORE);
  }

  private static RosterEntry listed(String name, TeamCode team, GameDay since) {
    return RosterEntry.create(PlayerKey.of("900008"), name, team, since, Evidence.ROSTER);
  }

  /** A row for each change of name or team in a season, of those who played and who did not. */
  @Test
  public void thePlayerRegistryIsOfTheChangesInBoxScores() {
    WarehouseFile file = WarehouseFile.in(folder);
    file.replace(
        Tables.PLAYER_GAMES,
        List.of(
            InventedRows.game().build(),
            InventedRows.game().setGameId("2").setGameDate(DAY.plusDays(3)).build(),
            InventedRows.game()
                .setGameId("3")
                .setGameDate(DAY.plusDays(4))
                .setTeam(TeamCode.UTA)
                .build(),
            InventedRows.game()
                .setGameId("4")
                .setSeason("2031-32")
                .setGameDate(DAY.plusDays(300))
                .build()));
    file.replace(
        Tables.PLAYER_DNP,
        List.of(
            InventedRows.dnp().build(),
            InventedRows.dnp()
                .setPlayer(PlayerKey.of("900001"))
                .setPlayerName("Zed Quillfeather")
                .setTeam(TeamCode.BOS)
                .setGameDate(DAY.plusDays(5))
                .build()));
    PAssert.that(pipeline.apply(file.warehouse().query(Queries.playerRegistry())))
        .containsInAnyOrder(
            boxScore("900001", "Zed Quillfeather", TeamCode.BOS, DAY),
            boxScore("900001", "Zed Quillfeather", TeamCode.UTA, DAY.plusDays(4)),
            boxScore("900001", "Zed Quillfeather", TeamCode.BOS, DAY.plusDays(5)),
            boxScore("900001", "Zed Quillfeather", TeamCode.BOS, DAY.plusDays(300)),
            boxScore("900002", "Ulf Marchbanks", TeamCode.MIA, DAY));
    pipeline.run();
  }

  @Test
  public void thePlayerRegistryIsAlsoOfTheLeaguesRosters() {
    WarehouseFile file = WarehouseFile.in(folder);
    String name = InventedRows.listing().build().getPlayerName();
    file.replace(
        FeedTables.ROSTERS,
        List.of(
            InventedRows.listing().build(),
            onDay(1).setActive(true).build(),
            onDay(2).setTeam(TeamCode.UTA).build(),
            onDay(2).setSource("nbac_player_list").setPlayerName("N. Cizek-Oster").build(),
            onDay(3).setTeam(TeamCode.DEN).setReceivedTime(InventedRows.AS_OF.plus(DAYS_4)).build(),
            onDay(4)
                .setTeam(TeamCode.DEN)
                .setReceivedTime(InventedRows.AS_OF.plus(2 * DAYS_4))
                .build(),
            onDay(5).setTeam(TeamCode.LAL).setActive(false).build(),
            onDay(6).setTeam(null).build(),
            onDay(6).setTeam(TeamCode.LAL).setPlayerId("").build(),
            onDay(6).setTeam(TeamCode.LAL).setSource("espn_roster").build(),
            onDay(264).setTeam(TeamCode.UTA).build()));
    PAssert.that(pipeline.apply(file.warehouse().query(Queries.playerRegistry())))
        .containsInAnyOrder(
            listed(name, TeamCode.MIA, DAY),
            listed(name, TeamCode.UTA, DAY.plusDays(2)),
            listed("N. Cizek-Oster", TeamCode.MIA, DAY.plusDays(2)),
            listed(name, TeamCode.DEN, DAY.plusDays(3)),
            listed(name, TeamCode.UTA, DAY.plusDays(264)));
    pipeline.run();
  }

  private static RosterListing.Builder onDay(int day) {
    return InventedRows.listing()
        .setFiledDate(DAY.plusDays(day))
        .setReceivedTime(InventedRows.AS_OF.plus(day * (DAYS_4 / 4)));
  }

  @Test
  public void rawPropLinesAreOfEveryFeedAndOfTheSlatesOnly() {
    WarehouseFile file = WarehouseFile.in(folder);
    RawPropLine points = InventedRows.rawLine().build();
    RawPropLine move = InventedRows.rawLine().setSource("dh").setMain(null).build();
    RawPropLine pra = InventedRows.rawLine().setSource("pra").setMarket(Market.PRA).build();
    RawPropLine body = InventedRows.rawLine().setSource("oddsapi").setPlayer(null).build();
    RawPropLine second = InventedRows.rawLine().setSource("bettingpros").setPlayer(null).build();
    RawPropLine last = InventedRows.rawLine().setEventId("e2").setGameDate(DAY.plusDays(1)).build();
    file.replace(
        Tables.POINTS_LINES,
        List.of(
            points, InventedRows.rawLine().setEventId("e0").setGameDate(DAY.plusDays(-1)).build()));
    file.replace(Tables.POINTS_LINE_MOVES, List.of(move));
    file.replace(Tables.PRA_LINES, List.of(pra));
    file.replace(FeedTables.BETTINGPROS_PLAYER_PROPS, List.of(second));
    file.replace(
        Tables.ODDS_API_PLAYER_PROPS,
        List.of(
            body,
            last,
            InventedRows.rawLine().setEventId("e3").setGameDate(DAY.plusDays(2)).build()));
    PAssert.that(
            pipeline.apply(
                file.warehouse().query(Queries.rawPropLines(SlateRange.of(DAY, DAY.plusDays(1))))))
        .containsInAnyOrder(points, move, pra, body, second, last);
    pipeline.run();
  }

  private static Prediction prediction(String asOf, double mean) {
    return InventedRows.prediction().setAsOf(Instant.parse(asOf)).setMean(mean).build();
  }

  @Test
  public void theNewestPredictionBeforeTheTipIsCurrent() {
    WarehouseFile file = WarehouseFile.in(folder);
    Prediction newest = prediction("2031-01-11T00:29:59.999Z", 3);
    Prediction other =
        InventedRows.prediction().setMarket(Market.PRA).setAsOf(InventedRows.AS_OF).build();
    Prediction otherSystem = InventedRows.prediction().setSystemId("zeta").build();
    Prediction otherPlayer = InventedRows.prediction().setPlayer(PlayerKey.of("900002")).build();
    Prediction otherGame = InventedRows.prediction().setGameId("2").build();
    List<Prediction> current = List.of(newest, other, otherSystem, otherPlayer, otherGame);
    file.upsert(
        Tables.PREDICTIONS,
        List.of(
            prediction("2031-01-10T12:00:00Z", 1),
            newest,
            prediction("2031-01-11T00:29:59.998Z", 2),
            prediction("2031-01-11T00:30:00Z", 4),
            prediction("2031-01-11T00:30:00.001Z", 5),
            other,
            otherSystem,
            otherPlayer,
            otherGame,
            InventedRows.prediction().setSystemId("late").setAsOf(InventedRows.TIP).build(),
            InventedRows.prediction().setSystemId("no_tip").setTipTime(null).build(),
            InventedRows.prediction()
                .setGameDate(DAY.plusDays(1))
                .setGameId("next")
                .setTipTime(InventedRows.TIP.plus(86_400_000))
                .build()));
    PAssert.that(pipeline.apply(file.warehouse().query(Queries.currentPredictions(SLATE))))
        .containsInAnyOrder(current);
    pipeline.run();
    try (WarehouseAdmin admin = file.warehouse().admin()) {
      assertThat(
          admin.rows(Queries.currentPredictions(SLATE)), containsInAnyOrder(current.toArray()));
    }
    assertThat(
        file.rows(
            Tables.PREDICTIONS,
            "nba_predictions.current_predictions WHERE game_date = DATE '2031-01-10'"),
        containsInAnyOrder(current.toArray()));
    assertThat(
        file.rows(Tables.PREDICTIONS, "nba_predictions.current_predictions"),
        hasSize(current.size() + 1));
  }
}
