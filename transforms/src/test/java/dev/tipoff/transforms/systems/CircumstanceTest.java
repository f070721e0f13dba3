package dev.tipoff.transforms.systems;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static dev.tipoff.transforms.Invented.ZED;
import static dev.tipoff.transforms.Invented.context;
import static dev.tipoff.transforms.Invented.tip;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import dev.tipoff.transforms.availability.InjuryStandIn;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.model.Market;
import java.util.EnumMap;
import java.util.Map;
import org.junit.Test;

/** Which way each circumstance moves a forecast, and how far. */
public class CircumstanceTest {
  /** A game like any other. */
  private final Map<Feature, Double> values = usual();

  static Map<Feature, Double> usual() {
    Map<Feature, Double> values = new EnumMap<>(Feature.class);
    values.put(Feature.THREES_SHARE_OF_SHOTS_LAST_10, 40.0);
    values.put(Feature.OPPONENT_TWOS_PERCENTAGE_ALLOWED, 0.0);
    values.put(Feature.OPPONENT_THREES_PERCENTAGE_ALLOWED, 0.0);
    values.put(Feature.OPPONENT_ALLOWED_TO_ROLE, 1.0);
    values.put(Feature.OPPONENT_POINTS_ALLOWED_FACTOR, 1.0);
    values.put(Feature.OPPONENT_REBOUNDS_ALLOWED_FACTOR, 1.0);
    values.put(Feature.OPPONENT_ASSISTS_ALLOWED_FACTOR, 1.0);
    values.put(Feature.TEAM_PACE, 100.0);
    values.put(Feature.EXPECTED_PACE, 100.0);
    values.put(Feature.FRESHNESS_SCORE, 100.0);
    values.put(Feature.GAMES_MISSED_SINCE_LAST, 0.0);
    values.put(Feature.MINUTES_MISSING_AGAINST_USUAL, 0.0);
    return values;
  }

  private double change(Circumstance circumstance, Market market) {
    return change(circumstance, context(GAME, DAY).build(), market);
  }

  private double change(Circumstance circumstance, GameContext context, Market market) {
    return circumstance.change(FeatureVector.of(DAY, GAME, ZED, values), context, market);
  }

  private double changeWith(
      Feature feature, double value, Circumstance circumstance, Market market) {
    Double before = values.put(feature, value);
    double change = change(circumstance, market);
    if (before == null) {
      values.remove(feature);
    } else {
      values.put(feature, before);
    }
    return change;
  }

  /** More of the feature is more of every market. */
  private void raises(Feature feature, double usual, double by, Circumstance circumstance) {
    for (Market market : Market.values()) {
      String what = feature + " in " + market;
      assertThat(what, changeWith(feature, usual + by, circumstance, market), is(greaterThan(0.0)));
      assertThat(what, changeWith(feature, usual - by, circumstance, market), is(lessThan(0.0)));
      assertThat(what, changeWith(feature, usual, circumstance, market), is(closeTo(0, 1e-12)));
    }
  }

  @Test
  public void aStrongDefenceOfHisZonesLowers() {
    raises(Feature.OPPONENT_TWOS_PERCENTAGE_ALLOWED, 0, 2, Circumstance.SHOT_ZONES);
    raises(Feature.OPPONENT_THREES_PERCENTAGE_ALLOWED, 0, 2, Circumstance.SHOT_ZONES);
  }

  @Test
  public void aStrongDefenceOfZonesKnownByPlayByPlayLowers() {
    values.put(Feature.PAINT_SHARE_OF_SHOTS, 50.0);
    values.put(Feature.MID_RANGE_SHARE_OF_SHOTS, 20.0);
    values.put(Feature.OPPONENT_PAINT_ALLOWED, 0.0);
    values.put(Feature.OPPONENT_MID_RANGE_ALLOWED, 0.0);
    raises(Feature.OPPONENT_PAINT_ALLOWED, 0, 2, Circumstance.SHOT_ZONES);
    raises(Feature.OPPONENT_MID_RANGE_ALLOWED, 0, 2, Circumstance.SHOT_ZONES);
    raises(Feature.OPPONENT_THREES_PERCENTAGE_ALLOWED, 0, 2, Circumstance.SHOT_ZONES);
  }

  /** Half of his shots, at two points, made 4 % more often: 0.04 more than the usual 1.09. */
  @Test
  public void aZoneCountsByHisShareOfShots() {
    values.put(Feature.PAINT_SHARE_OF_SHOTS, 50.0);
    values.put(Feature.MID_RANGE_SHARE_OF_SHOTS, 50.0);
    values.put(Feature.OPPONENT_PAINT_ALLOWED, 4.0);
    values.put(Feature.OPPONENT_MID_RANGE_ALLOWED, 0.0);
    values.put(Feature.OPPONENT_THREES_PERCENTAGE_ALLOWED, 30.0);
    values.put(Feature.OPPONENT_TWOS_PERCENTAGE_ALLOWED, 30.0);
    assertThat(change(Circumstance.SHOT_ZONES, Market.POINTS), closeTo(0.2 * 0.04 / 1.09, 1e-12));
  }

  @Test
  public void withoutPlayByPlayTwosAndThreesAreTheZones() {
    values.put(Feature.PAINT_SHARE_OF_SHOTS, 50.0);
    values.put(Feature.MID_RANGE_SHARE_OF_SHOTS, 50.0);
    values.put(Feature.OPPONENT_THREES_PERCENTAGE_ALLOWED, 5.0);
    assertThat(
        change(Circumstance.SHOT_ZONES, Market.POINTS),
        closeTo(0.2 * 0.4 * 3 * 0.05 / 1.09, 1e-12));
  }

  @Test
  public void aStrongDefenceOfHisRoleLowers() {
    raises(Feature.OPPONENT_ALLOWED_TO_ROLE, 1, 0.1, Circumstance.ROLE);
  }

  @Test
  public void anOpponentThatAllowsLittleLowers() {
    Map<Market, Feature> factors =
        Map.of(
            Market.POINTS, Feature.OPPONENT_POINTS_ALLOWED_FACTOR,
            Market.REBOUNDS, Feature.OPPONENT_REBOUNDS_ALLOWED_FACTOR,
            Market.ASSISTS, Feature.OPPONENT_ASSISTS_ALLOWED_FACTOR,
            Market.PRA, Feature.OPPONENT_POINTS_ALLOWED_FACTOR);
    factors.forEach(
        (market, factor) -> {
          assertThat(changeWith(factor, 1.1, Circumstance.ALLOWED, market), is(greaterThan(0.04)));
          assertThat(changeWith(factor, 0.9, Circumstance.ALLOWED, market), is(lessThan(-0.04)));
        });
  }

  /** A fast opponent that allows ten percent more allows as much as any other in a possession. */
  @Test
  public void whatIsAllowedIsCountedByThePossession() {
    values.put(Feature.EXPECTED_PACE, 110.0);
    values.put(Feature.OPPONENT_POINTS_ALLOWED_FACTOR, 1.1);
    assertThat(change(Circumstance.ALLOWED, Market.POINTS), closeTo(0, 1e-12));
  }

  @Test
  public void aHighPaceRaises() {
    raises(Feature.EXPECTED_PACE, 100, 5, Circumstance.PACE);
  }

  @Test
  public void homeRaisesAndAwayLowers() {
    raises(Feature.HOME, 0.5, 0.5, Circumstance.VENUE);
  }

  @Test
  public void aTiredPlayerLowers() {
    for (Market market : Market.values()) {
      assertThat(change(Circumstance.LOAD, market), is(0.0));
      double tired = changeWith(Feature.FRESHNESS_SCORE, 80, Circumstance.LOAD, market);
      assertThat(tired, is(lessThan(0.0)));
      assertThat(
          changeWith(Feature.FRESHNESS_SCORE, 60, Circumstance.LOAD, market), is(lessThan(tired)));
    }
  }

  @Test
  public void anAbsenceLowersAndALongOneMore() {
    for (Market market : Market.values()) {
      assertThat(change(Circumstance.ABSENCE, market), closeTo(0, 1e-12));
      double one = changeWith(Feature.GAMES_MISSED_SINCE_LAST, 1, Circumstance.ABSENCE, market);
      assertThat(one, is(lessThan(0.0)));
      assertThat(
          changeWith(Feature.GAMES_MISSED_SINCE_LAST, 4, Circumstance.ABSENCE, market),
          is(lessThan(one)));
    }
  }

  @Test
  public void moreTeammatesOutThanUsualRaise() {
    raises(Feature.MINUTES_MISSING_AGAINST_USUAL, 0, 40, Circumstance.TEAMMATES);
  }

  @Test
  public void aReportOfTonightCountsInsteadOfTheLatestGame() {
    values.put(Feature.MINUTES_MISSING_AGAINST_USUAL, -40.0);
    raises(Feature.MINUTES_OUT_AGAINST_USUAL, 0, 40, Circumstance.TEAMMATES);
  }

  @Test
  public void whatStandsInForAReportNamesAtLeastThoseWhoAreOut() {
    GameContext partial =
        context(GAME, DAY).setReportSource(InjuryStandIn.SOURCE).setReportTime(tip(DAY)).build();
    values.put(Feature.MINUTES_MISSING_AGAINST_USUAL, 10.0);
    values.put(Feature.MINUTES_OUT_AGAINST_USUAL, -20.0);
    assertThat(change(Circumstance.TEAMMATES, partial, Market.POINTS), closeTo(0.011, 1e-12));
    assertThat(change(Circumstance.TEAMMATES, Market.POINTS), closeTo(-0.022, 1e-12));
    values.put(Feature.MINUTES_OUT_AGAINST_USUAL, 30.0);
    assertThat(change(Circumstance.TEAMMATES, partial, Market.POINTS), closeTo(0.033, 1e-12));
  }

  @Test
  public void whatIsUnknownChangesNothing() {
    values.clear();
    for (Circumstance circumstance : Circumstance.values()) {
      for (Market market : Market.values()) {
        assertThat(circumstance.name(), change(circumstance, market), is(0.0));
      }
    }
  }

  @Test
  public void noneChangesMoreThanItsBound() {
    values.put(Feature.GAMES_MISSED_SINCE_LAST, 100.0);
    values.put(Feature.MINUTES_MISSING_AGAINST_USUAL, 300.0);
    assertThat(change(Circumstance.ABSENCE, Market.POINTS), is(-Circumstance.MOST));
    assertThat(change(Circumstance.TEAMMATES, Market.POINTS), is(Circumstance.MOST));
  }
}
