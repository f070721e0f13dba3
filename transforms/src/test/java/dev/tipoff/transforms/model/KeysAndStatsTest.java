package dev.tipoff.transforms.model;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static dev.tipoff.transforms.Invented.MOE;
import static dev.tipoff.transforms.Invented.ZED;
import static dev.tipoff.transforms.Invented.played;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

/** {@link PlayerKey}, {@link PlayerGameKey}, {@link Market}, and what games say of themselves. */
public class KeysAndStatsTest {
  @Test
  public void aPlayerIsHisId() {
    assertThat(PlayerKey.of("900001"), is(ZED));
    assertThat(ZED, is(lessThan(MOE)));
    assertThat(ZED.toString(), is("900001"));
    assertThrows(IllegalArgumentException.class, () -> PlayerKey.of(" "));
    assertThrows(IllegalArgumentException.class, () -> PlayerKey.of(""));
  }

  @Test
  public void aPlayersGameIsHisGameId() {
    assertThat(PlayerGameKey.of(GAME, ZED), is(PlayerGameKey.of(GAME, PlayerKey.of("900001"))));
    assertThat(PlayerGameKey.of(GAME, ZED), is(not(PlayerGameKey.of(GAME, MOE))));
    assertThat(PlayerGameKey.of(GAME, ZED), is(not(PlayerGameKey.of("0023000501", ZED))));
    assertThat(PlayerGameKey.of(GAME, ZED).toString(), is("player 900001 in game 0023000500"));
  }

  @Test
  public void aMarketIsSettledByItsStat() {
    PlayerGame game = played(GAME, DAY).setPoints(20).setRebounds(7).setAssists(3).build();
    assertThat(Market.POINTS.actual(game), is(20));
    assertThat(Market.REBOUNDS.actual(game), is(7));
    assertThat(Market.ASSISTS.actual(game), is(3));
    assertThat(Market.PRA.actual(game), is(30));
    assertThat(Market.PRA.id(), is("pra"));
    assertThat(Market.PRA.oddsApiKey(), is("player_points_rebounds_assists"));
  }

  @Test
  public void whatAPlayerUsedHimself() {
    assertThat(
        played(GAME, DAY)
            .setFieldGoalsAttempted(18)
            .setFreeThrowsAttempted(5)
            .setTurnovers(3)
            .build()
            .used(),
        closeTo(23.2, 1e-12));
  }

  @Test
  public void aGameIsFinalWithBothScores() {
    ScheduledGame.Builder game =
        ScheduledGame.builder()
            .setSeason("2030-31")
            .setSeasonType(SeasonType.REGULAR)
            .setGameId(GAME)
            .setGameDate(DAY)
            .setHome(TeamCode.BOS)
            .setAway(TeamCode.MIA);
    assertThat(game.build().isFinal(), is(false));
    assertThat(game.setHomePoints(101).build().isFinal(), is(false));
    assertThat(game.setAwayPoints(99).build().isFinal(), is(true));
    assertThat(game.build().involves(TeamCode.BOS), is(true));
    assertThat(game.build().involves(TeamCode.MIA), is(true));
    assertThat(game.build().involves(TeamCode.CHI), is(false));
  }
}
