package dev.tipoff.transforms.training;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.forecast.ResidualTable;
import dev.tipoff.transforms.learned.Calibration;
import dev.tipoff.transforms.learned.LineBlend;
import dev.tipoff.transforms.learned.MarketModel;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.systems.LineAware;
import java.util.ArrayList;
import java.util.List;

/** What is learned from lines of slates that the forecasts of them knew nothing of. */
final class LearnFromLines {
  private final Market market;
  private final List<TrainingExample> lined = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final ImmutableMap.Builder<String, LineBlend> blends = ImmutableMap.builder();
  private final ImmutableMap.Builder<String, Calibration> calibrations = ImmutableMap.builder();
  private final ImmutableMap.Builder<String, Double> thresholds = ImmutableMap.builder();

  /**
   * @param examples those without a line are left out
   */
  LearnFromLines(List<TrainingExample> examples, Market market) {
    this.market = market;
    for (int place = 0; place < examples.size(); place++) {
      if (examples.get(place).line(market).isPresent()) {
        lined.add(examples.get(place));
        places.add(place);
      }
    }
  }

  /**
   * Learns of a blind system, and of the same with the line.
   *
   * @param forecasts of all examples
   */
  void learn(String system, List<Forecast> forecasts, ResidualTable residuals) {
    int rows = lined.size();
    double[] blind = new double[rows];
    double[] line = new double[rows];
    double[] outcomes = new double[rows];
    double[] chances = new double[rows];
    for (int row = 0; row < rows; row++) {
      Forecast forecast = forecasts.get(places.get(row));
      blind[row] = forecast.centre();
      line[row] = seen(row).centre();
      outcomes[row] = lined.get(row).actual(market);
      chances[row] = forecast.overGivenNoPush(Line.of(seen(row).line()));
    }
    learn(system, chances);
    LineBlend blend = LearnBlend.of(blind, line, outcomes);
    blends.put(system, blend);
    for (int row = 0; row < rows; row++) {
      Line own = Line.of(seen(row).line());
      chances[row] =
          LineAware.blend(
                  blend,
                  residuals,
                  forecasts.get(places.get(row)),
                  line[row],
                  own,
                  seen(row).probabilityOver())
              .overGivenNoPush(own);
    }
    learn(LineAware.idOf(system), chances);
  }

  /** Learns of a system whose chances the examples carry. */
  void learn(String system, int index) {
    learn(system, lined.stream().mapToDouble(example -> example.over(market, index)).toArray());
  }

  private void learn(String system, double[] chances) {
    List<Integer> settled = new ArrayList<>();
    for (int row = 0; row < chances.length; row++) {
      if (!Double.isNaN(chances[row]) && lined.get(row).actual(market) != seen(row).line()) {
        settled.add(row);
      }
    }
    boolean[] overs = new boolean[settled.size()];
    double[] known = new double[settled.size()];
    for (int i = 0; i < known.length; i++) {
      int row = settled.get(i);
      known[i] = chances[row];
      overs[i] = lined.get(row).actual(market) > seen(row).line();
    }
    Calibration calibration = LearnCalibration.of(known, overs);
    calibrations.put(system, calibration);
    LearnThreshold threshold = new LearnThreshold();
    for (int row = 0; row < chances.length; row++) {
      if (!Double.isNaN(chances[row])) {
        TrainingExample example = lined.get(row);
        threshold.add(
            example.day().getEpochDay(),
            seen(row),
            calibration.of(chances[row]),
            example.actual(market));
      }
    }
    threshold.threshold().ifPresent(least -> thresholds.put(system, least));
  }

  private SeenLine seen(int row) {
    return lined.get(row).line(market).orElseThrow();
  }

  /** Adds what was learned. */
  MarketModel.Builder into(MarketModel.Builder model) {
    return model
        .blends(blends.buildOrThrow())
        .calibrations(calibrations.buildOrThrow())
        .thresholds(thresholds.buildOrThrow());
  }
}
