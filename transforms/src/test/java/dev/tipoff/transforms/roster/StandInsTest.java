package dev.tipoff.transforms.roster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.roster.RosterEntry.Evidence;
import java.util.List;
import org.junit.Test;

public class StandInsTest {
  private static final RosterEntry LEAGUE = entry("900001", "Zed Quillfeather Jr.", TeamCode.BOS);
  private static final RosterEntry SAME = entry("bdl-17", "Zéd Quillfeather", TeamCode.BOS);
  private static final RosterEntry NAMESAKE = entry("bdl-18", "Zed Quillfeather", TeamCode.MIA);

  private static RosterEntry entry(String id, String name, TeamCode team) {
    return RosterEntry.create(PlayerKey.of(id), name, team, GameDay.parse("2031-01-05"), Evidence.BOX_SCORE);
  }

  @Test
  public void aStandInOfANameAndTeamThatTheLeagueHasIsGone() {
    assertThat(
        StandIns.withoutSuperseded(List.of(SAME, LEAGUE, NAMESAKE)), contains(LEAGUE, NAMESAKE));
    assertThat(StandIns.withoutSuperseded(List.of(SAME, NAMESAKE)), contains(SAME, NAMESAKE));
  }

  @Test
  public void aRegistryOfBothKnowsOneOfThem() {
    assertThat(PlayerRegistry.of(List.of(SAME, LEAGUE, NAMESAKE)).size(), is(2));
  }

  @Test
  public void onlyBalldontliesIdsStandIn() {
    assertThat(PlayerKey.standIn("17"), is(SAME.getPlayer()));
    assertThat(SAME.getPlayer().isStandIn(), is(true));
    assertThat(LEAGUE.getPlayer().isStandIn(), is(false));
  }
}
