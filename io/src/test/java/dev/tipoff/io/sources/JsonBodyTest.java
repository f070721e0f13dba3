package dev.tipoff.io.sources;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.feed.Standing;
import dev.tipoff.transforms.model.TeamCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.Test;

/** {@link JsonBody}, {@link BodyNode} and {@link ParsedRows}. */
public class JsonBodyTest {
  private static final BodyParser STANDINGS =
      (body, rows) ->
          JsonBody.elements(
              body,
              "/data/list",
              rows,
              node -> {
                node.expect(rows, Set.of("team", "wins", "losses"), Set.of("note"));
                rows.add(
                    FeedTables.STANDINGS,
                    Standing.builder()
                        .setSource(body.source())
                        .setFiledDate(body.filedUnder())
                        .setSeason("2030-31")
                        .setTeam(node.team("team"))
                        .setConference("East")
                        .setWins(node.integer("wins"))
                        .setLosses(node.integer("losses"))
                        .setReceivedTime(body.receivedTime())
                        .build());
              });

  private static ParsedRows parse(String list, String tail) {
    return ParsedRows.of(
        STANDINGS,
        SourceBodies.of("{\"x\":[[1],{\"list\":[2]}],\"data\":{\"list\":" + list + tail));
  }

  private static List<TeamCode> teams(ParsedRows parsed) {
    return parsed.rows(FeedTables.STANDINGS).stream().map(Standing::getTeam).toList();
  }

  @Test
  public void readsTheElementsOfTheArrayThatIsMeant() {
    ParsedRows parsed =
        parse("[{\"team\":\"BOS\",\"wins\":3,\"losses\":4.0}]", ",\"y\":1},\"z\":[1]}");
    assertThat(teams(parsed), contains(TeamCode.BOS));
    assertThat(parsed.failures(), is(empty()));
  }

  @Test
  public void anEntryThatCannotBeReadIsAFailureAndTheOthersGoOn() {
    ParsedRows parsed =
        parse(
            "[{\"team\":\"BOS\",\"wins\":3.5,\"losses\":1},{\"team\":\"MIA\",\"wins\":\"3\",\"losses\":1},"
                + "{\"team\":\"Harlem\",\"wins\":3,\"losses\":1},{\"team\":\"NYK\",\"wins\":3,\"losses\":NaN},"
                + "{\"team\":\"LAL\",\"wins\":3,\"losses\":1}]",
            "}}");
    assertThat(teams(parsed), contains(TeamCode.LAL));
    assertThat(
        parsed.failures().stream().map(Failure::getFailureKey).toList(),
        contains(
            "a/body.json#/data/list/0",
            "a/body.json#/data/list/1",
            "a/body.json#/data/list/2",
            "a/body.json#/data/list/3"));
    assertThat(
        parsed.failures().stream().map(Failure::getCode).distinct().toList(),
        contains(FailureCode.BAD_ENTRY));
  }

  @Test
  public void aNewFieldAndOneThatIsGoneAreReportedOnceAndTheRowsLoad() {
    String entry = "{\"team\":\"BOS\",\"wins\":3,\"losses\":4,\"streak\":{}}";
    ParsedRows parsed = parse("[" + entry + "," + entry.replace("BOS", "MIA") + "]", "}}");
    assertThat(teams(parsed), hasSize(2));
    assertThat(
        parsed.failures().stream().map(Failure::getFailureKey).toList(),
        contains("a_source /data/list/[]/streak"));
    ParsedRows gone = parse("[{\"team\":\"BOS\",\"wins\":3}]", "}}");
    assertThat(
        gone.failures().stream().map(Failure::getCode).toList(),
        contains(FailureCode.SCHEMA_DRIFT, FailureCode.BAD_ENTRY));
  }

  @Test
  public void aBodyThatIsCutOrGoesOnOrRepeatsAFieldHasNoRows() {
    String good = "[{\"team\":\"BOS\",\"wins\":3,\"losses\":4}]";
    for (String tail : List.of("", "}", "}},", "}}{}", "}} x", "},\"data\":1}", ",\"list\":[]}}")) {
      ParsedRows parsed = parse(good, tail);
      assertThat(tail, teams(parsed), is(empty()));
      assertThat(tail, parsed.failures(), hasSize(1));
      assertThat(tail, parsed.failures().get(0).getCode(), is(FailureCode.BAD_BODY));
    }
  }

  @Test
  public void whatIsNotTheBodyMeantIsOneFailure() {
    byte[] latin = "{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    for (byte[] bytes :
        List.of(
            new byte[0],
            " \n".getBytes(StandardCharsets.UTF_8),
            "<html>".getBytes(StandardCharsets.UTF_8),
            "[".repeat(2_000).getBytes(StandardCharsets.UTF_8),
            "{\"data\":{\"list\":7}}".getBytes(StandardCharsets.UTF_8),
            "{\"data\":{\"list\":[7]}}".getBytes(StandardCharsets.UTF_8),
            latin)) {
      ParsedRows parsed = ParsedRows.of(STANDINGS, SourceBodies.of(bytes));
      assertThat(
          parsed.failures().stream().map(Failure::getCode).toList(),
          contains(FailureCode.BAD_BODY));
    }
  }

  @Test
  public void aParsersFaultIsAFailureOfItsOwnKind() {
    ParsedRows parsed =
        ParsedRows.of(
            (body, rows) -> {
              throw new IllegalStateException("oops");
            },
            SourceBodies.of("{}"));
    assertThat(parsed.failures().get(0).getCode(), is(FailureCode.PARSER_FAULT));
    assertThat(parsed.failures().get(0).getMessage(), containsString("oops"));
  }

  @Test
  public void aByteOrderMarkIsNoPartOfTheText() throws BadBodyException {
    assertThat(JsonBody.object(SourceBodies.of("\uFEFF{\"a\":1}")).integer("a"), is(1));
    assertThrows(
        BadBodyException.class,
        () -> JsonBody.object(SourceBodies.of("{\"a\":1e400}")).number("a"));
  }
}
