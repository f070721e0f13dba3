package dev.tipoff.transforms.training;

import static dev.tipoff.transforms.Invented.played;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.models.BoostedModel;
import dev.tipoff.transforms.models.ModelFeatures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.Test;

public class TrainMarketTest {
  private static final GameDay START = GameDay.parse("2029-11-01");
  private static final GameDay CUT = START.plusDays(700);
  private static final ModelFeatures FEATURES =
      ModelFeatures.of(
          ImmutableList.of(Feature.meanExponential(Market.POINTS), Feature.MINUTES_MEAN_SEASON));

  private final List<TrainingExample> examples = new ArrayList<>();

  /** Points are twice the first feature, give or take four; the second feature is noise. */
  public TrainMarketTest() {
    Random random = new Random(8);
    for (int i = 0; i < 6000; i++) {
      float known = 2 + 10 * random.nextFloat();
      examples.add(
          example(i, START.plusDays(i % 720), known, random.nextFloat(), random.nextInt(9) - 4));
    }
  }

  private static TrainingExample example(int id, GameDay day, float known, float noise, int luck) {
    return TrainingExample.of(
        played("game-" + id, day)
            .setPlayer(PlayerKey.of("player-" + id % 50))
            .setPoints(Math.max(0, Math.round(2 * known) + luck))
            .build(),
        true,
        new float[] {known, noise});
  }

  private static BoostedModel train(List<TrainingExample> examples) {
    return new TrainMarket(FEATURES, BoostingSettings.standard().withMaxRounds(200))
        .train(examples, CUT, Market.POINTS);
  }

  @Test
  public void learnsWhatThereIsToLearn() {
    BoostedModel model = train(examples);
    for (float known : new float[] {4, 6, 8, 10}) {
      assertThat((double) model.median(new float[] {known, 0.5f}), is(closeTo(2 * known, 1)));
    }
    assertThat(model.residuals().atMost(12, 12), is(closeTo(5.0 / 9, 0.06)));
    assertThat(model.residuals().atMost(16, 12), is(closeTo(1, 0.03)));
  }

  @Test
  public void theSameExamplesInAnyOrderTrainTheSameModel() {
    String checksum = train(examples).checksum();
    Collections.shuffle(examples, new Random(1));
    assertThat(train(examples).checksum(), is(checksum));
  }

  @Test
  public void nothingOfTheCutOrLaterIsLearned() {
    BoostedModel model = train(examples);
    List<TrainingExample> changed = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      TrainingExample example = examples.get(i);
      changed.add(example.day().isBefore(CUT) ? example : example(i, example.day(), 3, 0, 60));
    }
    assertThat(changed, is(not(examples)));
    assertThat(train(changed).checksum(), is(model.checksum()));
    changed.set(0, example(0, START, 3, 0, 60));
    assertThat(train(changed).checksum(), is(not(model.checksum())));
  }

  @Test
  public void targetsThatAreShuffledTeachNothing() {
    Random random = new Random(2);
    List<Integer> points =
        new ArrayList<>(examples.stream().map(example -> example.actual(Market.POINTS)).toList());
    Collections.shuffle(points, random);
    List<TrainingExample> shuffled = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      TrainingExample example = examples.get(i);
      shuffled.add(
          TrainingExample.of(
              played("game-" + i, example.day())
                  .setPlayer(PlayerKey.of("player-" + i % 50))
                  .setPoints(points.get(i))
                  .build(),
              true,
              example.known()));
    }
    BoostedModel model = train(shuffled);
    double low = model.median(new float[] {3, 0.5f});
    double high = model.median(new float[] {11, 0.5f});
    assertThat(Math.abs(high - low), is(lessThan(3.0)));
  }

  @Test
  public void aModelTravelsWhole() {
    BoostedModel model = train(examples);
    BoostedModel copy = SerializableUtils.clone(model);
    assertThat(copy.checksum(), is(model.checksum()));
    assertThat(copy.median(new float[] {6, 0.5f}), is(model.median(new float[] {6, 0.5f})));
    assertThat(copy.residuals().atMost(9, 11.2), is(model.residuals().atMost(9, 11.2)));
  }

  @Test
  public void anExampleTravelsWhole() throws Exception {
    CoderProperties.coderDecodeEncodeEqual(
        TrainingExample.coder(), example(3, START, Float.NaN, 0.25f, 2));
  }

  @Test
  public void examplesOfOneYearAreTooFew() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new TrainMarket(FEATURES, BoostingSettings.standard())
                .train(examples, START.plusDays(300), Market.POINTS));
  }
}
