package dev.tipoff.io.odds;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.Assume.assumeTrue;

import dev.tipoff.io.odds.OddsApiEventOdds.Parsed;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

/** Bodies captured from the source; they are not part of the repository. */
public class OddsApiSamplesTest {
  private static final Path SAMPLES = Bodies.ROOT.resolve("../shared/api-samples");

  @Before
  public void findSamples() {
    assumeTrue("no captured bodies here", Files.isDirectory(SAMPLES));
  }

  @Test
  public void readsCapturedPlayerPoints() {
    String body = Bodies.read(SAMPLES.resolve("odds_api_event_odds_player_points.json"));
    Parsed parsed = OddsApiEventOdds.parse("points", body, GameDay.parse("2024-02-22"));
    assertThat(parsed.lines().size(), is(greaterThan(100)));
    Set<FailureCode> codes = EnumSet.of(FailureCode.BAD_OFFER, FailureCode.ONE_SIDED_OFFER);
    for (Failure failure : parsed.failures()) {
      assertThat(failure.toString(), codes.contains(failure.getCode()), is(true));
    }
  }

  @Test
  public void othersHaveNoPropsOrAreBadBodies() throws IOException {
    int read = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(SAMPLES, "odds_api_*.json")) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        Parsed parsed =
            OddsApiEventOdds.parse(name, Bodies.read(file), GameDay.parse("2024-01-24"));
        assertThat(name, parsed.lines().isEmpty(), is(true));
        if (!name.contains("historical_event_odds")) {
          assertThat(name, parsed.failures(), is(not(empty())));
        }
        read++;
      }
    }
    assertThat(read, is(greaterThan(0)));
  }
}
