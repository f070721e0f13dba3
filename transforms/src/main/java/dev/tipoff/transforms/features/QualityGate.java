package dev.tipoff.transforms.features;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a vector is good enough to predict from: it is refused with a reason, or accepted with
 * flags that say what it lacks. Whoever is refused blocks nobody else.
 *
 * <p>Refused: fewer than 70 in a hundred of the team's finished games with box scores (a source is
 * missing); a value outside its feature's range (an input is wrong). Flagged: fewer than three
 * games in four seasons, of which no system of ours makes a prediction; fewer than ten of the
 * season; any finished game without box scores; no injury report of the team.
 */
final class QualityGate {
  private static final int FEWEST_GAMES = 3;
  private static final int EARLY_GAMES = 10;
  private static final double LEAST_COMPLETE = 0.70;

  private final Pregame known;
  private final int expected;
  private final int found;

  QualityGate(Pregame known, FinishedGames finished) {
    GameContext context = known.context();
    this.known = known;
    this.expected = finished.before(context.getGameDate(), context.getSeason(), context.getTeam());
    this.found = known.team().size();
  }

  /** Why the features are not to be had; empty if they are. */
  Optional<Failure> refusal(Map<Feature, Double> values) {
    List<String> outside = new ArrayList<>();
    values.forEach(
        (feature, value) -> {
          if (!feature.allows(value)) {
            outside.add(feature + " is " + value);
          }
        });
    if (!outside.isEmpty()) {
      return Optional.of(failure(FailureCode.FEATURE_OUT_OF_RANGE, String.join("; ", outside)));
    }
    if (found < LEAST_COMPLETE * expected) {
      return Optional.of(
          failure(
              FailureCode.INCOMPLETE_HISTORY,
              String.format(
                  "only %d of the %d games that %s has finished have both box scores; load them",
                  found, expected, known.context().getTeam())));
    }
    return Optional.empty();
  }

  /** What is known of values that are not refused. */
  FeatureQuality quality(Map<Feature, Double> values) {
    List<String> flags = new ArrayList<>();
    if (known.career().size() < FEWEST_GAMES) {
      flags.add("TOO_FEW_GAMES");
    }
    if (known.season().size() < EARLY_GAMES) {
      flags.add("EARLY_SEASON");
    }
    if (found < expected) {
      flags.add("INCOMPLETE_HISTORY");
    }
    if (known.report().isEmpty()) {
      flags.add("NO_INJURY_REPORT");
    }
    return FeatureQuality.of(
        FeatureQuality.of(values).score(), expected, found, String.join(";", flags));
  }

  private Failure failure(FailureCode code, String reason) {
    GameContext context = known.context();
    return Failure.of(
        "ComputeFeatures",
        code,
        context.getGameId() + " " + context.getPlayer(),
        context.getPlayerName() + ": " + reason,
        context.toString(),
        context.getGameDate());
  }
}
