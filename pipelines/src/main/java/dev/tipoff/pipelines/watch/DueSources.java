package dev.tipoff.pipelines.watch;

import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.pipelines.workflow.Decision;
import dev.tipoff.pipelines.workflow.Workflow;
import dev.tipoff.pipelines.workflow.Workflow.Kind;
import dev.tipoff.pipelines.workflow.Workflows;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.ledger.ScraperRun;
import dev.tipoff.transforms.ledger.WorkflowDecision.Action;
import dev.tipoff.transforms.model.GameDay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The sources that a workflow was to ask for a slate and that have not given all of it: those asked
 * again and again within their cadence, others an hour after their workflow's time.
 */
final class DueSources {
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final Duration LATE = Duration.ofMinutes(30);

  private final List<ScraperRun> scrapes;
  private final Set<String> used;
  private final Instant now;

  /**
   * @param scrapes what the scrapes of the slates covered
   * @param used the sources that are expected to be asked at all
   */
  DueSources(List<ScraperRun> scrapes, Set<String> used, Instant now) {
    this.scrapes = scrapes;
    this.used = used;
    this.now = now;
  }

  /**
   * A failure for each source.
   *
   * @param tips of the slate's games, as far as they are known
   */
  List<Failure> of(GameDay day, List<Instant> tips) {
    Map<String, Failure> stale = new TreeMap<>();
    for (Workflow workflow : Workflows.load().all()) {
      for (String source : workflow.steps().stream().flatMap(List::stream).toList()) {
        Instant asked = wasToBeAsked(workflow, source, day);
        if (used.contains(source)
            && Decision.of(workflow, day, tips, List.of(), asked).action() == Action.RUN
            && !isThere(source, day, since(workflow, day, asked))) {
          stale.put(source, failure(source, day, workflow, asked));
        }
      }
    }
    return new ArrayList<>(stale.values());
  }

  /** When it should have been asked at the latest, so that the answer is there by now. */
  private Instant wasToBeAsked(Workflow workflow, String source, GameDay day) {
    return workflow.when().kind() == Kind.BEFORE_GAMES
        ? now.minus(Catalogue.load().get(source).cadence()).minus(LATE)
        : Stream.of(now.minus(PATIENCE), Decision.closes(workflow, day))
            .min(Comparator.naturalOrder())
            .orElseThrow();
  }

  private static Instant since(Workflow workflow, GameDay day, Instant asked) {
    return switch (workflow.when().kind()) {
      case BEFORE_GAMES -> asked;
      case UNTIL_FOUND -> Instant.MIN;
      case ONCE, AFTER_GAMES -> Decision.opens(workflow, day);
    };
  }

  private boolean isThere(String source, GameDay day, Instant since) {
    return scrapes.stream()
        .filter(run -> run.getSource().equals(source) && run.getGameDate().equals(day))
        .filter(ScraperRun::getComplete)
        .anyMatch(run -> !Instant.ofEpochMilli(run.getAsOf().getMillis()).isBefore(since));
  }

  private static Failure failure(String source, GameDay day, Workflow workflow, Instant asked) {
    return Absences.failure(
        FailureCode.STALE_SOURCE,
        source + "|" + day,
        String.format(
            "all that %s has for %s, which the workflow %s was to ask for by %s",
            source, day, workflow.name(), asked),
        day);
  }
}
