package dev.tipoff.io.nba;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Body;
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

/** No body is more than a parser can bear: good bodies cut, spliced and with values replaced. */
public class NbaMutationTest {
  private static final ImmutableMap<String, BodyParser> PARSERS =
      ImmutableMap.<String, BodyParser>builder()
          .put("schedule.json", new NbaSchedule())
          .put("scoreboard-v3.json", new NbaScoreboard())
          .put("scoreboard-v2.json", new NbaScoreboard())
          .put("player-log.json", new NbaPlayerLog())
          .put("box-score-final.json", new NbaBoxScore())
          .put("play-by-play.json", new NbaPlayByPlay())
          .put("play-by-play-no-area.json", new NbaPlayByPlay())
          .put("player-list.json", new NbaPlayerIndex())
          .put("player-movement.json", new NbaPlayerMovements())
          .put("roster-data.html", new NbaRosterPage())
          .put("roster-table.html", new NbaRosterPage())
          .buildOrThrow();

  private static final ImmutableMap<String, String> PARAMETERS =
      ImmutableMap.<String, String>builder()
          .putAll(NbaBodies.GAME)
          .putAll(NbaBodies.BOSTON)
          .buildOrThrow();

  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.of(PARSERS.keySet());
  }

  @Provide
  Arbitrary<String> splices() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "null",
            "[]",
            "{}",
            "[[]]",
            "\"\"",
            "-1",
            "0",
            "2.5",
            "1e400",
            "-1e400",
            "NaN",
            "true",
            ",",
            "\"",
            "99999999999999999999",
            "\"2:30 am ET\"",
            "\"9999-99-99\"",
            "\"TBD\"",
            "{\"message\":1}",
            "</script>",
            "\u0000",
            "\ud800"),
        Arbitraries.strings().ofMaxLength(8));
  }

  private static String text(String scenario) {
    return new String(
        SourceFixtures.fixture("nba-com/" + scenario).bytes(), StandardCharsets.UTF_8);
  }

  private static void bear(String scenario, String mutated) {
    Body body =
        Body.of(
            "b",
            "a_source",
            SourceBodies.DAY,
            PARAMETERS,
            SourceBodies.RECEIVED,
            mutated.getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, BodyParser> parser : PARSERS.entrySet()) {
      if (parser.getKey().equals(scenario)) {
        assertThat(
            mutated,
            ParsedRows.of(parser.getValue(), body).failures().stream()
                .map(Failure::getCode)
                .toList(),
            not(hasItem(FailureCode.PARSER_FAULT)));
      }
    }
  }

  @Property
  void overwritten(
      @ForAll("bodies") String scenario,
      @ForAll("splices") String splice,
      @ForAll @DoubleRange(min = 0, max = 1) double at,
      @ForAll @DoubleRange(min = 0, max = 0.02) double length) {
    String body = text(scenario);
    int start = (int) (at * body.length());
    int end = Math.min(body.length(), start + (int) (length * body.length()));
    bear(scenario, body.substring(0, start) + splice + body.substring(end));
  }

  @Property
  void valuesReplaced(
      @ForAll("bodies") String scenario,
      @ForAll("splices") String splice,
      @ForAll @DoubleRange(min = 0, max = 1) double at) {
    String body = text(scenario);
    int start = body.indexOf(scenario.endsWith("html") ? ">" : ", ", (int) (at * body.length()));
    int end = start < 0 ? -1 : body.indexOf(scenario.endsWith("html") ? "<" : ",", start + 1);
    if (end > 0) {
      int value = body.indexOf(": ", start);
      int from = value > 0 && value < end ? value + 2 : start + (scenario.endsWith("html") ? 1 : 2);
      bear(scenario, body.substring(0, from) + splice + body.substring(end));
    }
  }

  @Property
  void cut(@ForAll("bodies") String scenario, @ForAll @DoubleRange(min = 0, max = 0.99) double at) {
    String body = text(scenario);
    bear(scenario, body.substring(0, (int) (at * body.length())));
  }
}
