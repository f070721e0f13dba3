package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import dev.tipoff.io.warehouse.BigQueryWarehouse;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.pipelines.command.FaultyBigQuery.Fault;
import dev.tipoff.pipelines.command.FaultyBigQuery.Kind;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.RawPropLine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
 * <p>Beam tries every refusal of a job again, nine times over some 75 s, and within each of these a
 * 429, a 5xx or a broken connection ten times more, so that a server which stays down costs the
 * better part of an hour. It is the run's deadline that ends this.
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

  /** Runs with every fault and gives what each said when it failed; nothing if it did not. */
  private Map<Fault, String> run(String... options) throws Exception {
    ExecutorService all = Executors.newFixedThreadPool(Fault.values().length);
    try {
      Map<Fault, Future<String>> runs = new EnumMap<>(Fault.class);
      for (Fault fault : Fault.values()) {
        runs.put(fault, all.submit(() -> run(fault, options)));
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

  private String run(Fault fault, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "--warehouse=bigquery:" + fault.project(),
                "--bigQueryEndpoint=" + server.url(),
                "--credentialFactoryClass=" + NoopCredentialFactory.class.getName(),
                "--tempLocation=" + folder.getRoot(),
                "--HTTPReadTimeout=700"));
    args.addAll(List.of(more));
    SlateOptions options = Launcher.options(args.toArray(String[]::new), SlateOptions.class);
    Warehouse warehouse =
        BigQueryWarehouse.of(
            fault.project(), "", "US", "temp", LAUNCHED, options.as(BigQueryOptions.class));
    try {
      Launcher.run(fault.name(), options, pipeline -> build(pipeline, warehouse));
      return "";
    } catch (RuntimeException e) {
      return String.valueOf(e.getMessage());
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
    run("--runDeadline=30s")
        .forEach(
            (fault, failure) -> {
              assertThat(fault.name(), failure, is(""));
              assertThat(fault.name(), server.starts(fault, Kind.DRY_RUN), is(2));
              assertThat(fault.name(), server.starts(fault, Kind.QUERY), is(2));
              assertThat(fault.name(), server.starts(fault, Kind.EXTRACT), is(1));
              assertThat(fault.name(), server.starts(fault, Kind.LOAD), is(1));
            });
  }

  /** Beam asks what the query will read before it runs it, and comes no further. */
  @Test
  public void aServerThatStaysDownMeetsTheDeadlineOfTheRunAndNothingIsWritten() throws Exception {
    server.failForGood();
    run("--runDeadline=8s")
        .forEach(
            (fault, failure) -> {
              System.out.println(
                  fault
                      + " "
                      + server.starts(fault, Kind.DRY_RUN)
                      + " "
                      + server.starts(fault, Kind.QUERY)
                      + " "
                      + failure);
              assertThat(failure, containsString(fault + " was cancelled: it had not ended after"));
              assertThat(
                  fault.name(),
                  server.starts(fault, Kind.DRY_RUN),
                  is(allOf(greaterThan(1), lessThan(20))));
              assertThat(fault.name(), server.starts(fault, Kind.QUERY), is(0));
              assertThat(fault.name(), server.starts(fault, Kind.LOAD), is(0));
            });
  }
}
