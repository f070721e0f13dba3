package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.alerts.AlertDelivery;
import dev.tipoff.transforms.failure.KnownFailure;
import dev.tipoff.transforms.features.FeatureDifference;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.features.ZoneShots;
import dev.tipoff.transforms.feed.SlateTip;
import dev.tipoff.transforms.fingerprint.FingerprintRow;
import dev.tipoff.transforms.grading.RollingPerformance;
import dev.tipoff.transforms.ledger.ExpectedSlate;
import dev.tipoff.transforms.ledger.QuotaEntry;
import dev.tipoff.transforms.ledger.QuotaLeft;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.ScraperRun;
import dev.tipoff.transforms.ledger.SourceStatus;
import dev.tipoff.transforms.ledger.WorkflowDecision;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.RawPropLine;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.profile.ColumnDrift;
import dev.tipoff.transforms.roster.RosterEntry;
import org.joda.time.Instant;

/** Every named query. */
public final class Queries {
  /** The view of what is published. */
  static final String CURRENT_PREDICTIONS = "nba_predictions.current_predictions";

  private Queries() {}

  /** Player props of all feeds, as the feeds stated them. */
  public static NamedQuery<RawPropLine> rawPropLines(SlateRange slates) {
    return NamedQuery.of("raw_prop_lines", RawPropLine.class)
        .with("from", slates.from())
        .with("to", slates.to());
  }

  /** Players' shots by zone in finished games of the slates that a play-by-play is kept of. */
  public static NamedQuery<ZoneShots> zoneShots(SlateRange slates) {
    return NamedQuery.of("zone_shots", ZoneShots.class)
        .with("from", slates.from())
        .with("to", slates.to());
  }

  /** The statement that makes the view of what is published. */
  static NamedQuery<Prediction> currentPredictionsView() {
    return NamedQuery.of("current_predictions_view", Prediction.class);
  }

  /**
   * From when on, in each season, box scores and the league's rosters have players under a name and
   * with a team: a row a change. Rosters asked for after their slate, in hindsight, do not count.
   */
  public static NamedQuery<RosterEntry> playerRegistry() {
    return NamedQuery.of("player_registry", RosterEntry.class);
  }

  /** What is published: of each key the newest prediction from before the tip. */
  public static NamedQuery<Prediction> currentPredictions(SlateRange slates) {
    return NamedQuery.of("current_predictions", Prediction.class)
        .with("from", slates.from())
        .with("to", slates.to());
  }

  /**
   * Fingerprints of all sources of a phase, a row a source and day; what the last completed run of
   * each slate was made from; and how many rows the other phases said they wrote.
   *
   * @param phase the phase's name, {@code load-raw} for instance
   */
  public static NamedQuery<FingerprintRow> fingerprints(String phase, SlateRange slates) {
    return NamedQuery.of("fingerprints_" + phase.replace('-', '_'), FingerprintRow.class)
        .with("phase", phase)
        .with("from", slates.from())
        .with("to", slates.to())
        .with("season", slates.history().from())
        .with("career", slates.history(KnownGames.CAREER_SEASONS).from())
        .with("yesterday", slates.to().plusDays(-1))
        .with("week", slates.from().plusDays(-7));
  }

  /**
   * How every system did up to a day: in the week and the thirty days that end with it, its month
   * and its season.
   */
  public static NamedQuery<RollingPerformance> rollingPerformance(GameDay day) {
    return NamedQuery.of("rolling_performance", RollingPerformance.class)
        .with("week", day.plusDays(-6))
        .with("thirty", day.plusDays(-29))
        .with("month", GameDay.of(day.date().withDayOfMonth(1)))
        .with("from", Season.of(day).firstDay())
        .with("to", day);
  }

  /** The events of two runs. */
  public static NamedQuery<RunEvent> runs(String expected, String measured) {
    return NamedQuery.of("runs_by_id", RunEvent.class)
        .with("expected", expected)
        .with("measured", measured);
  }

  /** The events of all runs of the slates. */
  public static NamedQuery<RunEvent> runLedger(SlateRange slates) {
    return NamedQuery.of("run_ledger", RunEvent.class)
        .with("from", slates.from())
        .with("to", slates.to());
  }

  /**
   * The stored failures of slates, and what later runs had to do with them.
   *
   * @param pipeline the one that met them; empty for any
   */
  public static NamedQuery<KnownFailure> knownFailures(String pipeline, SlateRange slates) {
    return NamedQuery.of("known_failures", KnownFailure.class)
        .with("pipeline", pipeline)
        .with("from", slates.from())
        .with("to", slates.to());
  }

  /** The alerts of a time and later. */
  public static NamedQuery<Alert> recentAlerts(Instant since) {
    return NamedQuery.of("recent_alerts", Alert.class).with("since", since);
  }

  /** What has become of alerts since a time. */
  public static NamedQuery<AlertDelivery> recentDeliveries(Instant since) {
    return NamedQuery.of("recent_deliveries", AlertDelivery.class).with("since", since);
  }

  /** The events of the last run of each pipeline. */
  public static NamedQuery<RunEvent> lastRuns() {
    return NamedQuery.of("last_runs", RunEvent.class);
  }

  /** The slates that have games, with their first tip. */
  public static NamedQuery<ExpectedSlate> expectedSlates(SlateRange slates) {
    return NamedQuery.of("expected_slates", ExpectedSlate.class)
        .with("from", slates.from())
        .with("to", slates.to());
  }

  /** The scheduled games of the slates of which no book has a line. */
  public static NamedQuery<ScheduledGame> gamesWithoutLines(SlateRange slates) {
    return NamedQuery.of("games_without_lines", ScheduledGame.class)
        .with("from", slates.from())
        .with("to", slates.to());
  }

  /** Every column of the slates, held against the 30 slates before in the same season. */
  public static NamedQuery<ColumnDrift> columnDrift(SlateRange slates) {
    return NamedQuery.of("column_drift", ColumnDrift.class)
        .with("from", slates.from())
        .with("to", slates.to())
        .with("season", slates.history().from());
  }

  /** What verify has found of the slates. */
  public static NamedQuery<FeatureDifference> featureDifferences(SlateRange slates) {
    return NamedQuery.of("feature_differences", FeatureDifference.class)
        .with("from", slates.from())
        .with("to", slates.to());
  }

  /** What every scrape of the slates covered. */
  public static NamedQuery<ScraperRun> scraperRuns(SlateRange slates) {
    return NamedQuery.of("scraper_runs", ScraperRun.class)
        .with("from", slates.from())
        .with("to", slates.to());
  }

  /** How the scrapes of each source have gone. */
  public static NamedQuery<SourceStatus> sourceStatus() {
    return NamedQuery.of("source_status", SourceStatus.class);
  }

  /** What each provider last said, on one of the days, is left of its quota. */
  public static NamedQuery<QuotaLeft> quotaLeft(SlateRange days) {
    return NamedQuery.of("quota_left", QuotaLeft.class)
        .with("from", days.from())
        .with("to", days.to());
  }

  /** What was decided of the workflows of the slates. */
  public static NamedQuery<WorkflowDecision> workflowDecisions(SlateRange slates) {
    return NamedQuery.of("workflow_decisions", WorkflowDecision.class)
        .with("from", slates.from())
        .with("to", slates.to());
  }

  /** The earliest tip-off that a source of the slate itself gave for each of its games. */
  public static NamedQuery<SlateTip> slateTips(SlateRange slates) {
    return NamedQuery.of("slate_tips", SlateTip.class)
        .with("from", slates.from())
        .with("to", slates.to());
  }

  /** The quota ledger of some days. */
  public static NamedQuery<QuotaEntry> quotaEntries(SlateRange days) {
    return NamedQuery.of("quota_entries", QuotaEntry.class)
        .with("from", days.from())
        .with("to", days.to());
  }
}
