package dev.tipoff.transforms.roster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.roster.RosterEntry.Evidence;
import java.util.List;
import java.util.Set;
import org.junit.Test;

public class StandInsTest {
  private static final RosterEntry LEAGUE = entry("900001", "Zed Quillfeather Jr.", TeamCode.BOS);
  private static final RosterEntry SAME = entry("bdl-17", "Zéd Quillfeather", TeamCode.BOS);
  private static final RosterEntry NAMESAKE = entry("bdl-18", "Zed Quillfeather", TeamCode.MIA);

  private static RosterEntry entry(String id, String name, TeamCode team) {
    return RosterEntry.create(
        PlayerKey.of(id), name, team, GameDay.parse("2031-01-05"), Evidence.BOX_SCORE);
  }

  @Test
  public void aStandInOfANameAndTeamThatTheLeagueHasIsSuperseded() {
    assertThat(
        StandIns.superseded(List.of(SAME, LEAGUE, NAMESAKE)), contains(PlayerKey.of("bdl-17")));
    assertThat(StandIns.superseded(List.of(SAME, NAMESAKE)), is(Set.of()));
  }

  @Test
  public void aStandInCountsUntilTheLeaguesIdIsKnownAndNoLonger() {
    GameDay before = GameDay.parse("2031-01-04");
    RosterEntry earlier =
        RosterEntry.create(
            SAME.getPlayer(), SAME.getName(), TeamCode.BOS, before, Evidence.BOX_SCORE);
    PlayerRegistry both = PlayerRegistry.of(List.of(earlier, LEAGUE));
    assertThat(
        both.lookup("Zed Quillfeather", before.plusDays(1), Set.of(TeamCode.BOS)),
        is(new PlayerMatch.Resolved(SAME.getPlayer(), SAME.getName())));
    assertThat(
        both.lookup("Zed Quillfeather", before.plusDays(2), Set.of(TeamCode.BOS)),
        is(new PlayerMatch.Resolved(LEAGUE.getPlayer(), LEAGUE.getName())));
  }

  @Test
  public void onlyBalldontliesIdsStandIn() {
    assertThat(PlayerKey.standIn("17"), is(SAME.getPlayer()));
    assertThat(SAME.getPlayer().isStandIn(), is(true));
    assertThat(LEAGUE.getPlayer().isStandIn(), is(false));
  }
}
