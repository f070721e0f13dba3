package dev.tipoff.transforms.systems;

import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.learned.MarketModel;
import dev.tipoff.transforms.learned.SlateModels;
import dev.tipoff.transforms.model.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Boosted trees on the features of the past, spread as their errors were on slates that they knew
 * nothing of. It has no forecast before it is given {@linkplain #using models}, nor of a slate that
 * nothing was learned before.
 */
public final class GradientBoosted implements PredictionSystem {
  private static final long serialVersionUID = 1L;

  public static final String ID = "gradient_boosted";

  private final SlateModels models;

  private GradientBoosted(SlateModels models) {
    this.models = models;
  }

  /** Without models. */
  public static GradientBoosted create() {
    return new GradientBoosted(SlateModels.NONE);
  }

  @Override
  public GradientBoosted using(SlateModels known) {
    return new GradientBoosted(known);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public SystemKind kind() {
    return SystemKind.BLIND;
  }

  /** The median before it is made discrete; empty where there is no forecast. */
  OptionalDouble median(FeatureVector features, Market market) {
    Optional<MarketModel> model = model(features, market);
    return model.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            model.get().trees().median(model.get().trees().features().valuesOf(features)));
  }

  @Override
  public Optional<Forecast> forecast(
      FeatureVector features, GameContext context, KnownGames games, Market market) {
    OptionalDouble median = median(features, market);
    return median.isEmpty()
        ? Optional.empty()
        : models.of(market).map(model -> model.residuals().forecast(median.getAsDouble()));
  }

  @Override
  public List<Contribution> reasons(
      FeatureVector features, GameContext context, KnownGames games, Market market) {
    Optional<MarketModel> model = model(features, market);
    if (model.isEmpty()) {
      return List.of();
    }
    List<Feature> columns = model.get().trees().features().features();
    float[] amounts =
        model.get().trees().contributions(model.get().trees().features().valuesOf(features));
    List<Contribution> parts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      parts.add(new Contribution(columns.get(i).id(), amounts[i]));
    }
    parts.add(new Contribution(BASE, amounts[columns.size()]));
    return parts;
  }

  private Optional<MarketModel> model(FeatureVector features, Market market) {
    return features.get(Feature.GAMES_SEASON).orElse(0) < RunningForm.MIN_GAMES
        ? Optional.empty()
        : models.of(market);
  }
}
