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
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Boosted trees on the features of the past, spread as their errors were on slates that they knew
 * nothing of. It has no forecast before it is given {@linkplain #using models}, nor of a slate that
 * nothing was learned before.
 */
public final class GradientBoosted implements PredictionSystem {
  private static final long serialVersionUID = 1L;

  public static final String ID = "gradient_boosted";

  private final SlateModels models;
  private final transient @Nullable BoostedAnswers answers;

  private GradientBoosted(SlateModels models, @Nullable BoostedAnswers answers) {
    this.models = models;
    this.answers = answers;
  }

  /** Without models. */
  public static GradientBoosted create() {
    return new GradientBoosted(SlateModels.NONE, null);
  }

  @Override
  public GradientBoosted using(SlateModels known) {
    return new GradientBoosted(known, null);
  }

  @Override
  public GradientBoosted ahead(Market market, List<FeatureVector> features) {
    List<FeatureVector> old = features.stream().filter(GradientBoosted::plays).toList();
    return models
        .of(market)
        .map(model -> new GradientBoosted(models, new BoostedAnswers(model.trees(), old)))
        .orElse(this);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public SystemKind kind() {
    return SystemKind.BLIND;
  }

  @Override
  public Optional<Forecast> forecast(
      FeatureVector features, GameContext context, KnownGames games, Market market) {
    return model(features, market)
        .map(model -> model.residuals().forecast(answers(model, features).median(features)));
  }

  @Override
  public List<Contribution> reasons(
      FeatureVector features, GameContext context, KnownGames games, Market market) {
    Optional<MarketModel> model = model(features, market);
    if (model.isEmpty()) {
      return List.of();
    }
    List<Feature> columns = model.get().trees().features().features();
    float[] amounts = answers(model.get(), features).contributions(features);
    List<Contribution> parts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      parts.add(new Contribution(columns.get(i).id(), amounts[i]));
    }
    parts.add(new Contribution(BASE, amounts[columns.size()]));
    return parts;
  }

  /** Those that were got ahead, or of this one alone. */
  private BoostedAnswers answers(MarketModel model, FeatureVector features) {
    return answers != null && answers.isOf(model.trees(), features)
        ? answers
        : new BoostedAnswers(model.trees(), List.of(features));
  }

  private Optional<MarketModel> model(FeatureVector features, Market market) {
    return plays(features) ? models.of(market) : Optional.empty();
  }

  private static boolean plays(FeatureVector features) {
    return features.get(Feature.GAMES_SEASON).orElse(0) >= RunningForm.MIN_GAMES;
  }
}
