package dev.tipoff.transforms.training;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.forecast.ResidualTable;
import dev.tipoff.transforms.learned.MarketModel;
import dev.tipoff.transforms.learned.Mixture;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.systems.Ensemble;
import dev.tipoff.transforms.systems.GradientBoosted;
import java.util.Arrays;
import java.util.List;

/**
 * What is learned on top of the trees from slates that the trees know nothing of: how far outcomes
 * lie from forecasts, how systems are mixed, and what lines are worth.
 */
final class LearnStack {
  private LearnStack() {}

  /**
   * Adds what is learned.
   *
   * @param systems ids of those whose forecasts the examples carry
   * @param held examples that the trees know nothing of
   * @param medians what the trees forecast of them
   */
  static MarketModel.Builder into(
      MarketModel.Builder model,
      ImmutableList<String> systems,
      List<TrainingExample> held,
      double[] medians,
      Market market) {
    double[] outcomes = held.stream().mapToDouble(example -> example.actual(market)).toArray();
    ResidualTable residuals = ResidualTable.of(medians, outcomes);
    List<Forecast> boosted = forecasts(residuals, medians);
    double[][] means = new double[held.size()][];
    for (int row = 0; row < means.length; row++) {
      means[row] = new double[systems.size() + 1];
      for (int system = 0; system < systems.size(); system++) {
        means[row][system] = held.get(row).mean(market, system);
      }
      means[row][systems.size()] = boosted.get(row).mean();
    }
    Mixture mixture =
        LearnMixture.of(
            ImmutableList.<String>builder().addAll(systems).add(GradientBoosted.ID).build(),
            means,
            outcomes);
    double[] mixed =
        Arrays.stream(means).mapToDouble(row -> mixture.median(row).orElseThrow()).toArray();
    ResidualTable mixtureResiduals = ResidualTable.of(mixed, outcomes);

    List<Forecast> ensemble = forecasts(mixtureResiduals, mixed);

    LearnFromLines lines = new LearnFromLines(held, market);
    lines.learn(GradientBoosted.ID, boosted, residuals);
    lines.learn(Ensemble.ID, ensemble, mixtureResiduals);
    for (int system = 0; system < systems.size(); system++) {
      lines.learn(systems.get(system), system);
    }
    return lines.into(
        model
            .residuals(residuals)
            .mixture(mixture)
            .mixtureResiduals(mixtureResiduals)
            .heldOut(held.size())
            .heldOutError(error(boosted, outcomes))
            .heldOutMixtureError(error(ensemble, outcomes)));
  }

  private static double error(List<Forecast> forecasts, double[] outcomes) {
    double sum = 0;
    for (int row = 0; row < outcomes.length; row++) {
      sum += Math.abs(forecasts.get(row).median() - outcomes[row]);
    }
    return sum / outcomes.length;
  }

  private static List<Forecast> forecasts(ResidualTable residuals, double[] medians) {
    return Arrays.stream(medians).mapToObj(residuals::forecast).toList();
  }
}
