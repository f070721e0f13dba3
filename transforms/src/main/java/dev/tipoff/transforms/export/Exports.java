package dev.tipoff.transforms.export;

import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.tipoff.transforms.grading.RollingPerformance;
import dev.tipoff.transforms.ledger.QuotaLeft;
import dev.tipoff.transforms.monitoring.AlertVolume;
import dev.tipoff.transforms.monitoring.FailureCount;
import dev.tipoff.transforms.monitoring.PhaseRun;
import dev.tipoff.transforms.monitoring.PhaseStatus;
import dev.tipoff.transforms.monitoring.SourceFreshness;
import dev.tipoff.transforms.monitoring.WeeklyCalibration;
import dev.tipoff.transforms.odds.LineMovement;
import dev.tipoff.transforms.profile.ColumnDrift;
import dev.tipoff.transforms.profile.SlateCoverage;
import java.time.Duration;

/** Every kind of published file. */
public final class Exports {
  private static final Duration EVENING = Duration.ofMinutes(5);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  public static final ExportKind<PublishedProp> PREDICTIONS =
      ExportKind.of(
          "predictions",
          1,
          PublishedProp.class,
          EVENING,
          "What is predicted of every prop of a slate that has a line.");
  public static final ExportKind<PublishedProp> BEST_BETS =
      ExportKind.of(
          "best-bets",
          1,
          PublishedProp.class,
          EVENING,
          "Of the props of a slate that the lead system would bet the fifteen of the best expected"
              + " value.");
  public static final ExportKind<PublishedResult> RESULTS =
      ExportKind.of(
          "results",
          1,
          PublishedResult.class,
          HOUR,
          "What became of every prop of a slate that had a real line.");
  public static final ExportKind<ListedPlayer> PLAYERS =
      ExportKind.of("players", 1, ListedPlayer.class, HOUR, "Every player of the season.");
  public static final ExportKind<LoggedGame> PLAYER =
      ExportKind.of(
          "player",
          1,
          LoggedGame.class,
          HOUR,
          "The games of one player's season, and what had been published of them.");
  public static final ExportKind<Trend> TRENDS =
      ExportKind.of(
          "trends", 1, Trend.class, HOUR, "How players have done lately, beside season and lines.");
  public static final ExportKind<RollingPerformance> SYSTEM_PERFORMANCE =
      ExportKind.of(
          "system-performance",
          1,
          RollingPerformance.class,
          HOUR,
          "How every system did over the last week, thirty days, month and season.");
  public static final ExportKind<SystemDay> SYSTEM_DAYS =
      ExportKind.of(
          "system-days", 1, SystemDay.class, HOUR, "Settled bets of every system, day by day.");
  public static final ExportKind<ChanceBin> RELIABILITY =
      ExportKind.of(
          "reliability",
          1,
          ChanceBin.class,
          HOUR,
          "How often overs came to which a system gave about the same chance, over the season.");
  public static final ExportKind<LineMovement> LINE_MOVEMENT =
      ExportKind.of(
          "line-movement", 1, LineMovement.class, EVENING, "How the market moved until the tip.");
  public static final ExportKind<PhaseStatus> STATUS =
      ExportKind.of("status", 1, PhaseStatus.class, MINUTE, "Where each phase of a slate stands.");
  public static final ExportKind<PhaseRun> RUNS =
      ExportKind.of("runs", 1, PhaseRun.class, MINUTE, "The runs that had to do with a slate.");
  public static final ExportKind<SourceFreshness> SOURCES =
      ExportKind.of(
          "sources",
          1,
          SourceFreshness.class,
          MINUTE,
          "How recent every source is that was asked.");
  public static final ExportKind<FailureCount> FAILURES =
      ExportKind.of(
          "failures", 1, FailureCount.class, MINUTE, "Failures of a slate, by step and code.");
  public static final ExportKind<AlertVolume> ALERTS =
      ExportKind.of("alerts", 1, AlertVolume.class, MINUTE, "Alerts of a fortnight, by day.");
  public static final ExportKind<SlateCoverage> COVERAGE =
      ExportKind.of(
          "coverage",
          1,
          SlateCoverage.class,
          MINUTE,
          "How many expected players the last thirty days had, by stage.");
  public static final ExportKind<ColumnDrift> COLUMNS =
      ExportKind.of(
          "columns",
          1,
          ColumnDrift.class,
          MINUTE,
          "Columns of a slate, beside the thirty slates before.");
  public static final ExportKind<WeeklyCalibration> CALIBRATION =
      ExportKind.of(
          "calibration", 1, WeeklyCalibration.class, HOUR, "Chances beside what came, by week.");
  public static final ExportKind<QuotaLeft> QUOTA =
      ExportKind.of("quota", 1, QuotaLeft.class, MINUTE, "What is left of providers' quotas.");

  private static final ImmutableList<ExportKind<?>> ALL =
      ImmutableList.of(
          PREDICTIONS,
          BEST_BETS,
          RESULTS,
          PLAYERS,
          PLAYER,
          TRENDS,
          SYSTEM_PERFORMANCE,
          SYSTEM_DAYS,
          RELIABILITY,
          LINE_MOVEMENT,
          STATUS,
          RUNS,
          SOURCES,
          FAILURES,
          ALERTS,
          COVERAGE,
          COLUMNS,
          CALIBRATION,
          QUOTA);

  private static final ImmutableMap<String, ExportKind<?>> BY_NAME =
      Maps.uniqueIndex(ALL, ExportKind::name);

  private Exports() {}

  /**
   * The kind of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ExportKind<?> named(String name) {
    ExportKind<?> kind = BY_NAME.get(name);
    Preconditions.checkArgument(kind != null, "no kind of export is called %s", name);
    return kind;
  }

  /** All of them, each with a name of its own. */
  public static ImmutableList<ExportKind<?>> all() {
    return ALL;
  }
}
