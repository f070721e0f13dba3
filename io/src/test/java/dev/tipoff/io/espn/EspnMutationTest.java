package dev.tipoff.io.espn;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.documents.NbaRefereeAssignments;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceBodies;
import dev.tipoff.io.sources.SourceFixtures;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** No body makes a parser throw: good ones with values replaced and bytes overwritten. */
public class EspnMutationTest {
  private static final ImmutableMap<String, BodyParser> GOOD =
      ImmutableMap.of(
          "espn-api/scoreboard-20310110.json", new EspnScoreboard(),
          "espn-api/roster-bos.json", new EspnRoster(),
          "espn-site/boxscore-401900511.html", new EspnGameBoxscore(),
          "nba-official/officials-2031-01-10.json", new NbaRefereeAssignments());

  @Provide
  Arbitrary<Map.Entry<String, BodyParser>> bodies() {
    return Arbitraries.of(GOOD.entrySet());
  }

  @Provide
  Arbitrary<String> splices() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "null",
            "[]",
            "{}",
            "\"\"",
            "-1",
            "1e400",
            "NaN",
            "true",
            "99999999999999999999",
            "[[]]",
            "[{}]",
            "\"--\"",
            "\"1-2\"",
            "\"2031-13-41T99:99Z\"",
            "</script>",
            "\u0000"),
        Arbitraries.strings().ofMaxLength(6));
  }

  private static void parse(BodyParser parser, String body) {
    assertThat(
        SourceFixtures.failures(ParsedRows.of(parser, SourceBodies.of(body))),
        everyItem(not(containsString("PARSER_FAULT"))));
  }

  private static String text(String file) {
    return new String(
        SourceFixtures.fixture("league/__files/" + file).bytes(), StandardCharsets.UTF_8);
  }

  @Property
  void valuesReplaced(
      @ForAll("bodies") Map.Entry<String, BodyParser> good,
      @ForAll("splices") String splice,
      @ForAll @DoubleRange(min = 0, max = 1) double at) {
    String body = text(good.getKey());
    int colon = body.indexOf(": ", (int) (at * body.length()));
    int end = colon < 0 ? -1 : body.indexOf('\n', colon);
    if (end > 0) {
      String comma = body.charAt(end - 1) == ',' ? "," : "";
      parse(good.getValue(), body.substring(0, colon + 2) + splice + comma + body.substring(end));
    }
  }

  @Property
  void overwritten(
      @ForAll("bodies") Map.Entry<String, BodyParser> good,
      @ForAll("splices") String splice,
      @ForAll @DoubleRange(min = 0, max = 1) double at) {
    String body = text(good.getKey());
    int start = (int) (at * body.length());
    int end = Math.min(body.length(), start + splice.length());
    parse(good.getValue(), body.substring(0, start) + splice + body.substring(end));
  }
}
