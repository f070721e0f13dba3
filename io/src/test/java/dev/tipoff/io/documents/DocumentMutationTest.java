package dev.tipoff.io.documents;

import static dev.tipoff.io.sources.SourceBodies.DAY;
import static dev.tipoff.io.sources.SourceBodies.RECEIVED;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceFixtures;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

/** No document makes a parser throw: good ones cut, spliced and overwritten. */
public class DocumentMutationTest {
  private static final byte[] REPORT = LeagueNightPdfs.injuries();
  private static final byte[] BOOK = LeagueNightPdfs.boston();

  private static final ImmutableMap<String, String> ASKED =
      ImmutableMap.of("event_id", "0023000511", "home", "BOS", "away", "MIA");

  private static void parse(BodyParser parser, byte[] bytes) {
    ParsedRows parsed =
        ParsedRows.of(parser, Body.of("a/body.pdf", "a_source", DAY, ASKED, RECEIVED, bytes));
    assertThat(SourceFixtures.failures(parsed), everyItem(not(containsString("PARSER_FAULT"))));
  }

  @Provide
  Arbitrary<byte[]> splices() {
    return Arbitraries.of(
            "null",
            "[",
            "<<",
            ">>",
            "-1",
            "99999999999",
            "0 R",
            "/Kids",
            "endobj",
            "stream\n",
            "",
            "1 0 R",
            "true",
            "(",
            ")",
            "/Type",
            "\u0000")
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] spliced(byte[] good, byte[] splice, double at, int length) {
    int start = (int) (at * good.length);
    int rest = Math.min(good.length, start + length);
    byte[] bytes = new byte[start + splice.length + good.length - rest];
    System.arraycopy(good, 0, bytes, 0, start);
    System.arraycopy(splice, 0, bytes, start, splice.length);
    System.arraycopy(good, rest, bytes, start + splice.length, good.length - rest);
    return bytes;
  }

  @Property(tries = 300)
  void spliced(@ForAll("splices") byte[] splice, @ForAll @DoubleRange(min = 0, max = 1) double at) {
    parse(new NbaInjuryReport(), spliced(REPORT, splice, at, splice.length));
    parse(new NbaGamebook(), spliced(BOOK, splice, at, splice.length / 2));
  }

  @Property(tries = 300)
  void overwritten(
      @ForAll @Size(max = 6) byte[] noise, @ForAll @DoubleRange(min = 0, max = 1) double at) {
    parse(new NbaInjuryReport(), spliced(REPORT, noise, at, noise.length));
    parse(new NbaGamebook(), spliced(BOOK, noise, at, noise.length));
  }

  @Property(tries = 100)
  void figuresOfABox(@ForAll String figures, @ForAll String name) {
    GamebookPdf book = new GamebookPdf().page("FINAL BOX").line("VISITOR: Miami Heat").header();
    String letters = name.replaceAll("[^ -~]", "?");
    String numbers = figures.replaceAll("[^ -~]", "7").replace(" ", "  ");
    parse(
        new NbaGamebook(),
        book.line("1 " + letters + " G 12:00 " + numbers)
            .line("Inactive: Heat - " + letters + numbers)
            .line("Officials: " + numbers)
            .line("240:00 " + numbers)
            .bytes());
  }
}
