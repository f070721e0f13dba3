package dev.tipoff.transforms.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class TeamCodeTest {
  @Test
  public void everyTeamIsKnownByItsTricodeAndItsNameInAnyCase() {
    assertThat(TeamCode.values().length, is(30));
    for (TeamCode team : TeamCode.values()) {
      assertThat(TeamCode.parse(team.name()), is(team));
      assertThat(TeamCode.parse(team.fullName()), is(team));
      assertThat(TeamCode.parse(team.fullName().toUpperCase(Locale.ROOT)), is(team));
    }
  }

  @Test
  public void otherFeedsCodesAreKnown() {
    Map.ofEntries(
            Map.entry("BRK", TeamCode.BKN),
            Map.entry("CHO", TeamCode.CHA),
            Map.entry("GS", TeamCode.GSW),
            Map.entry("LA Clippers", TeamCode.LAC),
            Map.entry("LA CLIPPERS", TeamCode.LAC),
            Map.entry("L.A. Clippers", TeamCode.LAC),
            Map.entry("LA Lakers", TeamCode.LAL),
            Map.entry("NOR", TeamCode.NOP),
            Map.entry("UTH", TeamCode.UTA),
            Map.entry("NO", TeamCode.NOP),
            Map.entry("NY", TeamCode.NYK),
            Map.entry("PHO", TeamCode.PHX),
            Map.entry("SA", TeamCode.SAS),
            Map.entry("UTAH", TeamCode.UTA),
            Map.entry("WSH", TeamCode.WAS))
        .forEach((text, team) -> assertThat(text, TeamCode.parse(text), is(team)));
  }

  @Test
  public void aProviderHasItsOwnNameForATeamOrTheLeagues() {
    assertThat(TeamCode.PHX.aliasAt("basketball_reference"), is(Optional.of("PHO")));
    assertThat(TeamCode.PHX.aliasAt("bettingpros"), is(Optional.of("PHO")));
    assertThat(TeamCode.PHX.aliasAt("espn"), is(Optional.empty()));
    assertThat(TeamCode.BOS.aliasAt("bettingpros"), is(Optional.empty()));
  }

  @Test
  public void aliasFilesAreChecked() {
    String header = "alias,team,providers";
    for (String wrong :
        new String[] {"GS,QQQ,espn", "GS,GSW", " ,GSW,espn", "GS,GSW,espn\nGS,NYK,nba"}) {
      List<String> lines = Splitter.on('\n').splitToList(header + "\n" + wrong);
      assertThrows(wrong, IllegalArgumentException.class, () -> TeamAliases.parse(lines));
    }
    assertThrows(IllegalArgumentException.class, () -> TeamAliases.parse(List.of("GS,GSW,espn")));
    assertThat(
        TeamAliases.parse(List.of(header, "GS,GSW,espn")).team("GS"),
        is(Optional.of(TeamCode.GSW)));
  }

  @Test
  public void nobodyElseIsATeam() {
    for (String text : new String[] {"SEA", "", "bos", "Celtics", "Harbour City Herons"}) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> TeamCode.parse(text));
      assertThat(e.getMessage(), containsString("'" + text + "' is not a team"));
    }
  }
}
