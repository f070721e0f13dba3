package dev.tipoff.transforms.prediction;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.LeagueHistory;
import dev.tipoff.transforms.grouping.LookUp;
import dev.tipoff.transforms.learned.Models;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.slate.SlateMap;
import dev.tipoff.transforms.systems.CombinedSystem;
import dev.tipoff.transforms.systems.MarketAwareSystem;
import dev.tipoff.transforms.systems.PredictionSystem;
import dev.tipoff.transforms.tables.RowShape;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Duration;
import org.joda.time.Instant;

/**
 * Every system's forecast of every request, held against the market's line. Requests are the main
 * input; features and game context of the slate, and all histories, are side inputs, one look-up of
 * each a bundle and slate.
 *
 * <p>A request comes out as one prediction a system, or as one failure where nothing can be said:
 * without features or context, with several of them, or after its tip. Where the history is too
 * short for every system that looks at it, there is a failure NO_HISTORY even if a market-aware
 * system has the line to go by.
 */
@AutoValue
public abstract class Predict
    extends PTransform<
        PCollection<PredictionRequest>, WithFailures.Result<PCollection<Prediction>, Failure>> {
  private static final TupleTag<Prediction> PREDICTIONS = new TupleTag<>("predictions") {};
  private static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  abstract ImmutableList<PredictionSystem> systems();

  abstract ImmutableList<CombinedSystem> combinedSystems();

  abstract ImmutableList<MarketAwareSystem> marketSystems();

  abstract BettingPolicy policy();

  abstract boolean reasons();

  abstract @Nullable Instant asOf();

  abstract Duration lead();

  abstract LookUp<SlateMap<PlayerGameKey, FeatureVector>> features();

  abstract LookUp<SlateMap<PlayerGameKey, GameContext>> contexts();

  abstract LookUp<LeagueHistory> histories();

  abstract @Nullable PCollectionView<Models> models();

  /** A builder with {@link BettingPolicy#standard}. */
  public static Builder with(List<? extends PredictionSystem> systems) {
    return new AutoValue_Predict.Builder()
        .systems(ImmutableList.copyOf(systems))
        .reasons(false)
        .combinedSystems(ImmutableList.of())
        .marketSystems(ImmutableList.of())
        .lead(Duration.ZERO)
        .policy(BettingPolicy.standard());
  }

  /** Builds a {@link Predict}. */
  @AutoValue.Builder
  public abstract static class Builder {
    abstract Builder systems(ImmutableList<PredictionSystem> systems);

    /** Systems made of the others, in this order: each sees those before it. */
    public abstract Builder combinedSystems(ImmutableList<CombinedSystem> systems);

    public abstract Builder marketSystems(ImmutableList<MarketAwareSystem> systems);

    /** Whether predictions say what they are made of, which takes longer than they do. */
    public abstract Builder reasons(boolean reasons);

    public abstract Builder policy(BettingPolicy policy);

    /**
     * The time that the predictions are made as of; a game that has tipped off by then is a failure
     * of code PAST_TIP. Without it each game is predicted as of the last moment before its tip,
     * which only a backtest may do.
     */
    public abstract Builder asOf(@Nullable Instant asOf);

    /** How long before the tip that last moment is; by default as short as can be. */
    public abstract Builder lead(Duration lead);

    public abstract Builder features(LookUp<SlateMap<PlayerGameKey, FeatureVector>> features);

    /** Of a side input that has one value a slate. */
    public final Builder features(
        PCollectionView<SlateMap<PlayerGameKey, FeatureVector>> features) {
      return features(LookUp.of(features));
    }

    public abstract Builder contexts(LookUp<SlateMap<PlayerGameKey, GameContext>> contexts);

    /** Of a side input that has one value a slate. */
    public final Builder contexts(PCollectionView<SlateMap<PlayerGameKey, GameContext>> contexts) {
      return contexts(LookUp.of(contexts));
    }

    public abstract Builder histories(LookUp<LeagueHistory> histories);

    /** Of a side input that has one value a slate. */
    public final Builder histories(PCollectionView<LeagueHistory> histories) {
      return histories(LookUp.of(histories));
    }

    /** What systems may have learned before a slate; without it they have learned nothing. */
    public abstract Builder models(@Nullable PCollectionView<Models> models);

    public abstract Predict build();
  }

  @Override
  public WithFailures.Result<PCollection<Prediction>, Failure> expand(
      PCollection<PredictionRequest> requests) {
    PCollectionTuple made =
        requests.apply(
            "Forecast",
            ParDo.of(new PredictFn(this, FAILURES))
                .withSideInputs(sideInputs())
                .withOutputTags(PREDICTIONS, TupleTagList.of(FAILURES)));
    return WithFailures.Result.of(
        made.get(PREDICTIONS).setCoder(RowShape.coder(Prediction.class)),
        made.get(FAILURES).setCoder(RowShape.coder(Failure.class)));
  }

  private List<PCollectionView<?>> sideInputs() {
    List<PCollectionView<?>> views = new ArrayList<>();
    views.add(features().view());
    views.add(contexts().view());
    views.add(histories().view());
    if (models() != null) {
      views.add(models());
    }
    return views;
  }
}
