package dev.tipoff.transforms.roster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.roster.PlayerMatch.Ambiguous;
import dev.tipoff.transforms.roster.PlayerMatch.Resolved;
import dev.tipoff.transforms.roster.PlayerMatch.Unresolved;
import dev.tipoff.transforms.roster.RosterEntry.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.Rule;
import org.junit.Test;

public class PlayerRegistryTest {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static final GameDay SLATE = GameDay.parse("2031-01-10");

  private static RosterEntry entry(String id, String name, TeamCode team, String day) {
    return RosterEntry.create(PlayerKey.of(id), name, team, GameDay.parse(day), Evidence.BOX_SCORE);
  }

  private static RosterEntry listed(String id, String name, TeamCode team, String day) {
    return RosterEntry.create(PlayerKey.of(id), name, team, GameDay.parse(day), Evidence.ROSTER);
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
    return lookup(ENTRIES, name, SLATE, home, away);
  }

  private static PlayerMatch lookup(
      List<RosterEntry> entries, String name, GameDay slate, TeamCode... teams) {
    return PlayerRegistry.of(entries).lookup(name, slate, ImmutableSet.copyOf(teams));
  }

  private static PlayerMatch resolved(String id, String name) {
    return new Resolved(PlayerKey.of(id), name);
  }

  private static PlayerMatch ambiguous(String... ids) {
    return new Ambiguous(Stream.of(ids).map(PlayerKey::of).toList());
  }

  @Test
  public void anySpellingFindsTheLatestName() {
    assertThat(
        lookup("ORJAN TOMMER", TeamCode.LAL, TeamCode.CHI), is(resolved("2", "Ørjan Tømmer")));
    assertThat(
        lookup("Tømmer, Ørjan", TeamCode.LAL, TeamCode.CHI), is(resolved("2", "Ørjan Tømmer")));
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
  public void anotherSuffixIsAnotherPerson() {
    assertThat(
        lookup("Zed Quillfeather III", TeamCode.BOS, TeamCode.MIA),
        is(new Unresolved(List.of("Zed Quillfeather Jr.", "Abe Quillfeather"))));
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
      assertThat(
          lookup(
              List.of(entry("8", pair.get(0), TeamCode.BKN, "2031-01-06")),
              pair.get(1),
              SLATE,
              TeamCode.BKN),
          is(resolved("8", pair.get(0))));
    }
  }

  @Test
  public void namesakesAreToldApartByTheirLatestTeam() {
    assertThat(lookup("Max Twin", TeamCode.BOS, TeamCode.MIA), is(resolved("3", "Max Twin")));
    assertThat(lookup("Max Twin", TeamCode.LAL, TeamCode.MIA), is(resolved("4", "Max Twin")));
    assertThat(lookup("Max Twin", TeamCode.BOS, TeamCode.LAL), is(ambiguous("3", "4")));
    assertThat(lookup("Max Twin", TeamCode.CHI, TeamCode.DEN), is(ambiguous("3", "4")));
  }

  @Test
  public void theTeamIsThatOfTheSlateAndNotALaterOne() {
    List<RosterEntry> traded =
        List.of(
            entry("1", "Max Twin", TeamCode.BOS, "2030-10-20"),
            entry("1", "Max Twin", TeamCode.LAL, "2031-01-10"),
            entry("1", "Max Twin", TeamCode.BOS, "2031-02-10"),
            entry("2", "Max Twin", TeamCode.DEN, "2030-10-20"));
    assertThat(
        lookup(traded, "Max Twin", SLATE, TeamCode.BOS, TeamCode.MIA),
        is(resolved("1", "Max Twin")));
    assertThat(
        lookup(traded, "Max Twin", SLATE, TeamCode.LAL, TeamCode.MIA), is(ambiguous("1", "2")));
    GameDay after = SLATE.plusDays(1);
    assertThat(
        lookup(traded, "Max Twin", after, TeamCode.LAL, TeamCode.MIA),
        is(resolved("1", "Max Twin")));
    assertThat(
        lookup(traded, "Max Twin", after, TeamCode.BOS, TeamCode.MIA), is(ambiguous("1", "2")));
    assertThat(
        lookup(traded, "Max Twin", SLATE.plusDays(60), TeamCode.BOS, TeamCode.MIA),
        is(resolved("1", "Max Twin")));
  }

  @Test
  public void nobodyIsKnownBeforeHeIsSeen() {
    List<RosterEntry> debut = List.of(entry("1", "Max Twin", TeamCode.BOS, SLATE.toString()));
    assertThat(lookup(debut, "Max Twin", SLATE, TeamCode.BOS), is(new Unresolved(List.of())));
    assertThat(PlayerRegistry.of(debut).nameOf(PlayerKey.of("1"), SLATE), is(Optional.empty()));
    assertThat(
        lookup(debut, "Max Twin", SLATE.plusDays(1), TeamCode.BOS), is(resolved("1", "Max Twin")));
    List<RosterEntry> onRoster = List.of(listed("1", "Max Twin", TeamCode.BOS, SLATE.toString()));
    assertThat(lookup(onRoster, "Max Twin", SLATE, TeamCode.BOS), is(resolved("1", "Max Twin")));
    assertThat(
        lookup(onRoster, "Max Twin", SLATE.plusDays(-1), TeamCode.BOS),
        is(new Unresolved(List.of())));
  }

  @Test
  public void anOlderSeasonsPlayerIsNotTakenForANamesakeOfThisSeason() {
    RosterEntry retired = entry("1", "Max Twin", TeamCode.BOS, "2029-11-05");
    RosterEntry rookie = listed("2", "Max Twin Jr.", TeamCode.DEN, "2030-10-05");
    assertThat(
        lookup(List.of(retired, rookie), "Max Twin", SLATE, TeamCode.DEN, TeamCode.BOS),
        is(resolved("2", "Max Twin Jr.")));
    assertThat(
        lookup(List.of(retired, rookie), "Max Twin", SLATE, TeamCode.LAL, TeamCode.MIA),
        is(resolved("2", "Max Twin Jr.")));
    RosterEntry injured = entry("3", "Max Twin", TeamCode.BOS, "2030-04-05");
    assertThat(
        lookup(List.of(injured, rookie), "Max Twin", SLATE, TeamCode.DEN, TeamCode.BOS),
        is(resolved("2", "Max Twin Jr.")));
    RosterEntry moved = listed("2", "Max Twin", TeamCode.DEN, "2030-10-05");
    assertThat(
        lookup(List.of(injured, moved), "Max Twin", SLATE, TeamCode.LAL, TeamCode.BOS),
        is(ambiguous("2", "3")));
  }

  @Test
  public void whoWasSeenLastSeasonMayHaveMovedButWhoWasLongAgoMustBeBack() {
    List<RosterEntry> lastSeason = List.of(entry("1", "Max Twin", TeamCode.BOS, "2030-04-05"));
    List<RosterEntry> longAgo = List.of(entry("1", "Max Twin", TeamCode.BOS, "2029-04-05"));
    for (List<RosterEntry> entries : List.of(lastSeason, longAgo)) {
      assertThat(
          lookup(entries, "Max Twin", SLATE, TeamCode.BOS, TeamCode.MIA),
          is(resolved("1", "Max Twin")));
    }
    assertThat(
        lookup(lastSeason, "Max Twin", SLATE, TeamCode.LAL, TeamCode.MIA),
        is(resolved("1", "Max Twin")));
    assertThat(
        lookup(longAgo, "Max Twin", SLATE, TeamCode.LAL, TeamCode.MIA),
        is(new Unresolved(List.of("Max Twin"))));
  }

  @Test
  public void aNamesakeWithASuffixWhoPlaysIsMeantBeforeOneWhoDoesNot() {
    List<RosterEntry> entries =
        List.of(
            entry("1", "Marcus Bellweather Jr.", TeamCode.BOS, "2031-01-02"),
            entry("2", "Marcus Bellweather", TeamCode.LAL, "2031-01-02"));
    assertThat(
        lookup(entries, "Bellweather, Marcus", SLATE, TeamCode.BOS, TeamCode.MIA),
        is(resolved("1", "Marcus Bellweather Jr.")));
    assertThat(
        lookup(entries, "Marcus Bellweather", SLATE, TeamCode.BOS, TeamCode.LAL),
        is(resolved("2", "Marcus Bellweather")));
  }

  @Test
  public void aBoxScoreIsBelievedUntilARosterChanges() {
    List<RosterEntry> entries =
        List.of(
            listed("1", "M. Twin", TeamCode.BOS, "2030-10-05"),
            entry("1", "Max Twin", TeamCode.LAL, "2031-01-02"),
            listed("1", "M. Twin", TeamCode.BOS, "2031-01-05"),
            listed("1", "M. Twin", TeamCode.DEN, "2031-01-12"),
            entry("2", "Max Twin", TeamCode.LAL, "2031-01-12"),
            listed("2", "Max Twin", TeamCode.MIA, "2031-01-12"));
    PlayerRegistry registry = PlayerRegistry.of(entries);
    assertThat(registry.describe(PlayerKey.of("1"), SLATE), is("Max Twin (LAL, 1)"));
    assertThat(registry.describe(PlayerKey.of("1"), SLATE.plusDays(2)), is("Max Twin (DEN, 1)"));
    assertThat(registry.describe(PlayerKey.of("2"), SLATE.plusDays(9)), is("Max Twin (LAL, 2)"));
    assertThat(registry.describe(PlayerKey.of("3"), SLATE), is("3"));
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
    assertThat(registry.nameOf(PlayerKey.of("2"), SLATE), is(Optional.of("Ørjan Tømmer")));
    assertThat(
        registry.nameOf(PlayerKey.of("2"), SLATE.plusDays(-30)), is(Optional.of("Orjan Tommer")));
    assertThat(registry.nameOf(PlayerKey.of("99"), SLATE), is(Optional.empty()));
    assertThat(registry.size(), is(7));
  }

  @Test
  public void combinesEntriesInAnyOrder() {
    PlayerRegistry expected = PlayerRegistry.of(ENTRIES);
    PAssert.thatSingleton(
            pipeline
                .apply(Create.of(Iterables.concat(ENTRIES, ENTRIES)))
                .apply(Combine.globally(new BuildPlayerRegistry())))
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

  @Test
  public void aLastNameAloneIsEnoughForSomebodyWhoPlays() {
    List<RosterEntry> entries =
        List.of(
            entry("1", "Zed Quillfeather", TeamCode.BOS, "2031-01-05"),
            entry("2", "Ulf Quillfeather", TeamCode.MIA, "2031-01-06"));
    assertThat(
        lookup(entries, "Quillfeather", SLATE, TeamCode.BOS),
        is(new Resolved(PlayerKey.of("1"), "Zed Quillfeather")));
    assertThat(
        lookup(entries, "Quillfeather", SLATE, TeamCode.UTA),
        is(new Unresolved(List.of("Ulf Quillfeather", "Zed Quillfeather"))));
  }
}
