package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dev.tipoff.io.warehouse.LocalBigQuery;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.systems.FormulaSystems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO.TypedRead;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.apache.beam.sdk.runners.TransformHierarchy.Node;
import org.joda.time.Duration;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** How often a run of {@code predict} reads BigQuery, by its graph and by the jobs it starts. */
public class PredictReadsTest {
  private static final int MOST_READS = 5;
  private static final SlateRange SLATE = SlateRange.of(InventedNight.DAY);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  /**
   * @param inGraph reads that the graph holds
   * @param queries query jobs that were started
   * @param exports of their results
   * @param predictions rows that were stored
   */
  private record Reads(int inGraph, int queries, int exports, long predictions) {}

  @Test
  public void predictReadsAsOftenForTenPlayersAsForAllOfTheLeague() throws IOException {
    List<Integer> reads = new ArrayList<>();
    for (int players : List.of(10, 150, 450)) {
      Reads run = predict(players);
      System.out.printf(
          "predict on BigQuery, %d players, %d predictions: %d reads in the graph, %d query jobs, %d"
              + " exports%n",
          players, run.predictions, run.inGraph, run.queries, run.exports);
      assertThat(run.predictions, is(4L * players * FormulaSystems.all().size()));
      assertThat(run.queries, is(run.inGraph));
      assertThat(run.exports, is(run.inGraph));
      reads.add(run.queries);
    }
    assertThat(reads.get(0), is(lessThanOrEqualTo(MOST_READS)));
    assertThat(reads, is(List.of(reads.get(0), reads.get(0), reads.get(0))));
  }

  /** As of a time past, so that what is published is asked for too. */
  private Reads predict(int players) throws IOException {
    InventedNight night = new InventedNight(players);
    LocalBigQuery bigQuery = LocalBigQuery.withTables();
    bigQuery.store(Tables.PROP_LINES, night.lines());
    bigQuery.store(Tables.FEATURE_STORE, night.features());
    bigQuery.store(Tables.PLAYER_GAME_CONTEXT, night.contexts());
    bigQuery.store(Tables.PLAYER_GAMES, night.games());
    PredictOptions options = TestWarehouse.options(PredictOptions.class);
    options.setTempLocation(folder.newFolder().getPath());
    options.as(BigQueryOptions.class).setBigQueryProject(bigQuery.project());
    options.as(DirectOptions.class).setTargetParallelism(16);
    Pipeline pipeline = Pipeline.create(options);
    PredictPipeline.build(
        pipeline,
        SLATE,
        InventedNight.AS_OF,
        InventedNight.TIP.plus(Duration.standardDays(1)),
        options,
        Services.of(bigQuery.warehouse(InventedNight.TIP)));
    int inGraph = reads(pipeline);
    pipeline.run().waitUntilFinish();
    return new Reads(
        inGraph,
        bigQuery.queriesServed(),
        bigQuery.exportsServed(),
        bigQuery
            .warehouse(InventedNight.TIP)
            .admin()
            .digest(Tables.PREDICTIONS, Optional.empty())
            .rows());
  }

  private static int reads(Pipeline pipeline) {
    AtomicInteger reads = new AtomicInteger();
    pipeline.traverseTopologically(
        new Pipeline.PipelineVisitor.Defaults() {
          @Override
          public CompositeBehavior enterCompositeTransform(Node node) {
            if (node.getTransform() instanceof TypedRead<?>) {
              reads.incrementAndGet();
            }
            return CompositeBehavior.ENTER_TRANSFORM;
          }
        });
    return reads.get();
  }
}
