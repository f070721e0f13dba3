package dev.tipoff.transforms.features;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.conceded;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.TeamCode;
import org.junit.Test;

public class DefenceTierTest {
  private static final String SEASON = Season.of(DAY).label();

  private final LeagueHistory league = new LeagueHistory();

  private void concede(TeamCode team, int daysBefore, int points) {
    conceded(team, daysBefore, points).forEach(league::add);
  }

  private DefenceTier tier(TeamCode team) {
    return league.before(DAY, SEASON).defenceTier(SEASON, team);
  }

  @Test
  public void thirdsOfTheLeagueAreTiers() {
    TeamCode[] teams = {TeamCode.MIA, TeamCode.CHI, TeamCode.NYK, TeamCode.BOS, TeamCode.DEN};
    for (int i = 0; i < teams.length; i++) {
      for (int day = 1; day <= 5; day++) {
        concede(teams[i], day, 100 + 5 * i);
      }
    }
    // Los Angeles concedes nothing and is the best of the six.
    assertThat(tier(TeamCode.LAL), is(DefenceTier.STRONG));
    assertThat(tier(TeamCode.MIA), is(DefenceTier.STRONG));
    assertThat(tier(TeamCode.CHI), is(DefenceTier.AVERAGE));
    assertThat(tier(TeamCode.NYK), is(DefenceTier.AVERAGE));
    assertThat(tier(TeamCode.BOS), is(DefenceTier.WEAK));
    assertThat(tier(TeamCode.DEN), is(DefenceTier.WEAK));
  }

  @Test
  public void fourGamesMakeNoTier() {
    for (int day = 1; day <= 4; day++) {
      concede(TeamCode.MIA, day, 150);
    }
    assertThat(tier(TeamCode.MIA), is(DefenceTier.AVERAGE));
    assertThat(tier(TeamCode.BOS), is(DefenceTier.AVERAGE));
  }

  @Test
  public void theSlateIsNotLookedAt() {
    for (int day = 1; day <= 5; day++) {
      concede(TeamCode.MIA, day, 100);
      concede(TeamCode.CHI, day, 101);
    }
    concede(TeamCode.MIA, 0, 200);
    // Two of three teams, and the third of them concedes nothing.
    assertThat(tier(TeamCode.MIA), is(DefenceTier.AVERAGE));
    assertThat(tier(TeamCode.CHI), is(DefenceTier.WEAK));
  }

  @Test
  public void anEarlierSeasonIsItsOwn() {
    int lastSeason = 300;
    for (int day = lastSeason; day < lastSeason + 5; day++) {
      concede(TeamCode.MIA, day, 150);
      concede(TeamCode.CHI, day, 100);
    }
    String season = Season.of(DAY.plusDays(-lastSeason)).label();
    KnownGames known = league.before(DAY, SEASON);
    assertThat(known.defenceTier(season, TeamCode.MIA), is(DefenceTier.WEAK));
    assertThat(known.defenceTier(SEASON, TeamCode.MIA), is(DefenceTier.AVERAGE));
  }

  @Test
  public void tiersAreApartByTheirPlaces() {
    assertThat(DefenceTier.STRONG.distance(DefenceTier.WEAK), is(2));
    assertThat(DefenceTier.WEAK.distance(DefenceTier.AVERAGE), is(1));
    assertThat(DefenceTier.WEAK.distance(DefenceTier.WEAK), is(0));
  }
}
