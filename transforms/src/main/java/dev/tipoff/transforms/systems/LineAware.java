package dev.tipoff.transforms.systems;

import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.forecast.ResidualTable;
import dev.tipoff.transforms.learned.LineBlend;
import dev.tipoff.transforms.learned.MarketModel;
import dev.tipoff.transforms.learned.SlateModels;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.odds.ConsensusLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A blind system's forecast with the market's line blended in as was best on earlier slates. */
public final class LineAware implements MarketAwareSystem {
  private static final long serialVersionUID = 1L;

  private final String blind;
  private final SlateModels models;

  private LineAware(String blind, SlateModels models) {
    this.blind = blind;
    this.models = models;
  }

  /** The boosted trees with the line. */
  public static LineAware boosted() {
    return new LineAware(GradientBoosted.ID, SlateModels.NONE);
  }

  /** The ensemble with the line. */
  public static LineAware ensemble() {
    return new LineAware(Ensemble.ID, SlateModels.NONE);
  }

  /** Id of the system that blends the line into a blind one. */
  public static String idOf(String blind) {
    return blind + "_market_aware";
  }

  @Override
  public String id() {
    return idOf(blind);
  }

  @Override
  public SystemKind kind() {
    return SystemKind.MARKET_AWARE;
  }

  @Override
  public LineAware using(SlateModels known) {
    return new LineAware(blind, known);
  }

  @Override
  public Optional<Forecast> forecast(Map<String, Forecast> forecasts, ConsensusLine line) {
    Forecast own = forecasts.get(blind);
    return own == null
        ? Optional.empty()
        : models
            .of(line.getMarket())
            .map(
                model ->
                    blend(
                        model.blend(blind),
                        residuals(model),
                        own,
                        line.getPriceAdjusted(),
                        line.getLine(),
                        line.getProbabilityOver().getValue()));
  }

  /**
   * A blind forecast with a line blended in: its median is moved to where both expect it, and its
   * chance of the over is what both together say.
   *
   * @param centre where the books together expect the median
   * @param marketOver the market's chance of more than the line given no push
   */
  public static Forecast blend(
      LineBlend blend,
      ResidualTable residuals,
      Forecast blind,
      double centre,
      Line line,
      double marketOver) {
    return residuals
        .around(blend.median(blind.centre(), centre))
        .withOverGivenNoPush(line, blend.chance(blind.overGivenNoPush(line), marketOver));
  }

  @Override
  public List<Contribution> reasons(Map<String, Forecast> forecasts, ConsensusLine line) {
    Forecast own = forecasts.get(blind);
    Optional<MarketModel> model = models.of(line.getMarket());
    if (own == null || model.isEmpty()) {
      return List.of();
    }
    double weight = model.get().blend(blind).weightOfLine();
    return List.of(
        new Contribution("line", weight * line.getPriceAdjusted()),
        new Contribution(blind, (1 - weight) * own.centre()));
  }

  private ResidualTable residuals(MarketModel model) {
    return blind.equals(Ensemble.ID) ? model.mixtureResiduals() : model.residuals();
  }
}
