package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.tipoff.io.alerts.AlertSettings;
import dev.tipoff.io.alerts.DeclaredSlack;
import dev.tipoff.io.secrets.SecretsAccess;
import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.testing.TestStream;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Failures of a stream are stored as they come, and people are told of those of a minute. */
public class LiveFailuresTest {
  @ClassRule public static final AlertServers SERVERS = new AlertServers();
  private static final Duration MINUTE = Duration.standardSeconds(61);
  private static final Instant LAUNCHED = Instant.parse("2031-01-10T22:00:00Z");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private TestWarehouse warehouse;

  @Before
  public void reset() throws IOException {
    SERVERS.reset();
    warehouse = TestWarehouse.in(folder.getRoot().toPath());
  }

  private static Failure failure(String step, int number) {
    return Failure.of(step, FailureCode.BAD_FILE, "key " + number, "why", "input", null);
  }

  private void store(TestStream<Failure> failures) {
    AlertSettings slack =
        AlertSettings.of(
            List.of(DeclaredSlack.builder().build()),
            SecretsAccess.of("local", null, SERVERS.secrets().toString()));
    Pipeline pipeline = Pipeline.create(TestWarehouse.options(PipelineOptions.class));
    LiveFailures.store(
        List.of(pipeline.apply(failures)),
        "predict-live",
        LAUNCHED,
        Services.of(
            DuckDbWarehouse.at(warehouse.file().toString(), java.time.Duration.ZERO),
            Optional.of(slack)));
    pipeline.run().waitUntilFinish();
  }

  private static List<String> messages() {
    return Stream.of("default", "error").flatMap(level -> SERVERS.slack(level).stream()).toList();
  }

  @Test
  public void thoseOfAMinuteAreOneMessageAKindAndADrainTellsOfNoneTwice() throws IOException {
    store(
        TestStream.create(Tables.FAILURES.coder())
            .addElements(failure("ReadMoves", 1), failure("ReadMoves", 2), failure("ReadMoves", 1))
            .addElements(failure("ResolveMoves", 3))
            .advanceProcessingTime(MINUTE)
            .advanceWatermarkToInfinity());
    assertThat(
        warehouse.column(
            "SELECT pipeline || ' ' || step || ' ' || COUNT(*) FROM nba_orchestration.failures"
                + " GROUP BY pipeline, step ORDER BY step"),
        is(List.of("predict-live ReadMoves 2", "predict-live ResolveMoves 1")));
    assertThat(
        warehouse.column("SELECT step || ' ' || failures FROM nba_orchestration.alerts ORDER BY 1"),
        is(List.of("ReadMoves 2", "ResolveMoves 1")));
    assertThat(messages(), hasSize(2));
    assertThat(messages(), hasItem(containsString("2 BAD_FILE in predict-live, step ReadMoves")));
  }

  @Test
  public void whatWaitsForItsMinuteIsToldOfAtADrain() throws IOException {
    store(
        TestStream.create(Tables.FAILURES.coder())
            .addElements(failure("ReadMoves", 1))
            .advanceWatermarkToInfinity());
    assertThat(messages(), hasSize(1));
    assertThat(warehouse.number("SELECT COUNT(*) FROM nba_orchestration.failures"), is(1L));
  }

  @Test
  public void theSameAgainIsNotToldOfAgainAndWhatIsNewIs() throws IOException {
    store(
        TestStream.create(Tables.FAILURES.coder())
            .addElements(failure("ReadMoves", 1))
            .advanceProcessingTime(MINUTE)
            .addElements(failure("ReadMoves", 1))
            .advanceProcessingTime(MINUTE)
            .addElements(failure("ReadMoves", 2))
            .advanceProcessingTime(MINUTE)
            .advanceWatermarkToInfinity());
    assertThat(messages(), hasSize(2));
    assertThat(warehouse.number("SELECT COUNT(*) FROM nba_orchestration.failures"), is(2L));
  }
}
