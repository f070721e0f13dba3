package dev.tipoff.transforms.systems;

import com.google.common.base.Suppliers;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.learned.BoostedModel;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** What boosted trees say of some players, asked all at once when the first is asked for. */
final class BoostedAnswers {
  private final BoostedModel trees;
  private final Map<FeatureVector, Integer> places = new IdentityHashMap<>();
  private final Supplier<float[]> medians;
  private final Supplier<float[][]> contributions;

  BoostedAnswers(BoostedModel trees, List<FeatureVector> players) {
    this.trees = trees;
    for (FeatureVector player : players) {
      places.put(player, places.size());
    }
    List<float[]> known = players.stream().map(trees.features()::valuesOf).toList();
    this.medians = Suppliers.memoize(() -> trees.medians(known));
    this.contributions = Suppliers.memoize(() -> trees.contributions(known));
  }

  /** Whether these are the answers of these trees, and this very row is among them. */
  boolean isOf(BoostedModel others, FeatureVector player) {
    return trees == others && places.containsKey(player);
  }

  float median(FeatureVector player) {
    return medians.get()[place(player)];
  }

  float[] contributions(FeatureVector player) {
    return contributions.get()[place(player)];
  }

  private int place(FeatureVector player) {
    return Objects.requireNonNull(places.get(player));
  }
}
