package dev.tipoff.transforms.export;

import dev.tipoff.transforms.prediction.Recommendation;
import dev.tipoff.transforms.systems.SystemKind;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Top;
import org.apache.beam.sdk.values.PCollection;

/**
 * The props that the lead system would stake something on, fifteen at most: those of the best
 * expected value. Of a player's markets only the one that is staked is among them. A lead that
 * never sees the line proposes none: what it takes for an edge is mostly what the market knows and
 * it does not.
 */
public final class BestBets
    extends PTransform<PCollection<PublishedProp>, PCollection<PublishedProp>> {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 15;

  /** The best expected value last. */
  public static final ByValue BY_VALUE = new ByValue();

  @Override
  public PCollection<PublishedProp> expand(PCollection<PublishedProp> props) {
    PCollection<List<PublishedProp>> best =
        props
            .apply("Staked", Filter.by(BestBets::isProposed))
            .apply("Best", Top.of(MOST, BY_VALUE));
    return best.apply("Each", Flatten.iterables()).setCoder(props.getCoder());
  }

  /** Whether the lead stakes something on a prop, and may. */
  public static boolean isProposed(PublishedProp prop) {
    boolean isBet =
        prop.getRecommendation() == Recommendation.OVER
            || prop.getRecommendation() == Recommendation.UNDER;
    Double stake = prop.getStake();
    return isBet
        && prop.getKind() == SystemKind.MARKET_AWARE
        && prop.getExpectedValue() != null
        && stake != null
        && stake > 0;
  }

  /** Orders props by expected value, and those of the same by what they are of. */
  public static final class ByValue implements Comparator<PublishedProp>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public int compare(PublishedProp one, PublishedProp other) {
      return Comparator.comparing(
              PublishedProp::getExpectedValue,
              Comparator.nullsFirst(Comparator.<Double>naturalOrder()))
          .thenComparing(prop -> prop.getPlayer().getId())
          .thenComparing(PublishedProp::getMarket)
          .thenComparing(PublishedProp::getGameId)
          .compare(one, other);
    }
  }
}
