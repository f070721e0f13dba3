package dev.tipoff.io.odds;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.tipoff.io.odds.OddsApiEventOdds.Parsed;
import dev.tipoff.transforms.model.GameDay;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** No body makes the parser throw: random texts, and good bodies cut, spliced and overwritten. */
public class OddsApiMutationTest {
  private static final GameDay DAY = GameDay.parse("2031-01-10");

  @Provide
  Arbitrary<String> goodBodies() {
    return Arbitraries.of(
            "american-four-books-with-alternates.json",
            "decimal-historical-envelope.json",
            "list-of-one-event.json")
        .map(Bodies::read);
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
            "0",
            "1e400",
            "-1e400",
            "NaN",
            "true",
            ",",
            "\"",
            "99999999999999999999",
            "0.5",
            "{\"message\":1}",
            "\"data\":",
            "\u0000",
            "\ud800"),
        Arbitraries.strings().ofMaxLength(8));
  }

  @Property
  void anyText(@ForAll String name, @ForAll String body) {
    assertThat(OddsApiEventOdds.parse(name, body, DAY).lines(), is(empty()));
  }

  @Property
  void overwritten(
      @ForAll("goodBodies") String body,
      @ForAll("splices") String splice,
      @ForAll @DoubleRange(min = 0, max = 1) double at,
      @ForAll @DoubleRange(min = 0, max = 0.02) double length) {
    int start = (int) (at * body.length());
    int end = Math.min(body.length(), start + (int) (length * body.length()));
    Parsed parsed =
        OddsApiEventOdds.parse("b", body.substring(0, start) + splice + body.substring(end), DAY);
    assertThat(parsed, is(notNullValue()));
  }

  @Property
  void valuesReplaced(
      @ForAll("goodBodies") String body,
      @ForAll("splices") String splice,
      @ForAll @DoubleRange(min = 0, max = 1) double at) {
    int colon = body.indexOf(": ", (int) (at * body.length()));
    int end = colon < 0 ? -1 : body.indexOf('\n', colon);
    if (end > 0) {
      String comma = body.charAt(end - 1) == ',' ? "," : "";
      String mutated = body.substring(0, colon + 2) + splice + comma + body.substring(end);
      assertThat(OddsApiEventOdds.parse("b", mutated, DAY), is(notNullValue()));
    }
  }

  @Property
  void cut(@ForAll("goodBodies") String body, @ForAll @DoubleRange(min = 0, max = 0.99) double at) {
    Parsed parsed = OddsApiEventOdds.parse("b", body.substring(0, (int) (at * body.length())), DAY);
    assertThat(parsed.lines(), is(empty()));
    assertThat(parsed.failures(), is(not(empty())));
  }
}
