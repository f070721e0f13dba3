package dev.tipoff.io.site;

import com.google.common.base.Preconditions;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.prediction.Prediction;
import java.util.Collection;
import java.util.List;

/**
 * How much there is on a slate.
 *
 * @param lines props with a line
 * @param predictions of all systems
 * @param bets of all systems
 * @param withoutLine predictions without a line
 */
record SlateCounts(
    long games, long players, long lines, long predictions, long bets, long withoutLine) {

  static SlateCounts of(List<PropRow<Prediction>> rows) {
    List<Prediction> all =
        rows.stream().map(row -> row.bySystem().values()).flatMap(Collection::stream).toList();
    return new SlateCounts(
        rows.stream().map(row -> row.key().gameId()).distinct().count(),
        rows.stream().map(row -> row.key().player()).distinct().count(),
        rows.stream()
            .filter(row -> row.bySystem().values().stream().anyMatch(p -> p.getLine() != null))
            .count(),
        all.size(),
        all.stream().filter(p -> Pick.isBet(p.getRecommendation())).count(),
        all.stream().filter(p -> p.getLine() == null).count());
  }

  /**
   * @throws IllegalArgumentException if a prediction is of another day
   */
  static void checkSlate(GameDay slate, Collection<Prediction> predictions) {
    for (Prediction prediction : predictions) {
      Preconditions.checkArgument(
          prediction.getGameDate().equals(slate),
          "a prediction of %s among those of the slate of %s",
          prediction.getGameDate(),
          slate);
    }
  }
}
