package dev.tipoff.transforms.boxscore;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.played;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import org.junit.Test;

public class TeamBoxScoreTest {
  private static final String GAME = "0023000001";

  private static PlayerGame.Builder row(String player, double minutes) {
    return played(GAME, DAY)
        .setPlayer(PlayerKey.of(player))
        .setMinutes(minutes)
        .setFieldGoalsAttempted(10)
        .setFreeThrowsAttempted(5)
        .setTurnovers(2);
  }

  private static TeamBoxScore of(double... minutes) {
    return TeamBoxScore.of(List.of(row("a", minutes[0]).build(), row("b", minutes[1]).build()));
  }

  @Test
  public void possessionsAreShotsTripsAndTurnovers() {
    assertThat(of(120, 120).possessions(), closeTo(2 * (10 + 0.44 * 5 + 2), 1e-12));
  }

  @Test
  public void minutesTellAFullGameAndItsOvertimes() {
    assertThat(of(120, 120).isComplete(), is(true));
    assertThat(of(120, 115).isComplete(), is(true));
    assertThat(of(120, 114.9).isComplete(), is(false));
    assertThat(of(118, 120).overtimes(), is(0));
    assertThat(of(120, 145).overtimes(), is(1));
    assertThat(of(145, 145).overtimes(), is(2));
  }

  @Test
  public void rowsOfTwoTeamsOrGamesAreNoBoxScore() {
    Exception teams =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                TeamBoxScore.of(
                    List.of(row("a", 1).build(), row("b", 1).setTeam(TeamCode.UTA).build())));
    assertThat(teams.getMessage(), containsString("UTA"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            TeamBoxScore.of(List.of(row("a", 1).build(), row("b", 1).setGameId("other").build())));
    assertThrows(IllegalArgumentException.class, () -> TeamBoxScore.of(List.of()));
  }
}
