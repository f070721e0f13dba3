package dev.tipoff.transforms.learned;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import java.util.OptionalDouble;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.Test;

/** {@link Models}, {@link Mixture}, {@link LineBlend} and {@link Calibration}. */
public class ModelsTest {
  private static final GameDay DAY = GameDay.parse("2031-02-01");

  @Test
  public void aSlateIsAnsweredByTheNewestModelsThatKnowNothingOfIt() throws Exception {
    Models models = new Models();
    for (int days : new int[] {0, 14, 7}) {
      models.add(TinyModels.model(Market.POINTS, DAY.plusDays(days)));
    }
    models.add(TinyModels.model(Market.PRA, DAY.plusDays(10)));
    assertThat(models.before(DAY.plusDays(-1)).of(Market.POINTS).isPresent(), is(false));
    assertThat(cut(models, DAY), is(DAY));
    assertThat(cut(models, DAY.plusDays(6)), is(DAY));
    assertThat(cut(models, DAY.plusDays(7)), is(DAY.plusDays(7)));
    assertThat(cut(models, DAY.plusDays(99)), is(DAY.plusDays(14)));
    assertThat(models.before(DAY.plusDays(7)).of(Market.PRA).isPresent(), is(false));
    assertThat(models.before(DAY.plusDays(10)).of(Market.PRA).isPresent(), is(true));
    assertThat(models.before(DAY.plusDays(10)).of(Market.ASSISTS).isPresent(), is(false));
  }

  private static GameDay cut(Models models, GameDay slate) {
    return models.before(slate).of(Market.POINTS).orElseThrow().cut();
  }

  @Test
  public void modelsOfASlateTravel() throws Exception {
    SlateModels models = SlateModels.of(TinyModels.model(Market.POINTS, DAY));
    SlateModels copy = SerializableUtils.clone(models);
    float[] known = {20, 30};
    assertThat(
        copy.of(Market.POINTS).orElseThrow().trees().median(known),
        is(models.of(Market.POINTS).orElseThrow().trees().median(known)));
  }

  @Test
  public void aMixtureIsTheWeightedMeanOfScaledMeans() {
    Mixture mixture =
        Mixture.of(
            ImmutableList.of("one", "other", "unused"),
            ImmutableList.of(0.25, 0.75, 0.0),
            ImmutableList.of(0.9, 1.0, 1.0));
    assertThat(mixture.median(new double[] {20, 24, 99}).getAsDouble(), closeTo(4.5 + 18, 1e-12));
    assertThat(mixture.median(new double[] {20, Double.NaN, 99}).getAsDouble(), closeTo(18, 1e-12));
    assertThat(
        mixture.median(new double[] {Double.NaN, Double.NaN, 99}), is(OptionalDouble.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () -> Mixture.of(ImmutableList.of("one"), ImmutableList.of(), ImmutableList.of(1.0)));
  }

  @Test
  public void aLineIsBlendedByItsWeight() {
    assertThat(LineBlend.of(0.75, 10).median(20, 24), closeTo(23, 1e-12));
    assertThat(LineBlend.UNSEEN.lines(), is(0));
    assertThat(LineBlend.of(0.5, 10).chance(0.8, 0.5), closeTo(2.0 / 3, 1e-12));
    assertThat(LineBlend.of(0.7, 10).chance(0.25, 0.25), closeTo(0.25, 1e-12));
  }

  @Test
  public void aLineIsGivenAnotherWeight() throws Exception {
    MarketModel learned =
        TinyModels.model(Market.POINTS, DAY).toBuilder()
            .blends(ImmutableMap.of("blind", LineBlend.of(0.6, 500)))
            .calibrations(ImmutableMap.of("aware", Calibration.of(0.1, 0.9, 500)))
            .thresholds(ImmutableMap.of("aware", 0.03))
            .build();
    MarketModel fixed = learned.withLineWeight(0.9);
    assertThat(fixed.blend("blind"), is(LineBlend.of(0.9, 0)));
    assertThat(fixed.calibration("aware"), is(Calibration.NONE));
    assertThat(fixed.threshold("aware"), is(OptionalDouble.empty()));
    assertThat(learned.blend("blind"), is(LineBlend.of(0.6, 500)));
    assertThrows(IllegalArgumentException.class, () -> learned.withLineWeight(1.1));
  }

  @Test
  public void aCalibrationStretchesTheLogOdds() {
    assertThat(Calibration.NONE.of(0.6), is(0.6));
    assertThat(Calibration.of(0, 1, 9).of(0.6), closeTo(0.6, 1e-12));
    assertThat(Calibration.of(0, 0.5, 9).of(0.8), closeTo(2.0 / 3, 1e-12));
    assertThat(Calibration.of(Math.log(2), 1, 9).of(0.5), closeTo(2.0 / 3, 1e-12));
    assertThat(Calibration.of(0, 0.5, 9).of(1) < 1, is(true));
  }
}
