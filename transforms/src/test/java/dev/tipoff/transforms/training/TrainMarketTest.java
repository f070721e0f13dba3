package dev.tipoff.transforms.training;

import static dev.tipoff.transforms.Invented.played;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.learned.BoostedModel;
import dev.tipoff.transforms.learned.MarketModel;
import dev.tipoff.transforms.learned.ModelFeatures;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
    return scored(id, day, Math.max(0, Math.round(2 * known) + luck), known, noise);
  }

  /** An example beside which a system has forecast two points too many. */
  private static TrainingExample scored(int id, GameDay day, int points, float... known) {
    float[] means = new float[Market.values().length];
    Arrays.fill(means, 2 * known[0] + 2);
    float[] overs = new float[means.length];
    Arrays.fill(overs, Float.NaN);
    return TrainingExample.of(
        played("game-" + id, day)
            .setPlayer(PlayerKey.of("player-" + id % 50))
            .setPoints(points)
            .build(),
        true,
        known,
        means,
        overs,
        Collections.nCopies(means.length, Optional.empty()));
  }

  private static MarketModel trainAll(List<TrainingExample> examples, GameDay cut)
      throws TooFewExamplesException {
    return new TrainMarket(
            FEATURES,
            ImmutableList.of("two_too_many"),
            BoostingSettings.standard().withMaxRounds(200))
        .train(examples, cut, Market.POINTS);
  }

  private static BoostedModel train(List<TrainingExample> examples) throws TooFewExamplesException {
    return trainAll(examples, CUT).trees();
  }

  @Test
  public void learnsWhatThereIsToLearn() throws Exception {
    MarketModel learned = trainAll(examples, CUT);
    BoostedModel model = learned.trees();
    for (float known : new float[] {4, 6, 8, 10}) {
      assertThat((double) model.median(new float[] {known, 0.5f}), is(closeTo(2 * known, 1)));
    }
    assertThat(learned.residuals().atMost(12, 12), is(closeTo(5.0 / 9, 0.06)));
    assertThat(learned.residuals().atMost(16, 12), is(closeTo(1, 0.03)));
  }

  @Test
  public void theSameExamplesInAnyOrderTrainTheSameModel() throws Exception {
    String checksum = train(examples).checksum();
    Collections.shuffle(examples, new Random(1));
    assertThat(train(examples).checksum(), is(checksum));
  }

  @Test
  public void nothingOfTheCutOrLaterIsLearned() throws Exception {
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
  public void targetsThatAreShuffledTeachNothing() throws Exception {
    Random random = new Random(2);
    List<Integer> points =
        new ArrayList<>(examples.stream().map(example -> example.actual(Market.POINTS)).toList());
    Collections.shuffle(points, random);
    List<TrainingExample> shuffled = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      TrainingExample example = examples.get(i);
      shuffled.add(scored(i, example.day(), points.get(i), example.known()));
    }
    BoostedModel model = train(shuffled);
    double low = model.median(new float[] {3, 0.5f});
    double high = model.median(new float[] {11, 0.5f});
    assertThat(Math.abs(high - low), is(lessThan(3.0)));
  }

  @Test
  public void aModelTravelsWhole() throws Exception {
    MarketModel model = trainAll(examples, CUT);
    MarketModel copy = SerializableUtils.clone(model);
    assertThat(copy.trees().checksum(), is(model.trees().checksum()));
    assertThat(
        copy.trees().median(new float[] {6, 0.5f}),
        is(model.trees().median(new float[] {6, 0.5f})));
    assertThat(copy.residuals().atMost(9, 11.2), is(model.residuals().atMost(9, 11.2)));
    assertThat(copy.mixture(), is(model.mixture()));
  }

  @Test
  public void contributionsAddUpToTheMedian() throws Exception {
    BoostedModel model = train(examples);
    float[] known = {6, 0.5f};
    float[] parts = model.contributions(List.of(known))[0];
    assertThat(parts.length, is(3));
    assertThat((double) parts[0] + parts[1] + parts[2], is(closeTo(model.median(known), 1e-3)));
    assertThat(Math.abs(parts[0]), is(greaterThan(5 * Math.abs(parts[1]))));
  }

  @Test
  public void manyAtOnceGetTheAnswersOfEach() throws Exception {
    BoostedModel model = train(examples);
    List<float[]> known =
        List.of(new float[] {6, 0.5f}, new float[] {1, Float.NaN}, new float[] {9, 0});
    float[] medians = model.medians(known);
    float[][] contributions = model.contributions(known);
    for (int row = 0; row < known.size(); row++) {
      assertThat(medians[row], is(model.median(known.get(row))));
      assertThat(contributions[row], is(model.contributions(List.of(known.get(row)))[0]));
    }
    assertThat(medians[0] == medians[1], is(false));
  }

  @Test
  public void anExampleTravelsWhole() throws Exception {
    CoderProperties.coderDecodeEncodeEqual(
        new TrainingExampleCoder(), example(3, START, Float.NaN, 0.25f, 2));
    TrainingExample plain = example(4, START, 3, 0.25f, 2);
    CoderProperties.coderDecodeEncodeEqual(
        new TrainingExampleCoder(),
        new TrainingExample(
            plain.day(),
            plain.season(),
            plain.key(),
            false,
            plain.known(),
            plain.means(),
            plain.overs(),
            plain.actuals(),
            List.of(
                Optional.of(new SeenLine("dh", 21.5, 21.25, 0.52, 1.95, 1.87)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new SeenLine("dh+sp", 30, 30, 0.5, 1.9, 1.9)))));
  }

  @Test
  public void aFirstSeasonIsCheckedOnItsLastQuarter() throws Exception {
    GameDay cut = START.plusDays(600);
    List<TrainingExample> first =
        examples.stream().filter(example -> example.day().isAfter(START.plusDays(300))).toList();
    assertThat(
        (double) trainAll(first, cut).trees().median(new float[] {6, 0.5f}), is(closeTo(12, 1.2)));
  }

  @Test
  public void aHandfulOfExamplesIsTooFew() {
    TooFewExamplesException refused =
        assertThrows(TooFewExamplesException.class, () -> trainAll(examples, START.plusDays(100)));
    assertThat(refused.getMessage(), is(containsString("are not the 1000 and 500")));
  }
}
