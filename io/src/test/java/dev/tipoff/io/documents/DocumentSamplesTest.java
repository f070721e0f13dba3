package dev.tipoff.io.documents;

import static dev.tipoff.io.sources.SourceFixtures.failures;
import static dev.tipoff.io.sources.SourceFixtures.sample;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.Assume.assumeTrue;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceFixtures;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.InjuryListing;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;

/**
 * Documents captured from the league; they are not part of the repository. The figures were counted
 * in the text of the documents.
 */
public class DocumentSamplesTest {
  @Before
  public void findSamples() {
    assumeTrue("no captured bodies here", SourceFixtures.hasSamples());
  }

  private static String text(InjuryListing row) {
    return Stream.of(
            row.getGameDate(),
            row.getOpponent(),
            row.getTeam(),
            row.getPlayerName(),
            row.getStatus(),
            row.getReason())
        .map(String::valueOf)
        .reduce((left, right) -> left + "|" + right)
        .orElseThrow();
  }

  /**
   * The other parser has the same fourteen players, their names the wrong way round, and is wrong
   * otherwise: it passes over the twenty-nine teams that had not submitted, so that nobody can tell
   * them from teams without injuries; it takes the report's season for 2024-25 (it is 2023-24) and
   * its time for 12:00 (it is 12:30).
   */
  @Test
  public void injuryReport() {
    ParsedRows parsed =
        ParsedRows.of(new NbaInjuryReport(), sample("nbacom_injury_report.pdf", "2024-01-04"));
    List<InjuryListing> rows = parsed.rows(FeedTables.INJURIES);
    assertThat(failures(parsed), is(empty()));
    assertThat(rows, hasSize(43));
    assertThat(
        rows.stream().collect(groupingBy(InjuryListing::getStatus, counting())),
        is(
            Map.of(
                InjuryStatus.OUT, 10L,
                InjuryStatus.QUESTIONABLE, 2L,
                InjuryStatus.DOUBTFUL, 1L,
                InjuryStatus.PROBABLE, 1L,
                InjuryStatus.NOT_SUBMITTED, 29L)));
    assertThat(
        rows.stream().collect(groupingBy(row -> row.getGameDate().toString(), counting())),
        is(Map.of("2024-01-04", 15L, "2024-01-05", 28L)));
    for (InjuryListing row : rows) {
      assertThat(row.getReportTime().toString(), is("2024-01-04T17:30:00.000Z"));
    }
    assertThat(
        rows.subList(0, 18).stream().map(DocumentSamplesTest::text).toList(),
        contains(
            "2024-01-04|SAS|MIL||NOT_SUBMITTED|",
            "2024-01-04|MIL|SAS|Dominick Barlow|QUESTIONABLE|G League - Two-Way",
            "2024-01-04|MIL|SAS|Charles Bassey|OUT|Injury/Illness - Left Acl; Tear",
            "2024-01-04|MIL|SAS|Malaki Branham|DOUBTFUL|Injury/Illness - Right Ankle; Sprain",
            "2024-01-04|MIL|SAS|Sidy Cissoko|OUT|G League - On Assignment",
            "2024-01-04|MIL|SAS|Zach Collins|OUT|Injury/Illness - Right Ankle; Sprain",
            "2024-01-04|MIL|SAS|Mamadi Diakite|QUESTIONABLE|G League - Two-Way",
            "2024-01-04|MIL|SAS|David Duke Jr.|OUT|G League - Two-Way",
            "2024-01-04|MIL|SAS|Doug McDermott|OUT|Injury/Illness - Right Forearm; Contusion",
            "2024-01-04|GSW|DEN|Vlatko Cancar|OUT|Injury/Illness - Left Knee; Surgery",
            "2024-01-04|GSW|DEN|Reggie Jackson|PROBABLE|Injury/Illness - Left Calf; Tightness",
            "2024-01-04|GSW|DEN|Jalen Pickett|OUT|G League - On Assignment",
            "2024-01-04|GSW|DEN|Hunter Tyson|OUT|G League - On Assignment",
            "2024-01-04|DEN|GSW|Draymond Green|OUT|League Suspension",
            "2024-01-04|DEN|GSW|Gary Payton II|OUT|Injury/Illness - Left Hamstring; Strain",
            "2024-01-05|IND|ATL||NOT_SUBMITTED|",
            "2024-01-05|ATL|IND||NOT_SUBMITTED|",
            "2024-01-05|BOS|UTA||NOT_SUBMITTED|"));
    assertThat(rows.get(36).getTeam(), is(TeamCode.DEN));
    assertThat(rows.get(36).getOpponent(), is(TeamCode.ORL));
    assertThat(text(rows.get(42)), is("2024-01-05|TOR|SAC||NOT_SUBMITTED|"));
  }

  /**
   * The captured book has lost a third of its bytes: somebody decoded it as UTF-8 and dropped what
   * is none, so that each of its compressed streams is broken and no text is left. A person counts
   * nothing in it. The other parser's rows are of the document before that.
   */
  @Test
  public void gamebookThatIsDamagedIsRefused() {
    Body sample = sample("nbacom_gamebook.pdf", "2021-10-08");
    ParsedRows parsed =
        ParsedRows.of(
            new NbaGamebook(),
            Body.of(
                sample.name(),
                sample.source(),
                sample.filedUnder(),
                ImmutableMap.of("event_id", "0012100041", "home", "BKN", "away", "MIL"),
                sample.receivedTime(),
                sample.bytes()));
    assertThat(parsed.tables(), is(empty()));
    assertThat(
        failures(parsed),
        contains(
            "BAD_BODY nbacom_gamebook.pdf: a stream of the PDF, at byte 749, is damaged: incorrect"
                + " header check"));
  }
}
