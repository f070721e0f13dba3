package dev.tipoff.io.documents;

import static dev.tipoff.io.sources.SourceBodies.DAY;
import static dev.tipoff.io.sources.SourceBodies.RECEIVED;
import static dev.tipoff.io.sources.SourceFixtures.failures;
import static dev.tipoff.io.sources.SourceFixtures.fixture;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceBodies;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.InjuryListing;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import org.joda.time.Instant;
import org.junit.Test;

/** {@link NbaInjuryReport}. */
public class NbaInjuryReportTest {
  private static final String TIME = "01/10/31 04:00 PM";

  private static final InjuryListing IVO =
      InjuryListing.builder()
          .setSource("a_source")
          .setFiledDate(DAY)
          .setGameDate(DAY)
          .setReportTime(Instant.parse("2031-01-10T21:00:00Z"))
          .setTeam(TeamCode.BOS)
          .setOpponent(TeamCode.MIA)
          .setPlayerId("")
          .setPlayerName("Ivo Đorđević")
          .setStatus(InjuryStatus.OUT)
          .setStatusText("Out")
          .setReason("Injury/Illness - Left Ankle; Sprain")
          .setReceivedTime(RECEIVED)
          .build();

  private static InjuryReportPdf report() {
    return new InjuryReportPdf(TIME);
  }

  private static ParsedRows parse(InjuryReportPdf report) {
    return ParsedRows.of(new NbaInjuryReport(), SourceBodies.of(report.bytes()));
  }

  /** The rows as "day team-opponent name status reason". */
  private static List<String> texts(ParsedRows parsed) {
    return parsed.rows(FeedTables.INJURIES).stream()
        .map(
            row ->
                String.join(
                    " ",
                    row.getGameDate().toString(),
                    row.getTeam() + "-" + row.getOpponent(),
                    row.getPlayerName(),
                    row.getStatus().name(),
                    row.getReason()))
        .toList();
  }

  @Test
  public void theLeaguesNight() {
    ParsedRows parsed =
        ParsedRows.of(new NbaInjuryReport(), fixture("league/__files/" + LeagueNightPdfs.INJURIES));
    assertThat(failures(parsed), is(empty()));
    assertThat(parsed.rows(FeedTables.INJURIES).get(1), is(IVO));
    assertThat(
        texts(parsed),
        contains(
            "2031-01-10 MIA-BOS  NOT_SUBMITTED ",
            "2031-01-10 BOS-MIA Ivo Đorđević OUT Injury/Illness - Left Ankle; Sprain",
            "2031-01-10 DEN-LAL Emeka Adu QUESTIONABLE Injury/Illness - Right Knee; Soreness",
            "2031-01-10 LAL-DEN  NOT_SUBMITTED "));
  }

  @Test
  public void aReasonOfManyLinesStandsAroundItsRow() {
    ParsedRows parsed =
        parse(
            report()
                .row(
                    "01/10/2031",
                    "07:30 (ET)",
                    "MIA@BOS",
                    "Miami Heat",
                    "Prado, Luis",
                    "Out",
                    "One")
                .player("Okonjo, Dante", "Doubtful", "Two\nlines")
                .player("Lindqvist, Søren", "Probable", "Three")
                .player("Weißmann, Rafael", "Available", "Now\nfive\nlines\nof\nreasons")
                .player("Achterberg, Noel", "Out", "Three\nlines\nmore"));
    assertThat(failures(parsed), is(empty()));
    assertThat(
        texts(parsed),
        contains(
            "2031-01-10 MIA-BOS Luis Prado OUT One",
            "2031-01-10 MIA-BOS Dante Okonjo DOUBTFUL Two lines",
            "2031-01-10 MIA-BOS Søren Lindqvist PROBABLE Three",
            "2031-01-10 MIA-BOS Rafael Weißmann AVAILABLE Now five lines of reasons",
            "2031-01-10 MIA-BOS Noel Achterberg OUT Three lines more"));
  }

  @Test
  public void dateMatchupAndTeamHoldOverPagesUntilTheyChange() {
    ParsedRows parsed =
        parse(
            report()
                .row(
                    "01/10/2031",
                    "07:30 (ET)",
                    "MIA@\nBOS",
                    "Miami Heat",
                    "Prado, Luis",
                    "Out",
                    "A")
                .nextPage()
                .player("Okonjo, Dante", "Out", "B")
                .team("Boston Celtics", "Bellweather Jr., Marcus", "Out", "C")
                .nextPage()
                .player("Pryce, Owen", "Out", "D")
                .row("", "10:30 (ET)", "DEN@LAC", "Denver Nuggets", "", "", "NOT YET SUBMITTED")
                .team("LA Clippers", "Thornhill III,\nCaleb", "Questionable", "E")
                .row(
                    "01/11/2031",
                    "01:00 (ET)",
                    "LAL@MIA",
                    "Los Angeles\nLakers",
                    "",
                    "",
                    "NOT YET SUBMITTED")
                .team("Miami Heat", "Prado, Luis", "Out", ""));
    assertThat(failures(parsed), is(empty()));
    assertThat(
        texts(parsed),
        contains(
            "2031-01-10 MIA-BOS Luis Prado OUT A",
            "2031-01-10 MIA-BOS Dante Okonjo OUT B",
            "2031-01-10 BOS-MIA Marcus Bellweather Jr. OUT C",
            "2031-01-10 BOS-MIA Owen Pryce OUT D",
            "2031-01-10 DEN-LAC  NOT_SUBMITTED ",
            "2031-01-10 LAC-DEN Caleb Thornhill III QUESTIONABLE E",
            "2031-01-11 LAL-MIA  NOT_SUBMITTED ",
            "2031-01-11 MIA-LAL Luis Prado OUT "));
    assertThat(parsed.rows(FeedTables.INJURIES).get(7).getFiledDate(), is(DAY));
    assertThat(
        parsed.rows(FeedTables.INJURIES).get(7).getGameDate(), is(GameDay.parse("2031-01-11")));
  }

  @Test
  public void aReasonThatGoesOnOnTheNextPageIsOne() {
    ParsedRows parsed =
        parse(
            report()
                .row(
                    "01/10/2031",
                    "07:30 (ET)",
                    "MIA@BOS",
                    "Miami Heat",
                    "Prado, Luis",
                    "Out",
                    "Left")
                .nextPage()
                .row("", "", "", "", "", "", "Knee; Sprain")
                .player("Okonjo, Dante", "Out", "Rest"));
    assertThat(failures(parsed), is(empty()));
    assertThat(
        texts(parsed),
        contains(
            "2031-01-10 MIA-BOS Luis Prado OUT Left Knee; Sprain",
            "2031-01-10 MIA-BOS Dante Okonjo OUT Rest"));
  }

  @Test
  public void aReportWithoutRowsIsValid() {
    for (InjuryReportPdf report : List.of(report(), report().withoutHeader())) {
      ParsedRows parsed = parse(report);
      assertThat(failures(parsed), is(empty()));
      assertThat(parsed.tables(), is(empty()));
    }
  }

  @Test
  public void rowsThatCannotBeReadAreFailuresAndTheOthersGoOn() {
    ParsedRows parsed =
        parse(
            report()
                .row(
                    "01/10/2031", "07:30 (ET)", "MIA@BOS", "Miami Heat", "Prado, Luis", "Hurt", "A")
                .player("Okonjo", "Out", "B")
                .team("Miami Heat", "", "", "TO BE ANNOUNCED")
                .team("Springfield Isotopes", "Prado, Luis", "Out", "C")
                .player("Okonjo, Dante", "Out", "D")
                .team("Denver Nuggets", "Adu, Emeka", "Out", "E")
                .row("", "", "DEN@LAL", "", "Adu, Emeka", "Out", "F")
                .row("", "", "DEN v LAL", "Denver Nuggets", "Adu, Emeka", "Out", "G")
                .row("13/10/2031", "", "DEN@LAL", "Denver Nuggets", "Adu, Emeka", "Out", "H")
                .row("01/10/2031", "", "", "", "Adu, Emeka", "Out", "I"));
    assertThat(texts(parsed), contains("2031-01-10 DEN-LAL Emeka Adu OUT I"));
    String row = "BAD_ENTRY a/body.json#/pages/1/rows/";
    assertThat(
        failures(parsed),
        contains(
            row
                + "1: 'Hurt' is no status; known are [Out, Doubtful, Questionable, Probable,"
                + " Available]",
            row + "2: 'Okonjo' is no name like 'Last, First'",
            row + "3: neither a player nor NOT YET SUBMITTED",
            row + "4: 'Springfield Isotopes' is not a team",
            row + "5: 'Springfield Isotopes' is not a team",
            row + "6: DEN does not play in MIA@BOS",
            row + "7: '' is not a team",
            row + "8: 'DEN v LAL' is no matchup like MIA@BOS",
            row + "9: '13/10/2031' is no date like 01/10/2031"));
  }

  @Test
  public void aDocumentThatIsNoWholeReportIsRefused() {
    assertThat(
        failures(parse(report().withoutHeader().player("Okonjo, Dante", "Out", "B"))),
        contains(
            "BAD_BODY a/body.json: page 1: 'Okonjo, Dante Out B' stands before a header [Game Date,"
                + " Game Time, Matchup, Team, Player Name, Current Status, Reason]"));
    assertThat(
        failures(parse(new InjuryReportPdf("13/10/31 04:00 PM"))),
        contains("BAD_BODY a/body.json: the report's time is none: '13/10/31 04:00 PM'"));
    assertThat(
        failures(parse(new InjuryReportPdf("to come"))),
        contains("BAD_BODY a/body.json: not an injury report: the first page has no such title"));
    byte[] lost =
        new PdfWriter(842, 595)
            .page()
            .text(289, 62, 22, "Injury Report: " + TIME)
            .text(398, 545, 10, "Page 1 of 2")
            .bytes();
    assertThat(
        failures(ParsedRows.of(new NbaInjuryReport(), SourceBodies.of(lost))),
        contains("BAD_BODY a/body.json: the report has 1 pages, but says 'Page 1 of 2'"));
  }
}
