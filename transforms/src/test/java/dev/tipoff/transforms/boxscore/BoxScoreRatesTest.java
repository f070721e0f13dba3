package dev.tipoff.transforms.boxscore;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static dev.tipoff.transforms.Invented.played;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.Test;

public class BoxScoreRatesTest {
  private static final double EXACT = 1e-12;

  private static PlayerGame row(String player, double minutes, int shots, int freeThrows) {
    return played(GAME, DAY)
        .setPlayer(PlayerKey.of(player))
        .setMinutes(minutes)
        .setFieldGoalsAttempted(shots)
        .setFreeThrowsAttempted(freeThrows)
        .setTurnovers(3)
        .build();
  }

  private static OptionalDouble usage(PlayerGame row, PlayerGame teamMate) {
    return BoxScoreRates.usage(row, TeamBoxScore.of(List.of(row, teamMate)));
  }

  /** By hand: 100 * (20 + 0.44 * 10 + 3) * (240 / 5) / (40 * (90 + 0.44 * 20 + 6)). */
  @Test
  public void usageIsTheShareOfPossessionsWhileOnCourt() {
    assertThat(
        usage(row("a", 40, 20, 10), row("b", 200, 70, 10)).getAsDouble(),
        closeTo(100 * 27.4 * 48 / (40 * 104.8), EXACT));
  }

  @Test
  public void usageIsUnknownOfHalfABoxScoreAndOfNoMinutes() {
    assertThat(usage(row("a", 40, 20, 10), row("b", 190, 70, 10)), is(OptionalDouble.empty()));
    assertThat(usage(row("a", 0, 0, 0), row("b", 240, 70, 10)), is(OptionalDouble.empty()));
  }

  @Test
  public void shootingRatesCountThreesAndFreeThrows() {
    assertThat(
        BoxScoreRates.trueShooting(25, 15, 6).getAsDouble(),
        closeTo(100 * 25 / (2 * (15 + 0.44 * 6)), EXACT));
    assertThat(
        BoxScoreRates.effectiveFieldGoal(8, 3, 15).getAsDouble(), closeTo(100 * 9.5 / 15, EXACT));
    assertThat(BoxScoreRates.trueShooting(0, 0, 0), is(OptionalDouble.empty()));
    assertThat(BoxScoreRates.effectiveFieldGoal(0, 0, 0), is(OptionalDouble.empty()));
  }

  @Test
  public void paceIsPer48MinutesAndRatingsArePer100Possessions() {
    assertThat(BoxScoreRates.pace(106, 265).getAsDouble(), closeTo(96, EXACT));
    assertThat(BoxScoreRates.rating(110, 88).getAsDouble(), closeTo(125, EXACT));
    assertThat(BoxScoreRates.rating(110, 0), is(OptionalDouble.empty()));
  }
}
