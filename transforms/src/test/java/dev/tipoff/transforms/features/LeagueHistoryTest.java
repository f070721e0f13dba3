package dev.tipoff.transforms.features;

import static dev.tipoff.transforms.Invented.context;
import static dev.tipoff.transforms.Invented.played;
import static dev.tipoff.transforms.model.TeamCode.BOS;
import static dev.tipoff.transforms.model.TeamCode.CHI;
import static dev.tipoff.transforms.model.TeamCode.MIA;
import static dev.tipoff.transforms.model.TeamCode.NYK;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.grouping.GatherRows;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.tables.RowShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.Test;

public class LeagueHistoryTest {
  private static final String SEASON = "2030-31";
  private static final GameDay START = GameDay.parse("2030-11-01");
  private static final GameDay END = START.plusDays(60);

  /** A whole team's game as two rows: half the minutes each, so much scored, so much used. */
  private static List<PlayerGame> side(
      String id, GameDay day, TeamCode team, TeamCode other, int points, int shots, int minutes) {
    List<PlayerGame> rows = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      rows.add(
          played(id, day)
              .setPlayer(PlayerKey.of(team + "-" + half))
              .setTeam(team)
              .setOpponent(other)
              .setHome(team.compareTo(other) < 0)
              .setMinutes(minutes / 2.0)
              .setPoints(half == 0 ? points : 0)
              .setFieldGoalsAttempted(half == 0 ? shots : 0)
              .setFreeThrowsAttempted(half == 0 ? 0 : 25)
              .setTurnovers(half == 0 ? 4 : 5)
              .build());
    }
    return rows;
  }

  /** Boston and Miami n times, then New York and Chicago n times; the day counts up. */
  private static List<PlayerGame> league(int games) {
    List<PlayerGame> rows = new ArrayList<>();
    for (int i = 0; i < games; i++) {
      GameDay day = START.plusDays(i);
      // 80 + 11 + 9 = 100 possessions against 90 + 11 + 9 = 110.
      rows.addAll(side("a" + i, day, BOS, MIA, 100, 80, 240));
      rows.addAll(side("a" + i, day, MIA, BOS, 120, 90, 240));
      rows.addAll(side("b" + i, day, NYK, CHI, 90, 80, 240));
      rows.addAll(side("b" + i, day, CHI, NYK, 90, 80, 240));
    }
    return rows;
  }

  private static LeagueHistory of(List<PlayerGame> rows) {
    LeagueHistory league = new LeagueHistory();
    rows.forEach(league::add);
    return league;
  }

  private static OptionalDouble pace(
      LeagueHistory league, TeamCode team, String season, GameDay slate) {
    return value(league, team, season, slate, Feature.TEAM_PACE);
  }

  private static OptionalDouble allowed(
      LeagueHistory league, TeamCode team, String season, GameDay slate) {
    return value(league, team, season, slate, Feature.OPPONENT_POINTS_ALLOWED_FACTOR);
  }

  /** Of a team that meets itself, so that what is said of either side is said of it. */
  private static OptionalDouble value(
      LeagueHistory league, TeamCode team, String season, GameDay slate, Feature feature) {
    return feature.of(
        Pregame.of(
            context("game", slate).setSeason(season).setTeam(team).setOpponent(team).build(),
            league,
            new InjuryReports()));
  }

  @Test
  public void pointsAllowedAreHeldAgainstTheLeague() {
    LeagueHistory league = of(league(5));
    // The mean of a team's points is 100.
    assertThat(allowed(league, BOS, SEASON, END).getAsDouble(), closeTo(1.2, 1e-12));
    assertThat(allowed(league, MIA, SEASON, END).getAsDouble(), closeTo(1.0, 1e-12));
    assertThat(allowed(league, NYK, SEASON, END).getAsDouble(), closeTo(0.9, 1e-12));
  }

  @Test
  public void paceIsTheMeanOfBothSidesFor48Minutes() {
    LeagueHistory league = of(league(5));
    assertThat(pace(league, BOS, SEASON, END).getAsDouble(), closeTo(105, 1e-12));
    assertThat(pace(league, MIA, SEASON, END).getAsDouble(), closeTo(105, 1e-12));
    assertThat(pace(league, NYK, SEASON, END).getAsDouble(), closeTo(100, 1e-12));
  }

  @Test
  public void overtimeIsNotAFasterGame() {
    List<PlayerGame> rows = league(5);
    rows.addAll(side("ot", START.plusDays(20), BOS, NYK, 130, 90, 265));
    rows.addAll(side("ot", START.plusDays(20), NYK, BOS, 128, 90, 265));
    assertThat(
        pace(of(rows), BOS, SEASON, END).getAsDouble(),
        closeTo((5 * 105 + 110 * 48 / 53.0) / 6, 1e-12));
  }

  @Test
  public void fewerThanFiveGamesSayNothing() {
    LeagueHistory league = of(league(5));
    GameDay fifth = START.plusDays(4);
    assertThat(pace(league, BOS, SEASON, fifth), is(OptionalDouble.empty()));
    assertThat(allowed(league, BOS, SEASON, fifth), is(OptionalDouble.empty()));
    GameDay sixth = fifth.plusDays(1);
    assertThat(pace(league, BOS, SEASON, sixth).isPresent(), is(true));
    assertThat(allowed(league, BOS, SEASON, sixth).isPresent(), is(true));
  }

  @Test
  public void theSlateAndLaterGamesAreNotSeen() {
    List<PlayerGame> rows = league(5);
    GameDay slate = START.plusDays(5);
    rows.addAll(side("c", slate, BOS, MIA, 40, 200, 240));
    rows.addAll(side("c", slate, MIA, BOS, 40, 200, 240));
    assertThat(pace(of(rows), BOS, SEASON, slate), is(pace(of(league(5)), BOS, SEASON, slate)));
    assertThat(
        allowed(of(rows), CHI, SEASON, slate), is(allowed(of(league(5)), CHI, SEASON, slate)));
    assertThat(pace(of(rows), BOS, SEASON, slate.plusDays(1)).getAsDouble() > 105, is(true));
  }

  @Test
  public void aGameWithOneSideOnlyDoesNotCount() {
    List<PlayerGame> rows = league(4);
    rows.addAll(side("half", START.plusDays(10), BOS, MIA, 100, 80, 240));
    assertThat(pace(of(rows), BOS, SEASON, END), is(OptionalDouble.empty()));
    rows.addAll(side("half", START.plusDays(10), MIA, BOS, 120, 90, 240));
    assertThat(pace(of(rows), BOS, SEASON, END).getAsDouble(), closeTo(105, 1e-12));
  }

  @Test
  public void unknownTeamsAndSeasonsSayNothing() {
    LeagueHistory league = of(league(5));
    assertThat(pace(league, TeamCode.UTA, SEASON, END), is(OptionalDouble.empty()));
    assertThat(allowed(league, TeamCode.UTA, SEASON, END), is(OptionalDouble.empty()));
    assertThat(pace(league, BOS, "2029-30", END), is(OptionalDouble.empty()));
    assertThat(pace(new LeagueHistory(), BOS, SEASON, END), is(OptionalDouble.empty()));
  }

  @Test
  public void aLookDoesNotFreezeWhatIsKnown() {
    LeagueHistory league = of(league(4));
    assertThat(pace(league, BOS, SEASON, END), is(OptionalDouble.empty()));
    of(league(5).subList(32, 40)).rows().forEach(league::add);
    assertThat(pace(league, BOS, SEASON, END).getAsDouble(), closeTo(105, 1e-12));
  }

  /** As a runner copies it on its way. */
  private static LeagueHistory copy(LeagueHistory league) {
    try {
      return CoderUtils.clone(
          new GatherRows<>(LeagueHistory.class, LeagueHistory::new)
              .getAccumulatorCoder(CoderRegistry.createDefault(), RowShape.coder(PlayerGame.class)),
          league);
    } catch (CoderException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  public void whatIsAddedToACopyIsNotInTheOriginal() {
    List<PlayerGame> rows = league(5);
    LeagueHistory whole = of(rows);
    LeagueHistory copy = copy(of(rows.subList(0, 32)));
    LeagueHistory copyOfCopy = copy(copy);
    rows.subList(32, rows.size()).forEach(copyOfCopy::add);
    assertThat(copyOfCopy.rows(), containsInAnyOrder(rows.toArray()));
    assertThat(copy.rows(), hasSize(32));
    assertThat(pace(copyOfCopy, BOS, SEASON, END), is(pace(whole, BOS, SEASON, END)));
  }

  @Property(tries = 100)
  void partsInAnyOrderAddUpToTheWhole(
      @ForAll @IntRange(min = 1, max = 5) int parts, @ForAll Random random) {
    List<PlayerGame> rows = league(7);
    LeagueHistory whole = of(rows);
    Collections.shuffle(rows, random);
    LeagueHistory merged = new LeagueHistory();
    for (int i = 0; i < parts; i++) {
      int from = rows.size() * i / parts;
      int to = rows.size() * (i + 1) / parts;
      merged.addAll(i % 2 == 0 ? of(rows.subList(from, to)) : copy(of(rows.subList(from, to))));
    }
    merged = parts > 2 ? copy(merged) : merged;
    for (TeamCode team : new TeamCode[] {BOS, MIA, NYK, CHI}) {
      for (int day = 0; day < 9; day++) {
        GameDay slate = START.plusDays(day);
        assertThat(pace(merged, team, SEASON, slate), is(pace(whole, team, SEASON, slate)));
        assertThat(allowed(merged, team, SEASON, slate), is(allowed(whole, team, SEASON, slate)));
      }
    }
  }

  @Test
  public void aGameWithHalfABoxScoreDoesNotCount() {
    List<PlayerGame> rows = league(5);
    LeagueHistory whole = of(rows);
    rows.addAll(side("half", START.plusDays(6), BOS, MIA, 20, 10, 48));
    rows.addAll(side("half", START.plusDays(6), MIA, BOS, 120, 90, 240));
    LeagueHistory league = of(rows);
    for (TeamCode team : List.of(BOS, MIA)) {
      assertThat(pace(league, team, SEASON, END), is(pace(whole, team, SEASON, END)));
      assertThat(allowed(league, team, SEASON, END), is(allowed(whole, team, SEASON, END)));
    }
  }
}
