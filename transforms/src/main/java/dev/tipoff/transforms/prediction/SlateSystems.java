package dev.tipoff.transforms.prediction;

import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.learned.Calibration;
import dev.tipoff.transforms.learned.SlateModels;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.systems.CombinedSystem;
import dev.tipoff.transforms.systems.Contribution;
import dev.tipoff.transforms.systems.MarketAwareSystem;
import dev.tipoff.transforms.systems.PredictionSystem;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.checkerframework.checker.nullness.qual.Nullable;

/** All systems with what had been learned before a slate. */
final class SlateSystems {
  private final SlateModels models;
  private final List<PredictionSystem> blind;
  private final List<CombinedSystem> combined;
  private final List<MarketAwareSystem> marketAware;

  SlateSystems(
      SlateModels models,
      List<PredictionSystem> blind,
      List<CombinedSystem> combined,
      List<MarketAwareSystem> marketAware) {
    this.models = models;
    this.blind = blind.stream().map(system -> system.using(models)).toList();
    this.combined = combined.stream().map(system -> system.using(models)).toList();
    this.marketAware = marketAware.stream().map(system -> system.using(models)).toList();
  }

  /**
   * What a system forecasts.
   *
   * @param reasons what it is made of, reckoned when asked for
   */
  record Made(
      String system, SystemKind kind, Forecast forecast, Supplier<List<Contribution>> reasons) {}

  /**
   * What is to be forecast.
   *
   * @param known with what the market said, which blind systems are not shown
   */
  record Asked(
      FeatureVector known,
      GameContext context,
      KnownGames games,
      Market market,
      @Nullable ConsensusLine line) {}

  /** What every system that can forecasts of each, in the order of the asked. */
  List<List<Made>> forecasts(List<Asked> asked) {
    List<FeatureVector> shown = asked.stream().map(each -> each.known().blind()).toList();
    Map<Market, List<FeatureVector>> byMarket = new EnumMap<>(Market.class);
    for (int i = 0; i < asked.size(); i++) {
      byMarket.computeIfAbsent(asked.get(i).market(), any -> new ArrayList<>()).add(shown.get(i));
    }
    Map<Market, List<PredictionSystem>> ahead = new EnumMap<>(Market.class);
    byMarket.forEach(
        (market, features) ->
            ahead.put(
                market, blind.stream().map(system -> system.ahead(market, features)).toList()));
    List<List<Made>> all = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      List<PredictionSystem> systems = Objects.requireNonNull(ahead.get(asked.get(i).market()));
      all.add(forecasts(systems, shown.get(i), asked.get(i)));
    }
    return all;
  }

  private List<Made> forecasts(List<PredictionSystem> systems, FeatureVector shown, Asked asked) {
    Market market = asked.market();
    ConsensusLine line = asked.line();
    List<Made> made = new ArrayList<>();
    Map<String, Forecast> forecasts = new HashMap<>();
    for (PredictionSystem system : systems) {
      system
          .forecast(shown, asked.context(), asked.games(), market)
          .ifPresent(
              forecast -> {
                made.add(
                    new Made(
                        system.id(),
                        system.kind(),
                        forecast,
                        () -> system.reasons(shown, asked.context(), asked.games(), market)));
                forecasts.put(system.id(), forecast);
              });
    }
    for (CombinedSystem system : combined) {
      system
          .forecast(forecasts, market)
          .ifPresent(
              forecast -> {
                made.add(
                    new Made(
                        system.id(),
                        SystemKind.BLIND,
                        forecast,
                        () -> system.reasons(forecasts, market)));
                forecasts.put(system.id(), forecast);
              });
    }
    if (line != null) {
      for (MarketAwareSystem system : marketAware) {
        system
            .forecast(forecasts, line)
            .ifPresent(
                forecast ->
                    made.add(
                        new Made(
                            system.id(),
                            system.kind(),
                            forecast,
                            () -> system.reasons(forecasts, line))));
      }
    }
    return made;
  }

  /** What a system's chances of the over are worth. */
  Calibration calibration(String system, Market market) {
    return models.of(market).map(model -> model.calibration(system)).orElse(Calibration.NONE);
  }

  /** The least expected profit that a system's bets have paid from; empty if nobody knows. */
  OptionalDouble threshold(String system, Market market) {
    return models.of(market).map(model -> model.threshold(system)).orElse(OptionalDouble.empty());
  }
}
