package dev.tipoff.pipelines.launch;

import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.Choice;
import dev.tipoff.pipelines.options.ReplayOptions;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.failure.KnownFailure;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.joda.time.Instant;

/**
 * What a replay tries again: failures that no later run has resolved, and what they are tried as.
 */
public final class OpenFailures {
  private OpenFailures() {}

  /** The slates that a replay looks at: all that can be, unless the options say which. */
  public static SlateRange slates(ReplayOptions options) {
    return options.getDate() == null && options.getFrom() == null && options.getTo() == null
        ? SlateRange.of(GameDay.parse("1946-11-01"), GameDay.ofTip(Instant.now()).plusDays(366))
        : Slates.of(options);
  }

  /** The failures that are asked for and that no later run has resolved. */
  public static List<KnownFailure> of(
      ReplayOptions options, SlateRange slates, WarehouseAdmin admin) {
    String pipeline = Objects.requireNonNullElse(options.getPipeline(), "");
    String step = options.getStep();
    Predicate<KnownFailure> asked =
        options.getCode() == null
            ? any -> true
            : hasCode(Choice.of("code", options.getCode(), FailureCode.class, FailureCode::name));
    return admin.rows(Queries.knownFailures(pipeline, slates)).stream()
        .filter(failure -> !failure.getResolved())
        .filter(failure -> step == null || failure.getStep().equals(step))
        .filter(asked)
        .sorted(Comparator.comparing(KnownFailure::getFailureId))
        .toList();
  }

  private static Predicate<KnownFailure> hasCode(FailureCode code) {
    return failure -> failure.getCode() == code;
  }

  /** The sources that failures of scrapes are about, with commas between; empty for none. */
  public static String sources(List<KnownFailure> failures) {
    Set<String> named =
        failures.stream()
            .filter(failure -> failure.getPipeline().equals(KnownFailure.SCRAPE))
            .map(KnownFailure::source)
            .collect(Collectors.toSet());
    return Catalogue.load().all().stream()
        .map(Source::id)
        .filter(named::contains)
        .collect(Collectors.joining(","));
  }

  /** The time that a slate's last completed run took as the present; empty if it took none. */
  public static Optional<Instant> lastAsOf(String pipeline, GameDay day, WarehouseAdmin admin) {
    return admin.rows(Queries.runLedger(SlateRange.of(day))).stream()
        .filter(event -> event.getEvent() == Event.COMPLETED)
        .filter(event -> event.getPipeline().equals(pipeline) && event.getAsOf() != null)
        .max(Comparator.comparing(RunEvent::getStartedAt))
        .map(RunEvent::getAsOf);
  }
}
