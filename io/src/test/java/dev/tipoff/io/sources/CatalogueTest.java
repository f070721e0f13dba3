package dev.tipoff.io.sources;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import dev.tipoff.transforms.availability.ResolveAvailability;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.time.Instant;
import org.junit.Test;

/** {@link Catalogue}, {@link SlateParameters} and every {@link Source}. */
public class CatalogueTest {
  private static final Catalogue CATALOGUE = Catalogue.load();

  @Test
  public void everyAddressCanBeFilled() {
    Set<String> known =
        new TreeSet<>(
            SlateParameters.of(GameDay.parse("2031-01-10"), Instant.parse("2031-01-10T22:07:00Z"))
                .keySet());
    known.addAll(SlateParameters.of(TeamCode.BKN).keySet());
    known.addAll(Set.of("event_id", "game_id", "home", "away"));
    known.addAll(SlateParameters.OF_SETTINGS);
    for (Source source : CATALOGUE.all()) {
      assertThat(source.id(), source.description(), is(not("")));
      assertThat(source.id(), source.tables(), is(not(empty())));
      Matcher braces = Pattern.compile("\\{(\\w+)}").matcher(source.path() + source.query());
      while (braces.find()) {
        assertThat(source.id(), known.contains(braces.group(1)), is(true));
      }
    }
  }

  /** Else what a source says of the injured would be a failure of every slate. */
  @Test
  public void everySourceOfInjuriesIsOneThatAvailabilityIsMadeFrom() {
    assertThat(
        CATALOGUE.all().stream()
            .filter(source -> source.tables().contains(FeedTables.INJURIES))
            .map(Source::id)
            .sorted()
            .toList(),
        is(ResolveAvailability.sources().stream().sorted().toList()));
  }

  @Test
  public void aSourceOfGamesBringsTheSourceThatNamesThem() {
    assertThat(
        CATALOGUE.named("oddsa_player_props, oddsa_game_lines").stream().map(Source::id).toList(),
        contains("oddsa_events", "oddsa_player_props", "oddsa_game_lines"));
    IllegalArgumentException unknown =
        assertThrows(IllegalArgumentException.class, () -> CATALOGUE.named("oddsa_evens"));
    assertThat(unknown.getMessage(), containsString("'oddsa_evens'"));
  }

  @Test
  public void aSlateInTheNotationsOfSources() {
    var summer =
        SlateParameters.of(GameDay.parse("2031-06-10"), Instant.parse("2031-06-10T21:07:59Z"));
    assertThat(summer.get("day_start"), is("2031-06-10T04:00:00Z"));
    assertThat(summer.get("day_end"), is("2031-06-11T03:59:59Z"));
    assertThat(summer.get("season"), is("2030-31"));
    assertThat(summer.get("season_end"), is("2031"));
    assertThat(summer.get("snapshot"), is("2031-06-10T21:05:00Z"));
    assertThat(summer.get("report"), is("2031-06-10_05_00PM"));
    var winter =
        SlateParameters.of(GameDay.parse("2031-01-10"), Instant.parse("2031-01-10T05:16:00Z"));
    assertThat(winter.get("day_start"), is("2031-01-10T05:00:00Z"));
    assertThat(winter.get("compact_date"), is("20310110"));
    assertThat(winter.get("report"), is("2031-01-10_12_15AM"));
  }

  @Test
  public void teamsAsOtherSourcesCallThem() {
    assertThat(SlateParameters.of(TeamCode.ATL).get("nba_team_id"), is("1610612737"));
    assertThat(SlateParameters.of(TeamCode.CHA).get("nba_team_id"), is("1610612766"));
    assertThat(SlateParameters.of(TeamCode.CHA).get("espn_team_id"), is("30"));
    assertThat(SlateParameters.of(TeamCode.BKN).get("br_team"), is("BRK"));
    assertThat(SlateParameters.of(TeamCode.POR).get("team_slug"), is("blazers"));
  }
}
