package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import dev.tipoff.pipelines.options.BacktestOptions;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;
import org.junit.Test;

public class RetrainingTest {
  private static final SlateRange SLATES =
      SlateRange.of(GameDay.parse("2031-03-20"), GameDay.parse("2031-11-05"));

  private final BacktestOptions options = TestWarehouse.options(BacktestOptions.class);

  private List<String> cuts(SlateRange slates) {
    return Retraining.cuts(options, slates).stream().map(GameDay::toString).toList();
  }

  private void assertRefused(String message) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Retraining.cuts(options, SLATES));
    assertThat(refused.getMessage(), containsString(message));
  }

  @Test
  public void everySeasonIsPredictedByModelsOfTheSeasonsBefore() {
    assertThat(cuts(SLATES), is(List.of("2030-10-01", "2031-10-01")));
  }

  @Test
  public void monthsBeginOnTheFirst() {
    options.setRetrain("monthly");
    assertThat(
        cuts(SlateRange.of(SLATES.from(), SLATES.from().plusDays(50))),
        is(List.of("2031-03-01", "2031-04-01", "2031-05-01")));
  }

  @Test
  public void weeksBeginOnMondays() {
    options.setRetrain("weekly");
    assertThat(
        cuts(SlateRange.of(SLATES.from(), SLATES.from().plusDays(8))),
        is(List.of("2031-03-17", "2031-03-24")));
  }

  @Test
  public void neverMeansNoModels() {
    options.setRetrain("never");
    assertThat(cuts(SLATES), is(List.of()));
  }

  @Test
  public void modelsThatKnowSlatesOfTheBacktestAreRefused() {
    options.setTrainThrough("2031-03-19");
    assertThat(cuts(SLATES), is(List.of("2031-03-20")));
    options.setTrainThrough("2031-03-20");
    assertRefused("such models know slates of 2031-03-20 to 2031-11-05");
  }

  @Test
  public void whatContradictsIsRefused() {
    options.setRetrain("daily");
    assertRefused("--retrain=daily is none of [never, season, monthly, weekly]");
    options.setTrainThrough("2031-03-01");
    assertRefused("give one of them");
    options.setModelDir("models");
    assertRefused("leave out --trainThrough and --retrain");
    options.setTrainThrough(null);
    options.setRetrain(null);
    assertThat(cuts(SLATES), is(List.of()));
  }
}
