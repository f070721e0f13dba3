package dev.tipoff.io.balldontlie;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceBodies;
import dev.tipoff.io.sources.SourceFixtures;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** Whatever becomes of a good body, no parser has a fault with it. */
public class BdlMutationTest {
  private static final Map<String, BodyParser> PARSERS =
      Map.of(
          "games", new BdlGames(),
          "box-scores", new BdlBoxScores(),
          "player-box-scores", new BdlPlayerBoxScores(),
          "active-players", new BdlActivePlayers(),
          "injuries", new BdlInjuries(),
          "standings", new BdlStandings());

  @Provide
  Arbitrary<String> scenarios() {
    return Arbitraries.of(PARSERS.keySet());
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "null",
            "[]",
            "{}",
            "\"\"",
            "\" \"",
            "-1",
            "0",
            "1.5",
            "1e400",
            "NaN",
            "true",
            "99999999999999999999",
            "\"99999-1\"",
            "\"999:59\"",
            "\"+999999999-01-01T00:00Z\"",
            "\"2031-01-10T99\"",
            "[null]",
            "{\"data\":[]}",
            "\"\\ud800\""),
        Arbitraries.strings().ofMaxLength(6).map(text -> '"' + text + '"'));
  }

  private static void check(String scenario, String body) {
    BodyParser parser = PARSERS.get(scenario);
    assertThat(
        ParsedRows.of(parser, SourceBodies.of(body)).failures().stream()
            .map(Failure::getCode)
            .toList(),
        everyItem(is(not(FailureCode.PARSER_FAULT))));
  }

  private static String good(String scenario) {
    return new String(
        SourceFixtures.fixture("balldontlie/" + scenario + ".json").bytes(),
        StandardCharsets.UTF_8);
  }

  @Property
  void valuesReplaced(
      @ForAll("scenarios") String scenario,
      @ForAll("values") String value,
      @ForAll @DoubleRange(min = 0, max = 1) double at) {
    String body = good(scenario);
    int colon = body.indexOf(": ", (int) (at * body.length()));
    int end = colon < 0 ? -1 : body.indexOf('\n', colon);
    if (end > 0) {
      String comma = body.charAt(end - 1) == ',' ? "," : "";
      check(scenario, body.substring(0, colon + 2) + value + comma + body.substring(end));
    }
  }

  @Property
  void overwritten(
      @ForAll("scenarios") String scenario,
      @ForAll String splice,
      @ForAll @DoubleRange(min = 0, max = 1) double at,
      @ForAll @DoubleRange(min = 0, max = 0.02) double length) {
    String body = good(scenario);
    int start = (int) (at * body.length());
    int end = Math.min(body.length(), start + (int) (length * body.length()));
    check(scenario, body.substring(0, start) + splice + body.substring(end));
  }
}
