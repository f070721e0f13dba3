package dev.tipoff.transforms.features;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static dev.tipoff.transforms.Invented.context;
import static dev.tipoff.transforms.Invented.played;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import org.junit.Test;

/** Features of Zed, for which his team's and its opponent's games count as wholes. */
public class WholeGamesTest {
  private static final int OVERTIME = 265;

  private final LeagueHistory league = new LeagueHistory();

  private static PlayerGame.Builder others(
      String id, int daysBefore, TeamCode team, double minutes) {
    return played(id, DAY.plusDays(-daysBefore))
        .setPlayer(PlayerKey.of("all of " + team))
        .setTeam(team)
        .setOpponent(team == TeamCode.BOS ? TeamCode.MIA : TeamCode.BOS)
        .setHome(team == TeamCode.BOS)
        .setMinutes(minutes);
  }

  private void play(int daysBefore, boolean zedPlays) {
    String id = "0" + daysBefore;
    league.add(others(id, daysBefore, TeamCode.BOS, 240).build());
    league.add(others(id, daysBefore, TeamCode.MIA, 240).build());
    if (zedPlays) {
      league.add(played(id, DAY.plusDays(-daysBefore)).build());
    }
  }

  private double value(Feature feature) {
    return feature
        .of(Pregame.of(context(GAME, DAY).build(), league, new InjuryReports()))
        .orElseThrow();
  }

  @Test
  public void anAbsenceUntilTonightIsOneToReturnFrom() {
    play(20, true);
    play(18, false);
    play(16, false);
    assertThat(value(Feature.GAMES_SINCE_RETURN), is(1.0));
    play(14, false);
    assertThat(value(Feature.GAMES_SINCE_RETURN), is(0.0));
    play(12, true);
    play(10, false);
    play(8, true);
    assertThat(value(Feature.GAMES_SINCE_RETURN), is(2.0));
  }

  /** 106 points in 53 minutes, by whoever and against whomever, are 96 in 48. */
  @Test
  public void expectedTeamPointsKnowNoOvertime() {
    for (int daysBefore = 1; daysBefore <= 6; daysBefore++) {
      for (TeamCode team : new TeamCode[] {TeamCode.BOS, TeamCode.MIA}) {
        league.add(others("0" + daysBefore, daysBefore, team, OVERTIME).setPoints(106).build());
      }
    }
    assertThat(value(Feature.EXPECTED_TEAM_POINTS), closeTo(96, 1e-9));
  }
}
