package dev.tipoff.transforms.catalogue;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.alerts.AlertDelivery;
import dev.tipoff.transforms.analytics.PlayerGameSummary;
import dev.tipoff.transforms.analytics.TeamDefenseGameSummary;
import dev.tipoff.transforms.analytics.TeamOffenseGameSummary;
import dev.tipoff.transforms.analytics.UpcomingTeamContext;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureEvent;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.grading.GradedPrediction;
import dev.tipoff.transforms.grading.SystemDailyPerformance;
import dev.tipoff.transforms.ledger.QuotaEntry;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.ScraperRun;
import dev.tipoff.transforms.ledger.WorkflowDecision;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.odds.GameLine;
import dev.tipoff.transforms.odds.PropLine;
import dev.tipoff.transforms.odds.RawPropLine;
import dev.tipoff.transforms.odds.UnresolvedName;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.tables.Table;
import java.util.List;
import java.util.stream.Collectors;

/** Every stored table. */
public final class Tables {
  public static final Table<PlayerGame> PLAYER_GAMES =
      Table.computed("nba_raw.player_games", PlayerGame.class, "Box scores of those who played")
          .partitionedBy("game_date", PlayerGame::getGameDate)
          .keyedBy("game_id", "player")
          .clusteredBy("player")
          .alsoReadWhole();

  public static final Table<PlayerDnp> PLAYER_DNP =
      Table.computed("nba_raw.player_dnp", PlayerDnp.class, "Listed players who did not play")
          .partitionedBy("game_date", PlayerDnp::getGameDate)
          .keyedBy("game_id", "player")
          .clusteredBy("player")
          .alsoReadWhole();

  public static final Table<ScheduledGame> SCHEDULE =
      Table.computed("nba_raw.schedule", ScheduledGame.class, "Games, with scores once final")
          .partitionedBy("game_date", ScheduledGame::getGameDate)
          .keyedBy("game_id");

  public static final Table<GameLine> GAME_LINES =
      Table.computed("nba_raw.game_lines", GameLine.class, "Spreads, totals and moneylines")
          .partitionedBy("game_date", GameLine::getGameDate)
          .keyedBy("game_date", "home", "away", "source", "event_id");

  public static final Table<RawPropLine> POINTS_LINES =
      rawLines("nba_raw.player_points_lines", "Last pregame points lines from files");

  public static final Table<RawPropLine> POINTS_LINE_MOVES =
      rawLines("nba_raw.player_points_line_moves", "Moves of points lines from files");

  public static final Table<RawPropLine> PRA_LINES =
      rawLines("nba_raw.player_pra_lines", "Points+rebounds+assists lines from files");

  public static final Table<RawPropLine> ODDS_API_PLAYER_PROPS =
      rawLines("nba_raw.odds_api_player_props", "Player props from bodies of The Odds API");

  public static final Table<PropLine> PROP_LINES =
      Table.computed(
              "nba_analytics.player_prop_lines",
              PropLine.class,
              "Player props of known players in known games before their tip")
          .partitionedBy("game_date", PropLine::getGameDate)
          .keyedBy("source", "game_id", "player", "market", "bookmaker", "line", "snapshot_time")
          .clusteredBy("player");

  public static final Table<UnresolvedName> UNRESOLVED_NAMES =
      Table.computed(
              "nba_orchestration.unresolved_names",
              UnresolvedName.class,
              "Names of players with a line that nobody could be found by; analytics writes a"
                  + " slate's anew, so that a name that has been settled is gone")
          .partitionedBy("game_date", UnresolvedName::getGameDate)
          .keyedBy("game_date", "normalised_name");

  public static final Table<GameContext> PLAYER_GAME_CONTEXT =
      Table.computed(
              "nba_analytics.upcoming_player_game_context",
              GameContext.class,
              "Who is expected to play for whom, against whom, and what the market expects")
          .partitionedBy("game_date", GameContext::getGameDate)
          .keyedBy("game_id", "player")
          .clusteredBy("player");

  public static final Table<UpcomingTeamContext> TEAM_GAME_CONTEXT =
      Table.computed(
              "nba_analytics.upcoming_team_game_context",
              UpcomingTeamContext.class,
              "How rested teams are, how far they travel, and what the market expects of them")
          .partitionedBy("game_date", UpcomingTeamContext::getGameDate)
          .keyedBy("game_id", "team")
          .clusteredBy("team");

  public static final Table<PlayerGameSummary> PLAYER_GAME_SUMMARY =
      Table.computed(
              "nba_analytics.player_game_summary",
              PlayerGameSummary.class,
              "Players' finished games: box score, rates and shots by zone, or why they did not play")
          .partitionedBy("game_date", PlayerGameSummary::getGameDate)
          .keyedBy("game_id", "player")
          .clusteredBy("player");

  public static final Table<TeamOffenseGameSummary> TEAM_OFFENSE_GAME_SUMMARY =
      Table.computed(
              "nba_analytics.team_offense_game_summary",
              TeamOffenseGameSummary.class,
              "What teams scored in finished games, and how fast")
          .partitionedBy("game_date", TeamOffenseGameSummary::getGameDate)
          .keyedBy("game_id", "team")
          .clusteredBy("team");

  public static final Table<TeamDefenseGameSummary> TEAM_DEFENSE_GAME_SUMMARY =
      Table.computed(
              "nba_analytics.team_defense_game_summary",
              TeamDefenseGameSummary.class,
              "What teams allowed in finished games, and from where on the court")
          .partitionedBy("game_date", TeamDefenseGameSummary::getGameDate)
          .keyedBy("game_id", "team")
          .clusteredBy("team");

  public static final Table<FeatureVector> FEATURE_STORE =
      Table.computed(
              "nba_precompute.ml_feature_store",
              FeatureVector.class,
              "Features of a player for a game, from earlier games only; one column a feature")
          .partitionedBy("game_date", FeatureVector::getGameDate)
          .keyedBy("game_id", "player")
          .clusteredBy("player");

  public static final Table<Prediction> PREDICTIONS =
      Table.event(
              "nba_predictions.player_prop_predictions",
              Prediction.class,
              "Predictions by key and as-of time; the view current_predictions shows the newest")
          .partitionedBy("game_date", Prediction::getGameDate)
          .keyedBy("system_id", "game_id", "player", "market", "as_of")
          .keepingFirst()
          .clusteredBy("system_id", "player")
          .alsoReadWhole();

  public static final Table<GradedPrediction> PREDICTION_ACCURACY =
      graded("nba_predictions.prediction_accuracy", "Published predictions, graded");

  public static final Table<SystemDailyPerformance> SYSTEM_DAILY_PERFORMANCE =
      Table.computed(
              "nba_predictions.system_daily_performance",
              SystemDailyPerformance.class,
              "Each system's day in each market")
          .partitionedBy("game_date", SystemDailyPerformance::getGameDate)
          .keyedBy("game_date", "system_id", "market");

  public static final Table<GradedPrediction> BACKTEST_PREDICTIONS =
      graded(
          "nba_predictions.backtest_predictions",
          "Predictions made afterwards with what was known at each tip, graded; never published");

  public static final Table<Failure> FAILURES =
      Table.event("nba_orchestration.failures", Failure.class, "Inputs that did not become rows")
          .keyedBy("failure_id");

  public static final Table<FailureEvent> FAILURE_EVENTS =
      Table.event(
              "nba_orchestration.failure_events",
              FailureEvent.class,
              "Failures that later runs met again, or did not")
          .keyedBy("event_id")
          .keepingFirst();

  public static final Table<RunEvent> PIPELINE_RUNS =
      Table.event("nba_orchestration.pipeline_runs", RunEvent.class, "What happened to each run")
          .keyedBy("event_id")
          .clusteredBy("pipeline", "game_date");

  public static final Table<ScraperRun> SCRAPER_RUNS =
      Table.event(
              "nba_orchestration.scraper_runs",
              ScraperRun.class,
              "What each scrape of a source for a slate covered")
          .partitionedBy("game_date", ScraperRun::getGameDate)
          .keyedBy("run_key")
          .clusteredBy("source")
          .alsoReadWhole();

  public static final Table<QuotaEntry> QUOTA_LEDGER =
      Table.event(
              "nba_orchestration.quota_ledger",
              QuotaEntry.class,
              "Credits set aside before calls, and what providers say is left")
          .partitionedBy("budget_date", QuotaEntry::getBudgetDate)
          .keyedBy("entry_id")
          .clusteredBy("provider");

  public static final Table<WorkflowDecision> WORKFLOW_DECISIONS =
      Table.event(
              "nba_orchestration.workflow_decisions",
              WorkflowDecision.class,
              "When workflows ran, or did not, and why")
          .partitionedBy("game_date", WorkflowDecision::getGameDate)
          .keyedBy("decision_id")
          .clusteredBy("workflow");

  public static final Table<Alert> ALERTS =
      Table.event("nba_orchestration.alerts", Alert.class, "What people are told of failures")
          .keyedBy("alert_id")
          .keepingFirst();

  public static final Table<AlertDelivery> ALERT_DELIVERIES =
      Table.event(
              "nba_orchestration.alert_deliveries",
              AlertDelivery.class,
              "What became of each alert on its way through a channel")
          .keyedBy("delivery_id")
          .keepingFirst();

  private Tables() {}

  public static List<Table<?>> all() {
    return ImmutableList.<Table<?>>builder()
        .addAll(declaredHere())
        .addAll(PrecomputeTables.all())
        .addAll(QualityTables.all())
        .addAll(AvailabilityTables.all())
        .addAll(FeedTables.all())
        .build();
  }

  private static List<Table<?>> declaredHere() {
    return List.of(
        PLAYER_GAMES,
        PLAYER_DNP,
        SCHEDULE,
        GAME_LINES,
        POINTS_LINES,
        POINTS_LINE_MOVES,
        PRA_LINES,
        ODDS_API_PLAYER_PROPS,
        PROP_LINES,
        UNRESOLVED_NAMES,
        PLAYER_GAME_CONTEXT,
        TEAM_GAME_CONTEXT,
        PLAYER_GAME_SUMMARY,
        TEAM_OFFENSE_GAME_SUMMARY,
        TEAM_DEFENSE_GAME_SUMMARY,
        FEATURE_STORE,
        PREDICTIONS,
        PREDICTION_ACCURACY,
        SYSTEM_DAILY_PERFORMANCE,
        BACKTEST_PREDICTIONS,
        FAILURES,
        FAILURE_EVENTS,
        PIPELINE_RUNS,
        SCRAPER_RUNS,
        QUOTA_LEDGER,
        WORKFLOW_DECISIONS,
        ALERTS,
        ALERT_DELIVERIES);
  }

  /**
   * The tables whose rows are the same however often things are run: all but the run ledger, what
   * was told of it, and what runs had to do with failures, which say when things happened.
   */
  public static List<Table<?>> reproducible() {
    return all().stream()
        .filter(
            table ->
                !List.of(FAILURE_EVENTS, PIPELINE_RUNS, ALERTS, ALERT_DELIVERIES).contains(table))
        .collect(Collectors.toUnmodifiableList());
  }

  static Table<RawPropLine> rawLines(String name, String description) {
    return Table.computed(name, RawPropLine.class, description)
        .partitionedBy("game_date", RawPropLine::getGameDate)
        .keyedBy(
            "game_date",
            "source",
            "event_id",
            "market",
            "bookmaker",
            "player_name",
            "line",
            "snapshot_time")
        .clusteredBy("player_name");
  }

  private static Table<GradedPrediction> graded(String name, String description) {
    return Table.computed(name, GradedPrediction.class, description)
        .partitionedBy("game_date", GradedPrediction::getGameDate)
        .keyedBy("system_id", "game_id", "player", "market")
        .clusteredBy("system_id", "player");
  }
}
