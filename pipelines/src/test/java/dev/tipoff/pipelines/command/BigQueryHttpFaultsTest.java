package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import com.google.common.base.Throwables;
import dev.tipoff.io.warehouse.BigQueryWarehouse;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.pipelines.command.FaultyBigQuery.Fault;
import dev.tipoff.pipelines.command.FaultyBigQuery.Kind;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.RawPropLine;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Google's client as {@code BigQueryIO} uses it, against a server of ours that has had enough,
 * fails or hangs. The runs read a named query and write its rows by a load job, one run a fault,
 * all at once.
 *
 * <p>Beam tries what is refused five times more, over some 13 s; and a 429, a 5xx or a broken
 * connection ten times within each of these, over some 200 s, so that a server which stays down
 * costs twenty minutes, and one that hangs an hour and a half. It is the run's deadline that ends
 * this.
 */
public class BigQueryHttpFaultsTest {
  private static final GameDay DAY = GameDay.parse("2031-01-10");
  private static final Instant LAUNCHED = Instant.parse("2031-01-10T22:00:00Z");
  private static final RawPropLine LINE =
      RawPropLine.builder()
          .setSource("inventedfeed")
          .setGameDate(DAY)
          .setEventId("e1")
          .setHome(TeamCode.BOS)
          .setAway(TeamCode.MIA)
          .setBookmaker("alphabook")
          .setMarket(Market.POINTS)
          .setPlayerName("Zed Quillfeather")
          .setLine(Line.of(22.5))
          .setOverOdds(AmericanOdds.of(-110))
          .setUnderOdds(AmericanOdds.of(-110))
          .setSnapshotTime(LAUNCHED)
          .build();

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Rule
  public final FaultyBigQuery server =
      new FaultyBigQuery(Tables.ODDS_API_PLAYER_PROPS, List.of(LINE));

  /** Runs with each fault and gives what it failed of; nothing if it did not. */
  private Map<Fault, String> run(Set<Fault> faults, String deadline) throws Exception {
    ExecutorService all = Executors.newFixedThreadPool(faults.size());
    try {
      Map<Fault, Future<String>> runs = new EnumMap<>(Fault.class);
      for (Fault fault : faults) {
        runs.put(fault, all.submit(() -> run(fault, deadline)));
      }
      Map<Fault, String> failures = new EnumMap<>(Fault.class);
      for (Map.Entry<Fault, Future<String>> run : runs.entrySet()) {
        failures.put(run.getKey(), run.getValue().get());
      }
      return failures;
    } finally {
      all.shutdownNow();
    }
  }

  private String run(Fault fault, String deadline) {
    SlateOptions options =
        Launcher.options(
            new String[] {
              "--warehouse=bigquery:" + fault.project(),
              "--bigQueryEndpoint=" + server.url(),
              "--credentialFactoryClass=" + NoopCredentialFactory.class.getName(),
              "--tempLocation=" + folder.getRoot(),
              // A busy machine must not make a hang of a server that answers.
              "--HTTPReadTimeout=" + (fault == Fault.HANG ? 700 : 30_000),
              "--runDeadline=" + deadline
            },
            SlateOptions.class);
    Warehouse warehouse =
        BigQueryWarehouse.of(
            fault.project(), "", "US", "temp", LAUNCHED, options.as(BigQueryOptions.class));
    try {
      Launcher.run(fault.name(), options, pipeline -> build(pipeline, warehouse));
      return "";
    } catch (RuntimeException e) {
      return Throwables.getRootCause(e).toString();
    }
  }

  private static void build(Pipeline pipeline, Warehouse warehouse) {
    pipeline
        .apply("ReadRawLines", warehouse.query(Queries.rawPropLines(SlateRange.of(DAY))))
        .apply("ReplaceLines", warehouse.replace(Tables.ODDS_API_PLAYER_PROPS));
  }

  @Test
  public void aQueryThatIsRefusedOnceIsStartedAgain() throws Exception {
    server.failOnce();
    run(EnumSet.allOf(Fault.class), "30s")
        .forEach(
            (fault, failure) -> {
              assertThat(fault.name(), failure, is(""));
              assertThat(fault.name(), server.starts(fault, Kind.DRY_RUN), is(2));
              assertThat(fault.name(), server.starts(fault, Kind.QUERY), is(2));
              assertThat(fault.name(), server.starts(fault, Kind.EXTRACT), is(1));
              assertThat(fault.name(), server.starts(fault, Kind.LOAD), is(1));
            });
  }

  @Test
  public void aLimitThatStaysFailsTheRunWithItsReasonAndNothingIsWritten() throws Exception {
    server.failForGood();
    Map<Fault, String> failures = run(EnumSet.of(Fault.RATE_LIMIT, Fault.QUOTA), "60s");
    failures.forEach(
        (fault, failure) -> {
          assertThat(failure, containsString("403 Forbidden"));
          assertThat(fault.name(), server.starts(fault, Kind.DRY_RUN), is(6));
          assertThat(fault.name(), server.starts(fault, Kind.QUERY), is(0));
          assertThat(fault.name(), server.starts(fault, Kind.LOAD), is(0));
        });
    assertThat(failures.get(Fault.RATE_LIMIT), containsString("rateLimitExceeded"));
    assertThat(failures.get(Fault.QUOTA), containsString("quotaExceeded"));
  }

  @Test
  public void aServerThatStaysDownMeetsTheDeadlineOfTheRunAndNothingIsWritten() throws Exception {
    server.failForGood();
    run(EnumSet.of(Fault.TOO_MANY_REQUESTS, Fault.SERVER_ERROR, Fault.HANG), "5s")
        .forEach(
            (fault, failure) -> {
              assertThat(failure, containsString(fault + " was cancelled: it had not ended after"));
              assertThat(
                  fault.name(),
                  server.starts(fault, Kind.DRY_RUN),
                  is(allOf(greaterThan(1), lessThan(15))));
              assertThat(fault.name(), server.starts(fault, Kind.QUERY), is(0));
              assertThat(fault.name(), server.starts(fault, Kind.LOAD), is(0));
            });
  }
}
