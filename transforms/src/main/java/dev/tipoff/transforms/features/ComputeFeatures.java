package dev.tipoff.transforms.features;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.failure.CatchFailures;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.grouping.GroupInShards;
import dev.tipoff.transforms.tables.RowShape;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The features of each player and game of the contexts, from earlier games and what was reported
 * before the tip. Box scores are one side input, whatever the number of slates; the same code
 * serves training, backtest and tonight, and a slate's features do not hang on which other slates
 * are asked for.
 *
 * <p>A player without an earlier game of the season has only the features that need none. What is
 * not good enough becomes a failure instead, and what lacks something is flagged: see {@link
 * QualityGate}.
 */
@AutoValue
public abstract class ComputeFeatures
    extends PTransform<
        PCollection<GameContext>, WithFailures.Result<PCollection<FeatureVector>, Failure>> {
  private static final TupleTag<FeatureVector> VECTORS = new TupleTag<>("vectors") {};
  private static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  abstract PCollectionView<LeagueHistory> league();

  abstract PCollectionView<InjuryReports> reports();

  abstract PCollectionView<ZoneHistory> zones();

  abstract PCollectionView<FinishedGames> finished();

  /**
   * Looks back on these box scores.
   *
   * @param league all box scores of four seasons; later ones than the slates' may be among them
   * @param reports who was reported to be out before each tip
   * @param zones shots by zone of the season, where a play-by-play is kept
   * @param finished the games that box scores must be there of
   */
  public static ComputeFeatures from(
      PCollectionView<LeagueHistory> league,
      PCollectionView<InjuryReports> reports,
      PCollectionView<ZoneHistory> zones,
      PCollectionView<FinishedGames> finished) {
    return new AutoValue_ComputeFeatures(league, reports, zones, finished);
  }

  @Override
  public WithFailures.Result<PCollection<FeatureVector>, Failure> expand(
      PCollection<GameContext> contexts) {
    PCollectionTuple computed =
        contexts
            .apply(
                "BySlate",
                WithKeys.<Long, GameContext>of(context -> context.getGameDate().getEpochDay())
                    .withKeyType(TypeDescriptors.longs()))
            .apply("Spread", GroupInShards.create())
            .apply(
                "Compute",
                ParDo.of(new ComputeFn(this))
                    .withSideInputs(league(), reports(), zones(), finished())
                    .withOutputTags(VECTORS, TupleTagList.of(FAILURES)));
    return WithFailures.Result.of(
        computed.get(VECTORS).setCoder(RowShape.coder(FeatureVector.class)),
        computed.get(FAILURES));
  }

  static Map<Feature, Double> features(Pregame known) {
    Map<Feature, Double> values = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      feature.of(known).ifPresent(value -> values.put(feature, value));
    }
    return values;
  }

  private static final class ComputeFn
      extends DoFn<KV<Long, Iterable<GameContext>>, FeatureVector> {
    private static final long serialVersionUID = 1L;

    private static final CatchFailures<GameContext> CAUGHT =
        CatchFailures.in(
            "ComputeFeatures",
            context -> context.getGameId() + "|" + context.getPlayer(),
            GameContext::getGameDate);

    /** One of the two is there. */
    private record Computed(Optional<FeatureVector> vector, Optional<Failure> refusal) {}

    private final PCollectionView<LeagueHistory> leagueView;
    private final PCollectionView<InjuryReports> reportsView;
    private final PCollectionView<ZoneHistory> zonesView;
    private final PCollectionView<FinishedGames> finishedView;
    private transient @Nullable LeagueHistory league;
    private transient @Nullable InjuryReports reports;
    private transient @Nullable ZoneHistory zones;
    private transient @Nullable FinishedGames finished;

    ComputeFn(ComputeFeatures features) {
      this.leagueView = features.league();
      this.reportsView = features.reports();
      this.zonesView = features.zones();
      this.finishedView = features.finished();
    }

    @StartBundle
    public void startBundle() {
      league = null;
      reports = null;
      zones = null;
      finished = null;
    }

    @ProcessElement
    public void compute(@Element KV<Long, Iterable<GameContext>> slate, ProcessContext process) {
      if (league == null || reports == null || zones == null || finished == null) {
        league = process.sideInput(leagueView);
        reports = process.sideInput(reportsView);
        zones = process.sideInput(zonesView);
        finished = process.sideInput(finishedView);
      }
      FinishedGames expected = finished;
      for (GameContext context : slate.getValue()) {
        Supplier<Computed> compute = pregame(context, league, reports, zones, expected);
        CAUGHT
            .of(context, compute, failure -> process.output(FAILURES, failure))
            .ifPresent(
                computed -> {
                  computed.vector().ifPresent(process::output);
                  computed.refusal().ifPresent(failure -> process.output(FAILURES, failure));
                });
      }
    }

    private static Supplier<Computed> pregame(
        GameContext context,
        LeagueHistory league,
        InjuryReports reports,
        ZoneHistory zones,
        FinishedGames finished) {
      return () -> {
        Pregame known = Pregame.of(context, league, reports, zones);
        Map<Feature, Double> values = features(known);
        QualityGate gate = new QualityGate(known, finished);
        Optional<Failure> refusal = gate.refusal(values);
        return new Computed(
            refusal.isPresent()
                ? Optional.empty()
                : Optional.of(
                    FeatureVector.of(
                            context.getGameDate(), context.getGameId(), context.getPlayer(), values)
                        .withQuality(gate.quality(values))),
            refusal);
      };
    }
  }
}
