package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.export.ChanceBin;
import dev.tipoff.transforms.export.LoggedGame;
import dev.tipoff.transforms.export.PublishedResult;
import dev.tipoff.transforms.export.SystemDay;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.failure.Severity;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.monitoring.AlertVolume;
import dev.tipoff.transforms.monitoring.FailureCount;
import dev.tipoff.transforms.monitoring.PhaseRun;
import dev.tipoff.transforms.monitoring.PhaseStatus;
import dev.tipoff.transforms.monitoring.SourceFreshness;
import dev.tipoff.transforms.monitoring.WeeklyCalibration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The named queries of what is published for readers, and of how the pipelines are doing. */
public final class ExportQueries {
  private ExportQueries() {}

  /** What became of every prop of the slates with a real line, by its lead system. */
  public static NamedQuery<PublishedResult> results(SlateRange slates) {
    return over(NamedQuery.of("published_results", PublishedResult.class), slates);
  }

  /** Players' games of the slates, with what had been published of them. */
  public static NamedQuery<LoggedGame> loggedGames(SlateRange slates) {
    return over(NamedQuery.of("logged_games", LoggedGame.class), slates);
  }

  /** Settled bets of every system on every slate. */
  public static NamedQuery<SystemDay> systemDays(SlateRange slates) {
    return over(NamedQuery.of("system_days", SystemDay.class), slates);
  }

  /** How often overs came to which a system gave about the same chance. */
  public static NamedQuery<ChanceBin> reliability(SlateRange slates) {
    return over(NamedQuery.of("reliability", ChanceBin.class), slates);
  }

  /** Systems' chances beside what came, by the week. */
  public static NamedQuery<WeeklyCalibration> weeklyCalibration(SlateRange slates) {
    return over(NamedQuery.of("weekly_calibration", WeeklyCalibration.class), slates);
  }

  /** The runs that had to do with the slates. */
  public static NamedQuery<PhaseRun> phaseTiming(SlateRange slates) {
    return over(NamedQuery.of("phase_timing", PhaseRun.class), slates);
  }

  /** Where each phase of the slates stands. */
  public static NamedQuery<PhaseStatus> phaseStatus(SlateRange slates) {
    return over(NamedQuery.of("phase_status", PhaseStatus.class), slates)
        .with(
            "critical",
            Arrays.stream(FailureCode.values())
                .filter(code -> code.severity(1) == Severity.CRITICAL)
                .map(FailureCode::name)
                .collect(Collectors.joining("|", "|", "|")));
  }

  /** How recent every source is that was asked in the season of the slates. */
  public static NamedQuery<SourceFreshness> sourceFreshness(SlateRange slates) {
    return over(NamedQuery.of("source_freshness", SourceFreshness.class), slates)
        .with("season", slates.history().from());
  }

  /** Failures of the slates, by step and code. */
  public static NamedQuery<FailureCount> failureCounts(SlateRange slates) {
    return over(NamedQuery.of("failure_counts", FailureCount.class), slates);
  }

  /** Alerts of the days, UTC, by severity and code. */
  public static NamedQuery<AlertVolume> alertVolume(SlateRange days) {
    return NamedQuery.of("alert_volume", AlertVolume.class)
        .with("since", days.from().firstInstant())
        .with("until", days.to().plusDays(1).firstInstant());
  }

  private static <T> NamedQuery<T> over(NamedQuery<T> query, SlateRange slates) {
    return query.with("from", slates.from()).with("to", slates.to());
  }
}
