package dev.tipoff.transforms.features;

import static dev.tipoff.transforms.Invented.DAY;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.model.PlayerGame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.Test;

/**
 * No feature sees the slate or anything later. It goes over {@link Feature#values}, so that a new
 * feature cannot escape; coach's decisions are no input of any feature at all, and what a report
 * said later is cut before it comes here (see the tests of availability).
 */
public class LookAheadTest {
  /** Box scores on and after the slate changed, lost and added; all in another order. */
  private static List<PlayerGame> anotherFuture(List<PlayerGame> league, Random random) {
    List<PlayerGame> rows = new ArrayList<>();
    for (PlayerGame row : league) {
      if (row.getGameDate().isBefore(DAY)) {
        rows.add(row);
        continue;
      }
      int fate = random.nextInt(4);
      if (fate == 0) {
        rows.add(as(row, row.getGameId(), random));
      } else if (fate == 1) {
        rows.add(row);
        rows.add(as(row, "another " + row.getGameId(), random));
      } else if (fate == 2) {
        rows.add(row);
      }
    }
    Collections.shuffle(rows, random);
    return rows;
  }

  private static PlayerGame as(PlayerGame row, String id, Random random) {
    return InventedLeague.row(random, id, row.getGameDate(), random.nextInt(48))
        .setPlayer(row.getPlayer())
        .setTeam(InventedLeague.TEAMS.get(random.nextInt(4)))
        .setOpponent(row.getOpponent())
        .setStarter(random.nextBoolean())
        .build();
  }

  @Property(tries = 60)
  void noFeatureSeesTheSlateOrLater(@ForAll Random random) {
    List<PlayerGame> rows = InventedLeague.play(random);
    List<PlayerGame> other = anotherFuture(rows, random);
    LeagueHistory league = InventedLeague.of(rows);
    LeagueHistory otherLeague = InventedLeague.of(other);
    ZoneHistory zones = InventedLeague.zones(rows);
    ZoneHistory otherZones = InventedLeague.zones(other);
    for (GameContext context : InventedLeague.slate()) {
      Pregame known = Pregame.of(context, league, InventedLeague.reports(), zones);
      Pregame same = Pregame.of(context, otherLeague, InventedLeague.reports(), otherZones);
      for (Feature feature : Feature.values()) {
        assertThat(feature + " of " + context, feature.of(same), is(feature.of(known)));
      }
    }
  }

  /** One that looks at the box scores of its own slate, as the day after would know them. */
  @Test
  public void aFeatureThatLeaksIsCaught() {
    int caught = 0;
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<PlayerGame> rows = InventedLeague.play(random);
      LeagueHistory league = InventedLeague.of(rows);
      LeagueHistory other = InventedLeague.of(anotherFuture(rows, random));
      for (GameContext context : InventedLeague.slate()) {
        GameContext dayAfter = context.toBuilder().setGameDate(DAY.plusDays(1)).build();
        caught +=
            Feature.POINTS_LAST_GAME
                    .of(Pregame.of(dayAfter, league, InventedLeague.reports()))
                    .equals(
                        Feature.POINTS_LAST_GAME.of(
                            Pregame.of(dayAfter, other, InventedLeague.reports())))
                ? 0
                : 1;
      }
    }
    assertThat(caught, is(greaterThan(20)));
  }

  /** Else the property would hold for a feature that is never there. */
  @Test
  public void everyFeatureIsThereToBeLookedAt() {
    Pregame known =
        InventedLeague.pregame(InventedLeague.slate().get(0), InventedLeague.play(new Random(11)));
    Set<Feature> unknown = EnumSet.allOf(Feature.class);
    unknown.removeIf(feature -> feature.of(known).isPresent());
    assertThat(unknown, is(empty()));
  }

  /** Else it would hold for a feature that looks at nothing. */
  @Test
  public void everyFeatureOfThePastSeesThePast() {
    Random random = new Random(12);
    Set<Feature> blindToAll = EnumSet.allOf(Feature.class);
    blindToAll.removeIf(
        feature ->
            feature.definition().source() == FeatureDefinition.Source.SCHEDULE
                || (feature.definition().marketAware() && feature != Feature.LINE_AGAINST_SEASON));
    blindToAll.remove(Feature.INJURY_RISK);
    for (int i = 0; i < 40; i++) {
      GameContext context = InventedLeague.slate().get(i % 4);
      Pregame one = pregame(context, random);
      Pregame other = pregame(context, random);
      blindToAll.removeIf(feature -> !same(feature.of(one), feature.of(other)));
    }
    // Whole weeks are played alike, so these are equal in every such league.
    blindToAll.removeAll(
        EnumSet.of(
            Feature.TEAM_DAYS_REST,
            Feature.OPPONENT_DAYS_REST,
            Feature.REST_ADVANTAGE,
            Feature.TEAM_BACK_TO_BACK,
            Feature.OPPONENT_BACK_TO_BACK,
            Feature.TEAM_GAMES_LAST_4_DAYS,
            Feature.TEAM_GAMES_LAST_7_DAYS,
            Feature.OPPONENT_GAMES_LAST_7_DAYS,
            Feature.GAME_OF_SEASON,
            Feature.NEWLY_TRADED));
    assertThat(blindToAll, is(empty()));
  }

  private static Pregame pregame(GameContext context, Random random) {
    return InventedLeague.pregame(context, InventedLeague.play(random));
  }

  private static boolean same(OptionalDouble one, OptionalDouble other) {
    return one.equals(other);
  }
}
