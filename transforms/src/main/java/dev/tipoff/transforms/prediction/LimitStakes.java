package dev.tipoff.transforms.prediction;

import static java.util.Comparator.comparingDouble;

import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import dev.tipoff.transforms.grouping.GroupInShards;
import dev.tipoff.transforms.model.PlayerKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Partition;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Stakes of one system on one game, taken together. Points, rebounds, assists and their sum are one
 * bet on a player: of his bets the one with the highest expected value keeps its stake, of equal
 * ones the first by market, and the others are staked with zero. What is then staked on the game is
 * scaled down to a cap. Recommendations stay as they are.
 *
 * <p>The output is in the windows of the input, and the same in whatever order the rows come. Only
 * rows with a stake are grouped, since most have none.
 */
@AutoValue
public abstract class LimitStakes
    extends PTransform<PCollection<Prediction>, PCollection<Prediction>> {
  private static final int REST = 0;
  private static final int STAKED = 1;

  /** The best bet on a player first. */
  private static final Comparator<Prediction> PREFERENCE =
      comparingDouble((Prediction bet) -> -expectedValue(bet)).thenComparing(Prediction::getMarket);

  abstract double maxStakePerGame();

  /**
   * Limits what one system stakes on one game.
   *
   * @param maxStakePerGame the most of the bankroll
   * @throws IllegalArgumentException unless it lies in [0, 1]
   */
  public static LimitStakes of(double maxStakePerGame) {
    Preconditions.checkArgument(
        maxStakePerGame >= 0 && maxStakePerGame <= 1,
        "the stake of a game lies between 0 and 1, not at %s",
        maxStakePerGame);
    return new AutoValue_LimitStakes(maxStakePerGame);
  }

  @Override
  public PCollection<Prediction> expand(PCollection<Prediction> predictions) {
    double most = maxStakePerGame();
    PCollectionList<Prediction> parts =
        predictions.apply("ByStake", Partition.of(2, (row, n) -> stake(row) > 0 ? STAKED : REST));
    PCollection<Prediction> limited =
        parts
            .get(STAKED)
            .apply(
                "BySystemAndGame",
                WithKeys.of((Prediction bet) -> bet.getSystemId() + "|" + bet.getGameId())
                    .withKeyType(TypeDescriptors.strings()))
            .apply("GroupBets", GroupInShards.create())
            .apply(
                "Limit",
                FlatMapElements.into(TypeDescriptor.of(Prediction.class))
                    .via(bets -> limit(bets.getValue(), most)));
    return PCollectionList.of(parts.get(REST))
        .and(limited)
        .apply("WithTheRest", Flatten.pCollections());
  }

  /** The bets of one system on one game, by player and market. */
  static List<Prediction> limit(Iterable<Prediction> bets, double most) {
    SortedMap<PlayerKey, List<Prediction>> byPlayer = new TreeMap<>();
    bets.forEach(
        bet -> byPlayer.computeIfAbsent(bet.getPlayer(), key -> new ArrayList<>()).add(bet));
    double staked = 0;
    for (List<Prediction> ofPlayer : byPlayer.values()) {
      ofPlayer.sort(PREFERENCE);
      staked += stake(ofPlayer.get(0));
    }
    double scale = staked > most ? most / staked : 1;
    List<Prediction> limited = new ArrayList<>();
    for (List<Prediction> ofPlayer : byPlayer.values()) {
      for (int place = 0; place < ofPlayer.size(); place++) {
        Prediction bet = ofPlayer.get(place);
        limited.add(bet.toBuilder().setStake(place == 0 ? stake(bet) * scale : 0.0).build());
      }
    }
    return limited;
  }

  private static double stake(Prediction prediction) {
    Double stake = prediction.getStake();
    return stake == null ? 0 : stake;
  }

  private static double expectedValue(Prediction bet) {
    return Preconditions.checkNotNull(
        bet.getExpectedValue(), "a stake without an expected value: %s", bet);
  }
}
