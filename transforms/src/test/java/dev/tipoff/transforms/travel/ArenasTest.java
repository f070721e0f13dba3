package dev.tipoff.transforms.travel;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class ArenasTest {
  private static final GameDay WINTER = GameDay.parse("2024-01-10");
  private static final GameDay AUTUMN = GameDay.parse("2023-10-30");

  private static Arena home(TeamCode team, GameDay day) {
    return Arenas.KNOWN.home(team, day).orElseThrow();
  }

  private static String city(TeamCode team, String day) {
    return home(team, GameDay.parse(day)).city();
  }

  @Test
  public void everyTeamHasAnArenaInNorthAmerica() {
    for (TeamCode team : TeamCode.values()) {
      Arena arena = home(team, WINTER);
      assertThat(team.name(), arena.latitude(), closeTo(36, 12));
      assertThat(team.name(), arena.longitude(), closeTo(-97, 28));
      assertThat(team.name(), Math.abs(arena.hoursAhead(home(TeamCode.CHI, WINTER), WINTER)) <= 2);
    }
  }

  /** Distances as atlases have them. */
  @Test
  public void milesAreThoseOfTheGreatCircle() {
    Arena boston = home(TeamCode.BOS, WINTER);
    Arena losAngeles = home(TeamCode.LAL, WINTER);
    assertThat(boston.milesTo(losAngeles), closeTo(2_596, 15));
    assertThat(losAngeles.milesTo(boston), closeTo(boston.milesTo(losAngeles), 1e-9));
    assertThat(boston.milesTo(home(TeamCode.NYK, WINTER)), closeTo(188, 5));
    assertThat(home(TeamCode.MIA, WINTER).milesTo(home(TeamCode.POR, WINTER)), closeTo(2_700, 25));
    assertThat(home(TeamCode.BKN, WINTER).milesTo(home(TeamCode.NYK, WINTER)), closeTo(4.8, 0.5));
    assertThat(boston.milesTo(boston), is(0.0));
  }

  @Test
  public void hoursAreNegativeToTheWestAndPhoenixKeepsItsClocks() {
    Arena boston = home(TeamCode.BOS, WINTER);
    assertThat(boston.hoursAhead(home(TeamCode.LAL, WINTER), WINTER), is(-3));
    assertThat(home(TeamCode.LAL, WINTER).hoursAhead(boston, WINTER), is(3));
    assertThat(boston.hoursAhead(home(TeamCode.PHX, WINTER), WINTER), is(-2));
    assertThat(boston.hoursAhead(home(TeamCode.PHX, AUTUMN), AUTUMN), is(-3));
  }

  @Test
  public void aTeamsMovesAndTheSummerOf2020AreKnown() {
    assertThat(city(TeamCode.TOR, "2020-03-01"), is("Toronto"));
    assertThat(city(TeamCode.TOR, "2021-01-10"), is("Tampa"));
    assertThat(city(TeamCode.TOR, "2021-11-10"), is("Toronto"));
    assertThat(city(TeamCode.LAC, "2024-05-01"), is("Los Angeles"));
    assertThat(city(TeamCode.LAC, "2024-11-01"), is("Inglewood"));
    assertThat(city(TeamCode.MIL, "2020-08-20"), is("Bay Lake"));
    assertThat(city(TeamCode.MIL, "2020-12-25"), is("Milwaukee"));
  }

  @Test
  public void aGameIsPlayedAtHomeAndACupFinalNobodySaysWhere() {
    ScheduledGame.Builder game =
        ScheduledGame.builder()
            .setSeason("2023-24")
            .setSeasonType(SeasonType.REGULAR)
            .setGameId("1")
            .setGameDate(WINTER)
            .setHome(TeamCode.DEN)
            .setAway(TeamCode.BOS);
    assertThat(Arenas.KNOWN.of(game.build()).orElseThrow().city(), is("Denver"));
    assertThat(
        Arenas.KNOWN.of(game.setSeasonType(SeasonType.CUP_FINAL).build()), is(Optional.empty()));
  }

  @Test
  public void aLineThatIsNoStayIsRefused() {
    String header = "team,from,to,city,latitude,longitude,zone";
    assertThat(Arenas.parse(List.of(header)).home(TeamCode.BOS, WINTER), is(Optional.empty()));
    for (String line :
        List.of(
            "SEA,,,Seattle,47.6,-122.3,America/Los_Angeles",
            "BOS,soon,,Boston,42.4,-71.1,America/New_York",
            "BOS,,,Boston,north,-71.1,America/New_York",
            "BOS,,,Boston,42.4,-71.1")) {
      assertThrows(line, IllegalArgumentException.class, () -> Arenas.parse(List.of(header, line)));
    }
  }
}
