package dev.tipoff.transforms.prediction;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.LeagueHistory;
import dev.tipoff.transforms.grouping.LookUp;
import dev.tipoff.transforms.learned.Models;
import dev.tipoff.transforms.learned.SlateModels;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.slate.SlateMap;
import dev.tipoff.transforms.slate.SlateMap.Found;
import dev.tipoff.transforms.slate.SlateMap.Value;
import dev.tipoff.transforms.systems.CombinedSystem;
import dev.tipoff.transforms.systems.MarketAwareSystem;
import dev.tipoff.transforms.systems.PredictionSystem;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests of a bundle by slate, many at once: see {@link Predict}. */
final class PredictFn extends DoFn<PredictionRequest, Prediction> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(PredictFn.class);

  /** How many requests of a slate are answered at once: trees are asked more quickly so. */
  private static final int BATCH = 1000;

  private final ImmutableList<PredictionSystem> systems;
  private final ImmutableList<CombinedSystem> combinedSystems;
  private final ImmutableList<MarketAwareSystem> marketSystems;
  private final PredictionRows rows;
  private final LookUp<SlateMap<PlayerGameKey, FeatureVector>> features;
  private final LookUp<SlateMap<PlayerGameKey, GameContext>> contexts;
  private final LookUp<LeagueHistory> histories;
  private final @Nullable PCollectionView<Models> models;
  private final TupleTag<Failure> failures;

  /** By window, since a bundle may span slates; empty between bundles. */
  private transient Map<BoundedWindow, Slate> slates = new HashMap<>();

  private record Slate(
      SlateMap<PlayerGameKey, FeatureVector> features,
      SlateMap<PlayerGameKey, GameContext> contexts,
      LeagueHistory histories,
      SlateSystems systems,
      List<PredictionRequest> requests,
      List<SlateSystems.Asked> asked) {
    void add(PredictionRequest request, SlateSystems.Asked what) {
      requests.add(request);
      asked.add(what);
    }
  }

  PredictFn(Predict predict, TupleTag<Failure> failures) {
    this.systems = predict.systems();
    this.combinedSystems = predict.combinedSystems();
    this.marketSystems = predict.marketSystems();
    this.rows = new PredictionRows(predict);
    this.features = predict.features();
    this.contexts = predict.contexts();
    this.histories = predict.histories();
    this.models = predict.models();
    this.failures = failures;
  }

  @StartBundle
  public void startBundle() {
    slates = new HashMap<>();
  }

  @ProcessElement
  public void predict(ProcessContext process, BoundedWindow window) {
    PredictionRequest request = process.element();
    Slate slate =
        slates.computeIfAbsent(
            window,
            any ->
                new Slate(
                    features.in(process),
                    contexts.in(process),
                    histories.in(process),
                    systemsOf(request.getGameDate(), process),
                    new ArrayList<>(),
                    new ArrayList<>()));
    ConsensusLine line = request.getConsensus();
    Instant asOf = rows.given(request);
    if (asOf != null && line != null && !asOf.isBefore(line.getTipTime())) {
      process.output(
          failures,
          PredictFailures.failure(
              request,
              FailureCode.PAST_TIP,
              String.format(
                  "tipped off at %s, and a prediction as of %s would not be one; use backtest",
                  line.getTipTime(), asOf)));
      return;
    }
    PlayerGameKey key = request.key();
    Found<FeatureVector> vector = slate.features().find(key);
    Found<GameContext> context = slate.contexts().find(key);
    if (!(vector instanceof Value<FeatureVector> foundVector)) {
      process.output(
          failures, PredictFailures.missingFeatures(request, vector, slate.features().isEmpty()));
      return;
    }
    if (!(context instanceof Value<GameContext> foundContext)) {
      process.output(failures, PredictFailures.missingContext(request, context));
      return;
    }
    GameContext game = foundContext.value();
    FeatureVector known = foundVector.value();
    PredictionRequest informed = request;
    Instant report = game.getReportTime();
    if (asOf != null && report != null && report.isAfter(asOf)) {
      if (request.getAsOf() == null || line == null || !report.isBefore(line.getTipTime())) {
        process.output(
            failures,
            PredictFailures.failure(
                request,
                FailureCode.LATE_REPORT,
                String.format(
                    "his features know an injury report of %s, later than %s; run analytics"
                        + " --asOf=%s and precompute first",
                    report, asOf, asOf)));
        return;
      }
      informed = request.withAsOf(report);
    }
    slate.add(
        informed,
        new SlateSystems.Asked(
            known,
            game,
            slate.histories().before(request.getGameDate(), game.getSeason()),
            request.getMarket(),
            line));
    if (slate.requests().size() >= BATCH) {
      predict(slate, process::output, failure -> process.output(failures, failure));
    }
  }

  /** Predicts what is left of every slate of the bundle. */
  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    slates.forEach(
        (window, slate) ->
            predict(
                slate,
                row -> context.output(row, window.maxTimestamp(), window),
                failure -> context.output(failures, failure, window.maxTimestamp(), window)));
    slates = new HashMap<>();
  }

  private void predict(Slate slate, Consumer<Prediction> output, Consumer<Failure> failed) {
    List<Supplier<List<SlateSystems.Made>>> forecasts = forecasts(slate.systems(), slate.asked());
    for (int i = 0; i < forecasts.size(); i++) {
      PredictionRequest request = slate.requests().get(i);
      SlateSystems.Asked asked = slate.asked().get(i);
      Supplier<List<SlateSystems.Made>> forecast = forecasts.get(i);
      PredictFailures.CAUGHT
          .of(request, () -> predictions(request, forecast.get(), slate.systems(), asked), failed)
          .ifPresent(
              made -> {
                made.forEach(output);
                if (made.stream().allMatch(row -> knowsLine(row.getKind()))) {
                  failed.accept(PredictFailures.noHistory(request, asked));
                }
              });
    }
    slate.requests().clear();
    slate.asked().clear();
  }

  /** Of each that is asked; all are made at once unless one is at fault, and then each alone. */
  private static List<Supplier<List<SlateSystems.Made>>> forecasts(
      SlateSystems systems, List<SlateSystems.Asked> asked) {
    try {
      List<Supplier<List<SlateSystems.Made>>> made = new ArrayList<>();
      systems.forecasts(asked).forEach(each -> made.add(() -> each));
      return made;
    } catch (RuntimeException e) {
      LOG.debug("one of {} requests cannot be predicted", asked.size(), e);
      List<SlateSystems.Asked> each = List.copyOf(asked);
      return each.stream()
          .<Supplier<List<SlateSystems.Made>>>map(
              one -> () -> systems.forecasts(List.of(one)).get(0))
          .toList();
    }
  }

  private List<Prediction> predictions(
      PredictionRequest request,
      List<SlateSystems.Made> forecasts,
      SlateSystems systems,
      SlateSystems.Asked asked) {
    return forecasts.stream()
        .map(made -> rows.of(request, made, systems, asked.known(), asked.context()))
        .toList();
  }

  private static boolean knowsLine(SystemKind kind) {
    return kind == SystemKind.MARKET_AWARE || kind == SystemKind.MARKET;
  }

  /** The systems with what had been learned before the slate. */
  private SlateSystems systemsOf(GameDay slate, ProcessContext process) {
    return new SlateSystems(
        models == null ? SlateModels.NONE : process.sideInput(models).before(slate),
        systems,
        combinedSystems,
        marketSystems);
  }
}
