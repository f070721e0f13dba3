package dev.tipoff.transforms.training;

import static dev.tipoff.transforms.Invented.played;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.forecast.ResidualTable;
import dev.tipoff.transforms.learned.BoostedModel;
import dev.tipoff.transforms.learned.MarketModel;
import dev.tipoff.transforms.learned.SlateModels;
import dev.tipoff.transforms.learned.TinyModels;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.Test;

public class GatesTest {
  private static final GameDay FROM = GameDay.parse("2031-02-01");

  private final List<TrainingExample> examples = new ArrayList<>();

  /** Every stat is the first feature, give or take five; sixty days of forty players. */
  public GatesTest() {
    Random random = new Random(4);
    for (int i = 0; i < 2400; i++) {
      float known = 8 + random.nextInt(20);
      int actual = Math.max(0, Math.round(known) + i % 11 - 5);
      float[] means = new float[Market.values().length];
      Arrays.fill(means, known);
      examples.add(
          TrainingExample.of(
              played("game-" + i, FROM.plusDays(i / 40))
                  .setPlayer(PlayerKey.of("player-" + i % 40))
                  .setPoints(actual)
                  .setRebounds(actual)
                  .setAssists(actual)
                  .build(),
              true,
              new float[] {known, 30},
              means,
              means,
              Collections.nCopies(means.length, Optional.empty())));
    }
  }

  /** Models that forecast the first feature and something more; points and the rest together. */
  private static SlateModels models(GameDay cut, double more, double noise) throws Exception {
    List<MarketModel> models = new ArrayList<>();
    for (Market market : Market.values()) {
      int times = market == Market.PRA ? 3 : 1;
      Random random = new Random(11);
      int rows = 3000;
      float[] cells = new float[2 * rows];
      float[] labels = new float[rows];
      double[] forecasts = new double[rows];
      double[] outcomes = new double[rows];
      for (int row = 0; row < rows; row++) {
        float known = 8 + random.nextInt(20);
        cells[2 * row] = known;
        cells[2 * row + 1] = 30;
        labels[row] =
            (float) (times * known + more + noise * (Math.round(known) % 2 == 0 ? 1 : -1));
        forecasts[row] = labels[row];
        outcomes[row] =
            noise == 0 ? Math.max(0, labels[row] + times * (random.nextInt(11) - 5)) : labels[row];
      }
      DMatrix matrix = new DMatrix(cells, rows, 2, Float.NaN);
      matrix.setLabel(labels);
      Booster trees =
          XGBoost.train(
              matrix,
              Map.of("max_depth", 6, "eta", 0.5, "nthread", 1, "verbosity", 0, "lambda", 0),
              30,
              Map.of(),
              null,
              null);
      models.add(
          TinyModels.model(market, cut).toBuilder()
              .trees(
                  new BoostedModel(market, cut, TinyModels.FEATURES, rows, 30, trees.toByteArray()))
              .residuals(ResidualTable.of(forecasts, outcomes))
              .build());
    }
    return SlateModels.of(models.toArray(MarketModel[]::new));
  }

  private Gates.Verdict judge(SlateModels challenger, Optional<SlateModels> champion) {
    return Gates.judge(examples, FROM, challenger, champion);
  }

  @Test
  public void theFirstModelsNeedOnlyBeRight() throws Exception {
    Gates.Verdict verdict = judge(models(FROM, 0, 0), Optional.empty());
    assertThat(verdict.findings(), is(ImmutableList.of("every gate is passed")));
    assertThat(verdict.passed(), is(true));
    assertThat(Math.abs(verdict.figures().get("gate_points_bias")), is(lessThan(0.3)));
  }

  @Test
  public void biasedModelsDoNotPass() throws Exception {
    Gates.Verdict verdict = judge(models(FROM, 1, 0), Optional.empty());
    assertThat(verdict.passed(), is(false));
    assertThat(verdict.findings(), hasItem(containsString("points is biased by +")));
  }

  @Test
  public void modelsThatAreTooSureDoNotPass() throws Exception {
    Gates.Verdict verdict = judge(models(FROM, 0, 0.001), Optional.empty());
    assertThat(verdict.passed(), is(false));
    assertThat(verdict.findings(), hasItem(containsString("points has a calibration error of")));
  }

  @Test
  public void aChampionThatErrsMoreIsBeaten() throws Exception {
    Gates.Verdict verdict = judge(models(FROM, 0, 0), Optional.of(models(FROM, 0, 3)));
    assertThat(verdict.findings(), is(ImmutableList.of("every gate is passed")));
    assertThat(verdict.figures().get("gate_points_against_champion"), is(lessThan(-0.2)));
  }

  @Test
  public void aChampionThatIsAsGoodStays() throws Exception {
    Gates.Verdict verdict = judge(models(FROM, 0, 0), Optional.of(models(FROM, 0, 0)));
    assertThat(verdict.passed(), is(false));
    assertThat(verdict.findings(), hasItem(containsString("the champion, which is not beaten")));
  }

  @Test
  public void aChampionIsComparedOnSlatesThatItDoesNotKnow() throws Exception {
    Gates.Verdict verdict = judge(models(FROM, 0, 0), Optional.of(models(FROM.plusDays(45), 0, 3)));
    assertThat(verdict.passed(), is(false));
    assertThat(
        verdict.findings(),
        hasItem(containsString("learned from all but 15 slates, and it takes 20")));
  }

  @Test
  public void withoutSlatesThereIsNothingToJudgeBy() throws Exception {
    Gates.Verdict verdict = Gates.judge(List.of(), FROM, models(FROM, 0, 0), Optional.empty());
    assertThat(verdict.passed(), is(false));
    assertThat(verdict.findings(), hasItem("there is nothing to judge points by"));
  }

  @Test
  public void permutedTargetsAreThoseOfTheSeasonInAnotherOrder() {
    List<TrainingExample> permuted = Targets.PERMUTED.of(examples);
    assertThat(
        permuted.stream().mapToInt(example -> example.actual(Market.POINTS)).sorted().toArray(),
        is(
            examples.stream()
                .mapToInt(example -> example.actual(Market.POINTS))
                .sorted()
                .toArray()));
    long same = 0;
    for (int i = 0; i < permuted.size(); i++) {
      assertThat(permuted.get(i).known(), is(examples.get(i).known()));
      same +=
          permuted.get(i).actual(Market.POINTS) == examples.get(i).actual(Market.POINTS) ? 1 : 0;
    }
    assertThat(same, is(lessThan(300L)));
    assertThat(Targets.PERMUTED.of(examples), is(permuted));
    assertThat(Targets.ACTUAL.of(examples), is(examples));
  }
}
