package dev.tipoff.transforms.features;

import com.google.auto.value.AutoValue;
import com.google.common.collect.Iterables;
import dev.tipoff.transforms.grouping.CoGroupInShards;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.tables.RowShape;
import java.util.Objects;
import java.util.OptionalDouble;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What was served against what comes out today: every feature of every player that the feature
 * store holds otherwise than it is recomputed, every row that is on one side only, and every
 * published prediction that was made from other features than the store holds. Nothing comes out if
 * all are alike, to the last bit.
 */
@AutoValue
public abstract class CompareFeatures
    extends PTransform<PCollection<FeatureVector>, PCollection<FeatureDifference>> {
  private static final TupleTag<FeatureVector> STORED = new TupleTag<>("stored") {};
  private static final TupleTag<FeatureVector> RECOMPUTED = new TupleTag<>("recomputed") {};
  private static final TupleTag<Long> PREDICTED = new TupleTag<>("predicted") {};

  abstract PCollection<FeatureVector> stored();

  abstract PCollection<KV<String, Long>> predicted();

  /**
   * Of features that are recomputed.
   *
   * @param stored what the feature store holds of the same slates
   * @param predicted by {@link #key}, the hash of the features that a published prediction was made
   *     from
   */
  public static CompareFeatures with(
      PCollection<FeatureVector> stored, PCollection<KV<String, Long>> predicted) {
    return new AutoValue_CompareFeatures(stored, predicted);
  }

  /** Game and player as text. */
  public static String key(PlayerGameKey key) {
    return key.toString();
  }

  @Override
  public PCollection<FeatureDifference> expand(PCollection<FeatureVector> recomputed) {
    return KeyedPCollectionTuple.of(STORED, byPlayer("Stored", stored()))
        .and(RECOMPUTED, byPlayer("Recomputed", recomputed))
        .and(PREDICTED, predicted())
        .apply("ByPlayer", CoGroupInShards.create())
        .apply("Compare", ParDo.of(new CompareFn()))
        .setCoder(RowShape.coder(FeatureDifference.class));
  }

  private static PCollection<KV<String, FeatureVector>> byPlayer(
      String name, PCollection<FeatureVector> vectors) {
    return vectors.apply(
        name,
        WithKeys.<String, FeatureVector>of(
                row -> key(PlayerGameKey.of(row.getGameId(), row.getPlayer())))
            .withKeyType(TypeDescriptors.strings()));
  }

  private static final class CompareFn extends DoFn<KV<String, CoGbkResult>, FeatureDifference> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void compare(
        @Element KV<String, CoGbkResult> element, OutputReceiver<FeatureDifference> output) {
      CoGbkResult player = Objects.requireNonNull(element.getValue());
      FeatureVector stored = Iterables.getFirst(player.getAll(STORED), null);
      FeatureVector recomputed = Iterables.getFirst(player.getAll(RECOMPUTED), null);
      FeatureVector known = stored == null ? recomputed : stored;
      if (known == null) {
        return;
      }
      if (stored == null || recomputed == null) {
        output.output(FeatureDifference.of(known, FeatureDifference.ROW, null, null));
      } else {
        for (Feature feature : Feature.values()) {
          if (!stored.get(feature).equals(recomputed.get(feature))) {
            output.output(
                FeatureDifference.of(
                    known,
                    feature.id(),
                    number(stored.get(feature)),
                    number(recomputed.get(feature))));
          }
        }
      }
      for (Long hash : player.getAll(PREDICTED)) {
        if (stored == null || hash != stored.hash()) {
          output.output(FeatureDifference.of(known, FeatureDifference.PREDICTION, null, null));
          break;
        }
      }
    }

    private static @Nullable Double number(OptionalDouble value) {
      return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }
  }
}
