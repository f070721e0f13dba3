package dev.tipoff.transforms.systems;

import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.learned.Mixture;
import dev.tipoff.transforms.learned.SlateModels;
import dev.tipoff.transforms.model.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The other blind systems, mixed as was best on earlier slates and spread as that mixture's errors
 * were. It has no forecast where nothing has been learned yet.
 */
public final class Ensemble implements CombinedSystem {
  private static final long serialVersionUID = 1L;

  public static final String ID = "ensemble";

  private final SlateModels models;

  private Ensemble(SlateModels models) {
    this.models = models;
  }

  /** Without models. */
  public static Ensemble create() {
    return new Ensemble(SlateModels.NONE);
  }

  @Override
  public Ensemble using(SlateModels known) {
    return new Ensemble(known);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Optional<Forecast> forecast(Map<String, Forecast> forecasts, Market market) {
    return models
        .of(market)
        .flatMap(
            model -> {
              OptionalDouble median = model.mixture().median(means(model.mixture(), forecasts));
              return median.isPresent()
                  ? Optional.of(model.mixtureResiduals().forecast(median.getAsDouble()))
                  : Optional.empty();
            });
  }

  @Override
  public List<Contribution> reasons(Map<String, Forecast> forecasts, Market market) {
    List<Contribution> parts = new ArrayList<>();
    models
        .of(market)
        .ifPresent(
            model -> {
              Mixture mixture = model.mixture();
              double[] means = means(mixture, forecasts);
              double present = 0;
              for (int i = 0; i < means.length; i++) {
                present += Double.isNaN(means[i]) ? 0 : mixture.weights().get(i);
              }
              for (int i = 0; i < means.length; i++) {
                double weight = mixture.weights().get(i);
                if (weight > 0 && !Double.isNaN(means[i])) {
                  parts.add(
                      new Contribution(
                          mixture.systems().get(i),
                          weight / present * mixture.scales().get(i) * means[i]));
                }
              }
            });
    return parts;
  }

  private static double[] means(Mixture mixture, Map<String, Forecast> forecasts) {
    double[] means = new double[mixture.systems().size()];
    for (int i = 0; i < means.length; i++) {
      Forecast forecast = forecasts.get(mixture.systems().get(i));
      means[i] = forecast == null ? Double.NaN : forecast.mean();
    }
    return means;
  }
}
