package dev.tipoff.transforms.features;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static dev.tipoff.transforms.Invented.MOE;
import static dev.tipoff.transforms.Invented.ZED;
import static dev.tipoff.transforms.Invented.context;
import static dev.tipoff.transforms.Invented.shots;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notANumber;
import static org.junit.Assert.assertThrows;

import dev.tipoff.transforms.model.TeamCode;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.Test;

public class ZonesTest {
  private static final double EXACT = 1e-9;
  private static final String SEASON = "2030-31";

  private static ZoneHistory history(ZoneShots... rows) {
    ZoneHistory history = new ZoneHistory();
    for (ZoneShots row : rows) {
      history.add(row);
    }
    return history;
  }

  private static ZoneShots against(TeamCode opponent, ZoneShots shots) {
    return shots.toBuilder().setOpponent(opponent).build();
  }

  /** Five games in which Miami lets in 6 of 10 in the paint, and Chicago 4 of 10. */
  private static ZoneHistory fiveGames() {
    ZoneHistory history = new ZoneHistory();
    for (int i = 1; i <= 5; i++) {
      history.add(shots("mia" + i, DAY.plusDays(-i), 10, 6, 3, 1, 5, 2));
      history.add(
          against(TeamCode.CHI, shots("chi" + i, DAY.plusDays(-i), 10, 4, 3, 1, 5, 2)).toBuilder()
              .setPlayer(MOE)
              .build());
    }
    return history;
  }

  private static OptionalDouble feature(Feature feature, ZoneHistory zones) {
    return feature.of(
        Pregame.of(context(GAME, DAY).build(), new LeagueHistory(), new InjuryReports(), zones));
  }

  @Test
  public void countsSharesOfTheLastTenGames() {
    ZoneHistory history = new ZoneHistory();
    history.add(shots("0", DAY.plusDays(-11), 100, 0, 0, 0, 0, 0));
    for (int i = 1; i <= 10; i++) {
      history.add(shots(Integer.toString(i), DAY.plusDays(-i), 4, 2, 1, 1, 3, 1));
    }
    assertThat(
        feature(Feature.PAINT_SHARE_OF_SHOTS, history).getAsDouble(), is(closeTo(50, EXACT)));
    assertThat(
        feature(Feature.MID_RANGE_SHARE_OF_SHOTS, history).getAsDouble(), is(closeTo(12.5, EXACT)));
    assertThat(
        feature(Feature.ASSISTED_SHARE_OF_MAKES, history).getAsDouble(), is(closeTo(25, EXACT)));
    ZoneGames all = history.before(DAY, SEASON).player(ZED);
    assertThat(all.size(), is(11));
    assertThat(all.last(10).percentage(Zone.THREE), is(closeTo(100.0 / 3, EXACT)));
    assertThat(all.percentage(Zone.PAINT), is(closeTo(100 * 20 / 140.0, EXACT)));
  }

  @Test
  public void tenAttemptsAreASample() {
    assertThat(
        feature(
            Feature.PAINT_SHARE_OF_SHOTS, history(shots("1", DAY.plusDays(-1), 5, 5, 3, 3, 2, 2))),
        is(OptionalDouble.of(50)));
    ZoneHistory few = history(shots("1", DAY.plusDays(-1), 5, 5, 3, 3, 1, 1));
    assertThat(feature(Feature.PAINT_SHARE_OF_SHOTS, few), is(OptionalDouble.empty()));
    assertThat(feature(Feature.ASSISTED_SHARE_OF_MAKES, few), is(OptionalDouble.empty()));
    assertThat(few.before(DAY, SEASON).player(ZED).primary(), is(Optional.empty()));
    assertThat(few.before(DAY, SEASON).player(MOE).percentage(Zone.PAINT), is(notANumber()));
  }

  @Test
  public void thePrimaryZoneHasMostAttemptsAndOfEqualsIsTheNearer() {
    assertThat(
        history(shots("1", DAY.plusDays(-1), 3, 0, 4, 0, 5, 0))
            .before(DAY, SEASON)
            .player(ZED)
            .primary(),
        is(Optional.of(Zone.THREE)));
    assertThat(
        history(shots("1", DAY.plusDays(-1), 2, 0, 5, 0, 5, 0))
            .before(DAY, SEASON)
            .player(ZED)
            .primary(),
        is(Optional.of(Zone.MID_RANGE)));
  }

  @Test
  public void aTeamAllowsWhatAllMadeAgainstItLessWhatTheLeagueMade() {
    ZoneHistory history = fiveGames();
    KnownZones known = history.before(DAY, SEASON);
    assertThat(known.leaguePercentage(Zone.PAINT), is(closeTo(50, EXACT)));
    assertThat(known.allowedOverLeague(TeamCode.MIA, Zone.PAINT), is(closeTo(10, EXACT)));
    assertThat(known.allowedOverLeague(TeamCode.CHI, Zone.PAINT), is(closeTo(-10, EXACT)));
    assertThat(
        feature(Feature.OPPONENT_PAINT_ALLOWED, history).getAsDouble(), is(closeTo(10, EXACT)));
    assertThat(
        feature(Feature.OPPONENT_MID_RANGE_ALLOWED, history).getAsDouble(), is(closeTo(0, EXACT)));
    history.add(
        shots("mia1", DAY.plusDays(-1), 10, 1, 0, 0, 0, 0).toBuilder().setPlayer(MOE).build());
    assertThat(history.before(DAY, SEASON).allowed(TeamCode.MIA).size(), is(5));
    assertThat(
        history.before(DAY, SEASON).allowed(TeamCode.MIA).percentage(Zone.PAINT),
        is(closeTo(100 * 31 / 60.0, EXACT)));
  }

  /** Ten of eighteen shots are from the paint, where Miami is ten points leakier. */
  @Test
  public void theMismatchIsOfHisZoneAndGoodWhereTheOpponentLeaks() {
    assertThat(
        feature(Feature.ZONE_MISMATCH_SCORE, fiveGames()).getAsDouble(), is(closeTo(10, EXACT)));
    assertThat(
        feature(
            Feature.ZONE_MISMATCH_SCORE, history(shots("1", DAY.plusDays(-1), 9, 5, 1, 1, 1, 1))),
        is(OptionalDouble.empty()));
  }

  @Test
  public void aTeamIsJudgedByItsLastFifteenGamesAndFromTheFifthOn() {
    ZoneHistory history = new ZoneHistory();
    for (int i = 1; i <= 4; i++) {
      history.add(shots(Integer.toString(i), DAY.plusDays(-i), 10, 5, 0, 0, 0, 0));
    }
    assertThat(
        history.before(DAY, SEASON).allowedOverLeague(TeamCode.MIA, Zone.PAINT), is(notANumber()));
    for (int i = 5; i <= 16; i++) {
      history.add(shots(Integer.toString(i), DAY.plusDays(-i), 10, i == 16 ? 10 : 5, 0, 0, 0, 0));
    }
    assertThat(history.before(DAY, SEASON).allowed(TeamCode.MIA).size(), is(15));
    assertThat(
        history.before(DAY, SEASON).allowed(TeamCode.MIA).percentage(Zone.PAINT),
        is(closeTo(50, EXACT)));
  }

  @Test
  public void nothingOfTheSlateOrOfAnotherSeasonIsSeen() {
    ZoneHistory history =
        history(
            shots("1", DAY.plusDays(-300), 10, 1, 0, 0, 0, 0),
            shots("2", DAY.plusDays(-1), 10, 5, 0, 0, 0, 0),
            shots("3", DAY, 10, 9, 0, 0, 0, 0));
    KnownZones known = history.before(DAY, SEASON);
    assertThat(known.player(ZED).makes(Zone.PAINT), is(5.0));
    assertThat(known.allowed(TeamCode.MIA).makes(Zone.PAINT), is(5.0));
    assertThat(known.leaguePercentage(Zone.PAINT), is(50.0));
    assertThat(history.before(DAY, "2029-30").player(ZED).makes(Zone.PAINT), is(1.0));
  }

  @Test
  public void aGameOfAPlayerTwiceIsRefused() {
    ZoneHistory doubled =
        history(
            shots("1", DAY.plusDays(-1), 1, 1, 1, 1, 1, 1),
            shots("1", DAY.plusDays(-1), 2, 1, 1, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> doubled.before(DAY, SEASON));
  }
}
