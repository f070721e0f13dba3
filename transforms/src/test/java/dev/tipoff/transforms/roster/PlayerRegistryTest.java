package dev.tipoff.transforms.roster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.roster.PlayerMatch.Ambiguous;
import dev.tipoff.transforms.roster.PlayerMatch.Resolved;
import dev.tipoff.transforms.roster.PlayerMatch.Unresolved;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.Rule;
import org.junit.Test;

public class PlayerRegistryTest {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static RosterEntry entry(String id, String name, TeamCode team, String day) {
    return RosterEntry.create(PlayerKey.of(id), name, team, GameDay.parse(day));
  }

  private static final List<RosterEntry> ENTRIES =
      List.of(
          entry("1", "Zed Quillfeather Jr.", TeamCode.BOS, "2031-01-05"),
          entry("2", "Ørjan Tømmer", TeamCode.MIA, "2031-01-05"),
          entry("3", "Max Twin", TeamCode.BOS, "2031-01-05"),
          entry("4", "Max Twin", TeamCode.LAL, "2031-01-05"),
          entry("4", "Max Twin", TeamCode.MIA, "2030-01-05"),
          entry("5", "Abe Quillfeather", TeamCode.LAL, "2031-01-06"),
          entry("6", "Nic Claxton", TeamCode.BKN, "2031-01-06"),
          entry("2", "Orjan Tommer", TeamCode.CHI, "2029-01-05"),
          entry("7", "Vince Williams Jr.", TeamCode.MEM, "2031-01-06"));

  private static PlayerMatch lookup(String name, TeamCode home, TeamCode away) {
    return PlayerRegistry.of(ENTRIES).lookup(name, home, away);
  }

  private static PlayerMatch resolved(String id, String name) {
    return new Resolved(PlayerKey.of(id), name);
  }

  @Test
  public void anySpellingFindsTheLatestName() {
    assertThat(
        lookup("ORJAN TOMMER", TeamCode.LAL, TeamCode.CHI), is(resolved("2", "Ørjan Tømmer")));
  }

  @Test
  public void suffixesMayMissOrBeAdded() {
    assertThat(
        lookup("Zed Quillfeather", TeamCode.BOS, TeamCode.MIA),
        is(resolved("1", "Zed Quillfeather Jr.")));
    assertThat(
        lookup("Abe Quillfeather II", TeamCode.BOS, TeamCode.MIA),
        is(resolved("5", "Abe Quillfeather")));
  }

  @Test
  public void aliasesWorkBothWaysAndWithSuffixes() {
    assertThat(
        lookup("Nicolas Claxton", TeamCode.BKN, TeamCode.MIA), is(resolved("6", "Nic Claxton")));
    assertThat(
        lookup("Vincent Williams Jr", TeamCode.MEM, TeamCode.MIA),
        is(resolved("7", "Vince Williams Jr.")));
    for (List<String> pair :
        List.of(List.of("Cam Thomas", "Cameron Thomas"), List.of("Cameron Thomas", "Cam Thomas"))) {
      PlayerRegistry one =
          PlayerRegistry.of(List.of(entry("8", pair.get(0), TeamCode.BKN, "2031-01-06")));
      assertThat(
          one.lookup(pair.get(1), TeamCode.BKN, TeamCode.MIA), is(resolved("8", pair.get(0))));
    }
  }

  @Test
  public void namesakesAreToldApartByTheirLatestTeam() {
    assertThat(lookup("Max Twin", TeamCode.BOS, TeamCode.MIA), is(resolved("3", "Max Twin")));
    assertThat(lookup("Max Twin", TeamCode.LAL, TeamCode.MIA), is(resolved("4", "Max Twin")));
    PlayerMatch both = new Ambiguous(List.of(PlayerKey.of("3"), PlayerKey.of("4")));
    assertThat(lookup("Max Twin", TeamCode.BOS, TeamCode.LAL), is(both));
    assertThat(lookup("Max Twin", TeamCode.CHI, TeamCode.DEN), is(both));
  }

  @Test
  public void anUnknownNameSuggestsThoseOfTheSameLastName() {
    assertThat(
        lookup("Zack Quillfeather", TeamCode.BOS, TeamCode.MIA),
        is(new Unresolved(List.of("Zed Quillfeather Jr.", "Abe Quillfeather"))));
    assertThat(lookup("Nobody", TeamCode.BOS, TeamCode.MIA), is(new Unresolved(List.of())));
    assertThat(lookup("", TeamCode.BOS, TeamCode.MIA), is(new Unresolved(List.of())));
  }

  @Test
  public void knowsTheNameOfAnId() {
    PlayerRegistry registry = PlayerRegistry.of(ENTRIES);
    assertThat(registry.nameOf(PlayerKey.of("2")), is(Optional.of("Ørjan Tømmer")));
    assertThat(registry.nameOf(PlayerKey.of("99")), is(Optional.empty()));
    assertThat(registry.size(), is(7));
  }

  @Test
  public void combinesEntriesInAnyOrder() {
    PlayerRegistry expected = PlayerRegistry.of(ENTRIES);
    PAssert.thatSingleton(
            pipeline.apply(Create.of(ENTRIES)).apply(Combine.globally(new BuildPlayerRegistry())))
        .isEqualTo(expected);
    pipeline.run();
    assertThat(SerializableUtils.clone(expected), is(expected));
  }

  @Test
  public void aliasFilesAreChecked() {
    Exception wrong =
        assertThrows(
            IllegalArgumentException.class,
            () -> PlayerAliases.parse(List.of("alias,canonical", "Max Twin,maxtwin")));
    assertThat(wrong.getMessage(), containsString("'Max Twin,maxtwin'"));
    assertThrows(IllegalArgumentException.class, () -> PlayerAliases.parse(List.of("a,b")));
    assertThat(PlayerAliases.load().of("camthomas").contains("cameronthomas"), is(true));
  }
}
