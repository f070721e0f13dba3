package dev.tipoff.transforms.learned;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.tipoff.transforms.forecast.ResidualTable;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** All that was learned of one market from slates before a cut. */
@AutoValue
public abstract class MarketModel implements Serializable {
  private static final long serialVersionUID = 1L;

  public abstract Market market();

  /** The first slate that it knows nothing of. */
  public abstract GameDay cut();

  /** Trees that forecast the median. */
  public abstract BoostedModel trees();

  /** How far outcomes lay from what the trees forecast of slates that they knew nothing of. */
  public abstract ResidualTable residuals();

  /** How the ensemble is mixed. */
  public abstract Mixture mixture();

  /** How far outcomes lay from what the ensemble forecast. */
  public abstract ResidualTable mixtureResiduals();

  /** How a line is blended in, by id of the blind system. */
  public abstract ImmutableMap<String, LineBlend> blends();

  /** What chances of the over are worth, by id of the system. */
  public abstract ImmutableMap<String, Calibration> calibrations();

  /**
   * The least expected profit for each unit staked that has paid in the past, by id of the system;
   * none where there is too little past to say.
   */
  public abstract ImmutableMap<String, Double> thresholds();

  /** Mean absolute error of the trees on the slates that they knew nothing of. */
  public abstract double heldOutError();

  /** Mean absolute error of the ensemble on them. */
  public abstract double heldOutMixtureError();

  /** How many examples those are. */
  public abstract int heldOut();

  /** The figures of the slates that the trees knew nothing of, by name. */
  public final Map<String, Double> heldOutFigures() {
    return ImmutableMap.of(
        market().id() + "_mae", heldOutError(),
        market().id() + "_ensemble_mae", heldOutMixtureError(),
        market().id() + "_n", (double) heldOut());
  }

  public abstract Builder toBuilder();

  /**
   * The same with this weight of the line wherever one is blended in. Calibrations and thresholds
   * were learned with other weights and are gone.
   */
  public final MarketModel withLineWeight(double weight) {
    return toBuilder()
        .blends(
            ImmutableMap.copyOf(Maps.transformValues(blends(), blend -> LineBlend.of(weight, 0))))
        .calibrations(ImmutableMap.of())
        .thresholds(ImmutableMap.of())
        .build();
  }

  public static Builder builder() {
    return new AutoValue_MarketModel.Builder()
        .blends(ImmutableMap.of())
        .calibrations(ImmutableMap.of())
        .thresholds(ImmutableMap.of());
  }

  /** How a line is blended into a blind system's forecast. */
  public final LineBlend blend(String system) {
    return Objects.requireNonNullElse(blends().get(system), LineBlend.UNSEEN);
  }

  /** What a system's chances of the over are worth. */
  public final Calibration calibration(String system) {
    return Objects.requireNonNullElse(calibrations().get(system), Calibration.NONE);
  }

  /** The least expected profit that a system's bets have paid from; empty if nobody knows. */
  public final OptionalDouble threshold(String system) {
    Double least = thresholds().get(system);
    return least == null ? OptionalDouble.empty() : OptionalDouble.of(least);
  }

  /** Builds a {@link MarketModel}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder market(Market market);

    public abstract Builder cut(GameDay cut);

    public abstract Builder trees(BoostedModel trees);

    public abstract Builder residuals(ResidualTable residuals);

    public abstract Builder mixture(Mixture mixture);

    public abstract Builder mixtureResiduals(ResidualTable residuals);

    public abstract Builder heldOutError(double error);

    public abstract Builder heldOutMixtureError(double error);

    public abstract Builder heldOut(int examples);

    public abstract Builder blends(ImmutableMap<String, LineBlend> blends);

    public abstract Builder calibrations(ImmutableMap<String, Calibration> calibrations);

    public abstract Builder thresholds(ImmutableMap<String, Double> thresholds);

    public abstract MarketModel build();
  }
}
