package dev.tipoff.transforms.export;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.google.common.collect.Lists;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.Test;

public class PlayerSeasonTest {
  private static final GameDay FIRST = GameDay.parse("2031-01-01");

  private static LoggedGame.Builder game(int day, boolean played) {
    return LoggedGame.builder()
        .setGameDate(FIRST.plusDays(day))
        .setGameId("game" + day)
        .setPlayer(PlayerKey.of("900001"))
        .setPlayerName("Zed Quillfeather")
        .setTeam(day < 11 ? TeamCode.BOS : TeamCode.MIA)
        .setOpponent(TeamCode.UTA)
        .setHome(true)
        .setPlayed(played);
  }

  private static LoggedGame played(int day, int points, @Nullable Double line) {
    return game(day, true)
        .setMinutes(30.0 + day)
        .setPoints(points)
        .setRebounds(4)
        .setAssists(2)
        .setPointsLine(line)
        .build();
  }

  /** Twelve games: 1 to 12 points; the line is 5.5, 7 on the seventh day, and none on the last. */
  private static List<LoggedGame> season() {
    List<LoggedGame> games = new ArrayList<>();
    for (int day = 1; day <= 12; day++) {
      Double line = day == 12 ? null : day == 7 ? Double.valueOf(7) : Double.valueOf(5.5);
      games.add(played(day, day, line));
    }
    games.add(game(13, false).setReason("DNP - Coach's Decision").build());
    return games;
  }

  private static Trend points(List<LoggedGame> games) {
    return new PlayerSeason(games)
        .trends().stream()
            .filter(trend -> trend.getMarket() == Market.POINTS)
            .findFirst()
            .orElseThrow();
  }

  @Test
  public void aPlayerIsOfTheTeamThatListedHimLast() {
    ListedPlayer player = new PlayerSeason(Lists.reverse(season())).player();
    assertThat(player.getTeam(), is(TeamCode.MIA));
    assertThat(player.getGames(), is(12));
    assertThat(player.getLastGame(), is(FIRST.plusDays(13)));
    assertThat(player.getPoints(), is(closeTo(6.5, 1e-12)));
    assertThat(player.getMinutes(), is(closeTo(36.5, 1e-12)));
  }

  @Test
  public void formIsOfTheLastFiveAndOversOfTheLastTen() {
    Trend trend = points(Lists.reverse(season()));
    assertThat(trend.getGames(), is(12));
    assertThat(trend.getSeasonMean(), is(closeTo(6.5, 1e-12)));
    assertThat(trend.getLastGames(), is(5));
    assertThat(trend.getLastMean(), is(closeTo(10, 1e-12)));
    assertThat("days 3 to 11 have a line", trend.getLined(), is(9));
    assertThat("6 and 8 to 11", trend.getOvers(), is(5));
    assertThat("the seventh", trend.getPushes(), is(1));
  }

  @Test
  public void allThreeTogetherAreAMarketToo() {
    Trend all =
        new PlayerSeason(season())
            .trends().stream()
                .filter(trend -> trend.getMarket() == Market.PRA)
                .findFirst()
                .orElseThrow();
    assertThat(all.getSeasonMean(), is(closeTo(12.5, 1e-12)));
    assertThat(all.getLined(), is(0));
  }

  @Test
  public void ofWhoHasNotPlayedNoMeanIsMadeUp() {
    PlayerSeason season = new PlayerSeason(List.of(game(1, false).build()));
    assertThat(season.player().getGames(), is(0));
    assertThat(season.player().getPoints(), is(nullValue()));
    assertThat(season.trends(), is(empty()));
  }
}
