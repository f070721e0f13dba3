package dev.tipoff.transforms.training;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.grading.ByDay;
import dev.tipoff.transforms.grading.Estimate;
import dev.tipoff.transforms.grading.Reliability;
import dev.tipoff.transforms.learned.MarketModel;
import dev.tipoff.transforms.learned.SlateModels;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Whether new models may predict in the champion's place: on slates that neither has learned from
 * they are unbiased and calibrated in every market, err less in points with all of the 95 %
 * interval, and do not err more in another market with all of it. Without a champion the first two
 * are all that is asked.
 */
public final class Gates {
  /** How many days are looked at. */
  public static final int DAYS = 60;

  /** In units of the market. */
  private static final double MOST_BIAS = 0.3;

  private static final int LEAST_SLATES = 20;

  private final ImmutableList.Builder<String> findings = ImmutableList.builder();
  private final ImmutableMap.Builder<String, Double> figures = ImmutableMap.builder();
  private boolean passed = true;

  private Gates() {}

  /**
   * What came of it.
   *
   * @param findings a sentence for each gate that was failed, or one that none was
   * @param figures of the slates, {@code gate_points_mae} for instance
   */
  public record Verdict(
      boolean passed, ImmutableList<String> findings, ImmutableMap<String, Double> figures) {}

  /**
   * Judges models.
   *
   * @param examples of any slates
   * @param from the first slate to look at; the challenger must know nothing of it and later
   * @param champion empty without one
   */
  public static Verdict judge(
      List<TrainingExample> examples,
      GameDay from,
      SlateModels challenger,
      Optional<SlateModels> champion) {
    Gates gates = new Gates();
    GameDay since =
        champion
            .flatMap(models -> models.of(Market.POINTS))
            .map(MarketModel::cut)
            .filter(cut -> cut.isAfter(from))
            .orElse(from);
    List<TrainingExample> recent = evaluatedSince(examples, from);
    for (Market market : Market.values()) {
      MarketModel model = challenger.of(market).orElse(null);
      if (model == null || recent.isEmpty()) {
        gates.fail("there is nothing to judge " + market.id() + " by");
      } else {
        gates.judgeAlone(recent, model);
      }
    }
    if (champion.isPresent()) {
      List<TrainingExample> unknownToBoth = evaluatedSince(examples, since);
      Set<GameDay> slates = new HashSet<>();
      unknownToBoth.forEach(example -> slates.add(example.day()));
      if (slates.size() < LEAST_SLATES) {
        gates.fail(
            String.format(
                "the champion has learned from all but %d slates, and it takes %d to compare",
                slates.size(), LEAST_SLATES));
      } else {
        gates.compare(unknownToBoth, challenger, champion.get());
      }
    }
    return gates.verdict();
  }

  private static List<TrainingExample> evaluatedSince(
      List<TrainingExample> examples, GameDay from) {
    return examples.stream()
        .filter(example -> example.evaluated() && !example.day().isBefore(from))
        .toList();
  }

  private void judgeAlone(List<TrainingExample> recent, MarketModel model) {
    Market market = model.market();
    ByDay error = new ByDay();
    ByDay bias = new ByDay();
    Reliability reliability = new Reliability();
    for (TrainingExample example : recent) {
      int actual = example.actual(market);
      Forecast forecast = forecast(model, example);
      error.add(example.day(), Math.abs(forecast.median() - actual));
      bias.add(example.day(), forecast.mean() - actual);
      // Where a simple bookmaker would have put it, since not every player has a line.
      double line = Math.floor(example.mean(market, 0)) + 0.5;
      if (line > 0) {
        reliability.add(forecast.probabilityOver(Line.of(line)), actual > line);
      }
    }
    double apart = bias.estimate().orElseThrow().mean();
    figures.put("gate_" + market.id() + "_mae", error.estimate().orElseThrow().mean());
    figures.put("gate_" + market.id() + "_bias", apart);
    if (Math.abs(apart) > MOST_BIAS) {
      fail(String.format("%s is biased by %+.2f, more than %.1f", market.id(), apart, MOST_BIAS));
    }
    double miscalibrated = reliability.error().orElse(0);
    double band = reliability.band().orElse(0);
    figures.put("gate_" + market.id() + "_calibration_error", miscalibrated);
    figures.put("gate_" + market.id() + "_calibration_band", band);
    if (miscalibrated > band) {
      fail(
          String.format(
              "%s has a calibration error of %.4f, which right chances stay below %.4f with",
              market.id(), miscalibrated, band));
    }
  }

  private void compare(List<TrainingExample> recent, SlateModels challenger, SlateModels champion) {
    for (Market market : Market.values()) {
      if (challenger.of(market).isEmpty() || champion.of(market).isEmpty()) {
        continue;
      }
      Function<TrainingExample, Forecast> ours =
          example -> forecast(challenger.of(market).orElseThrow(), example);
      Function<TrainingExample, Forecast> theirs =
          example -> forecast(champion.of(market).orElseThrow(), example);
      ByDay difference = new ByDay();
      for (TrainingExample example : recent) {
        int actual = example.actual(market);
        difference.add(
            example.day(),
            Math.abs(ours.apply(example).median() - actual)
                - Math.abs(theirs.apply(example).median() - actual));
      }
      Estimate estimate = difference.estimate().orElseThrow();
      figures.put("gate_" + market.id() + "_against_champion", estimate.mean());
      double low = estimate.low().orElse(Double.NEGATIVE_INFINITY);
      double high = estimate.high().orElse(Double.POSITIVE_INFINITY);
      if (market == Market.POINTS && high >= 0) {
        fail(
            String.format(
                "points err by %+.4f (%+.4f to %+.4f) against the champion, which is not beaten",
                estimate.mean(), low, high));
      } else if (low > 0) {
        fail(
            String.format(
                "%s err more than the champion's, by %+.4f (%+.4f to %+.4f)",
                market.id(), estimate.mean(), low, high));
      }
    }
  }

  private static Forecast forecast(MarketModel model, TrainingExample example) {
    return model.residuals().forecast(model.trees().median(example.known()));
  }

  private void fail(String finding) {
    passed = false;
    findings.add(finding);
  }

  private Verdict verdict() {
    ImmutableList<String> failed = findings.build();
    return new Verdict(
        passed,
        failed.isEmpty() ? ImmutableList.of("every gate is passed") : failed,
        figures.buildOrThrow());
  }
}
