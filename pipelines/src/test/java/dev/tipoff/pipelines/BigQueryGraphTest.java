package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.LocalBigQuery;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.pipelines.options.BacktestOptions;
import dev.tipoff.pipelines.options.ImportOptions;
import dev.tipoff.pipelines.options.LoadRawOptions;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.pipelines.options.PublishOptions;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.catalogue.AvailabilityTables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO;
import org.apache.beam.sdk.runners.TransformHierarchy.Node;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.joda.time.Instant;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The graph of every pipeline on BigQuery: by which classes its rows are read and written. */
public class BigQueryGraphTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final GameDay DAY = GameDay.parse("2025-11-04");
  private static final SlateRange SLATE = SlateRange.of(DAY);
  private static final Instant AS_OF = Instant.parse("2025-11-04T22:00:00Z");
  private static final String OURS = "dev.tipoff.io.warehouse.";

  private static Path folder;
  private static Map<String, Graph> onBigQuery;

  @BeforeClass
  public static void buildEveryPipeline() throws IOException {
    folder = TEMP.getRoot().toPath();
    LeagueSimulator league = LeagueSimulator.of(9);
    league.writeHistory(folder.resolve("history"), DAY.date(), DAY.date());
    league.writeOdds(folder.resolve("archive"), DAY.date());
    onBigQuery = graphs(LocalBigQuery.withTables().warehouse(AS_OF));
  }

  /** Builds a pipeline with its services. */
  private interface Build {
    void into(Pipeline pipeline, Services services);
  }

  private static Map<String, Build> pipelines() {
    ImportOptions files = TestWarehouse.options(ImportOptions.class);
    files.setPlayerGames(List.of(folder + "/history/player_games.csv.gz"));
    files.setDnp(List.of(folder + "/history/player_dnp.csv.gz"));
    files.setSchedule(List.of(folder + "/history/schedule.csv.gz"));
    files.setGameLines(List.of(folder + "/history/game_lines.csv.gz"));
    LoadRawOptions archive = TestWarehouse.options(LoadRawOptions.class);
    archive.setArchive(folder + "/archive");
    PredictOptions predict = TestWarehouse.options(PredictOptions.class);
    PublishOptions publish = TestWarehouse.options(PublishOptions.class);
    Map<String, Build> builds = new LinkedHashMap<>();
    builds.put("import", (p, services) -> ImportPipeline.build(p, files, services));
    builds.put("load-raw", (p, services) -> LoadRawPipeline.build(p, SLATE, archive, services));
    builds.put("analytics", (p, services) -> AnalyticsPipeline.build(p, SLATE, services));
    builds.put("precompute", (p, services) -> PrecomputePipeline.build(p, SLATE, services));
    builds.put(
        "predict",
        (p, services) -> PredictPipeline.build(p, SLATE, AS_OF, AS_OF.plus(1), predict, services));
    builds.put("grade", (p, services) -> GradePipeline.build(p, SLATE, services));
    builds.put("publish", (p, services) -> PublishPipeline.build(p, SLATE, publish, services));
    for (AvailabilityMode mode : AvailabilityMode.values()) {
      BacktestOptions backtest = TestWarehouse.options(BacktestOptions.class);
      backtest.setAvailability(mode.id());
      builds.put(
          "backtest --availability=" + mode.id(),
          (p, services) -> BacktestPipeline.build(p, SLATE, backtest, services));
    }
    return builds;
  }

  private static Map<String, Graph> graphs(Warehouse warehouse) {
    Map<String, Graph> graphs = new LinkedHashMap<>();
    pipelines()
        .forEach(
            (name, build) -> {
              RecordedWarehouse recorded = new RecordedWarehouse(warehouse);
              Pipeline pipeline = Pipeline.create(TestWarehouse.options(PredictOptions.class));
              build.into(pipeline, Services.of(recorded));
              Graph graph = new Graph(recorded);
              pipeline.traverseTopologically(graph);
              graphs.put(name, graph);
            });
    return graphs;
  }

  /**
   * What a graph does with the warehouse: the classes inside of each read and each write that the
   * warehouse gave, and those of its engine outside of all of them.
   */
  private static final class Graph extends Pipeline.PipelineVisitor.Defaults {
    private final RecordedWarehouse recorded;
    private final Map<String, List<Class<?>>> reads = new TreeMap<>();
    private final Map<String, List<Class<?>>> writes = new TreeMap<>();
    private final List<Class<?>> outside = new ArrayList<>();
    private final Deque<List<Class<?>>> open = new ArrayDeque<>();

    Graph(RecordedWarehouse recorded) {
      this.recorded = recorded;
    }

    @Override
    public CompositeBehavior enterCompositeTransform(Node node) {
      String read = recorded.reads().get(node.getTransform());
      String write = recorded.writes().get(node.getTransform());
      if (read != null || write != null) {
        List<Class<?>> classes = new ArrayList<>();
        (read != null ? reads : writes).put(node.getFullName(), classes);
        open.push(classes);
      }
      if (node.getTransform() != null) {
        see(node.getTransform());
      }
      return CompositeBehavior.ENTER_TRANSFORM;
    }

    @Override
    public void leaveCompositeTransform(Node node) {
      if (recorded.reads().containsKey(node.getTransform())
          || recorded.writes().containsKey(node.getTransform())) {
        open.pop();
      }
    }

    @Override
    public void visitPrimitiveTransform(Node node) {
      see(node.getTransform());
    }

    private void see(PTransform<?, ?> transform) {
      List<Class<?>> here = open.isEmpty() ? outside : open.peek();
      here.add(transform.getClass());
      if (transform instanceof ParDo.MultiOutput<?, ?> step) {
        here.add(step.getFn().getClass());
      }
    }

    List<String> namesOf(List<Class<?>> classes, String start) {
      return classes.stream().map(Class::getName).filter(name -> name.startsWith(start)).toList();
    }

    /** Of reads or writes, those in which there is nothing of a class. */
    List<String> without(Class<?> wanted, Map<String, List<Class<?>>> accesses) {
      return accesses.entrySet().stream()
          .filter(access -> access.getValue().stream().noneMatch(wanted::isAssignableFrom))
          .map(Map.Entry::getKey)
          .toList();
    }

    private Stream<Class<?>> all() {
      return Stream.of(reads.values(), writes.values(), List.of(outside))
          .flatMap(Collection::stream)
          .flatMap(List::stream);
    }

    long count(Class<?> wanted) {
      return all().filter(wanted::isAssignableFrom).count();
    }

    List<String> ofTheEmbeddedEngine() {
      return namesOf(all().distinct().toList(), OURS + "DuckDb");
    }
  }

  @Test
  public void everyReadIsBigQueryIOs() {
    onBigQuery.forEach(
        (name, graph) -> {
          assertThat(name, graph.reads.size(), is(graph.recorded.reads().size()));
          assertThat(name, graph.without(BigQueryIO.TypedRead.class, graph.reads), is(empty()));
          assertThat(
              name,
              graph.count(BigQueryIO.TypedRead.class),
              is((long) graph.recorded.reads().size()));
        });
  }

  @Test
  public void everyWriteIsBigQueryIOs() {
    onBigQuery.forEach(
        (name, graph) -> {
          assertThat(name, graph.writes.size(), is(graph.recorded.writes().size()));
          assertThat(name, graph.without(BigQueryIO.Write.class, graph.writes), is(empty()));
          assertThat(
              name, graph.count(BigQueryIO.Write.class), is((long) graph.recorded.writes().size()));
        });
  }

  @Test
  public void everyPipelineButImportReadsAndEveryOneWrites() {
    onBigQuery.forEach(
        (name, graph) -> {
          assertThat(name + " reads", graph.reads.isEmpty(), is(name.equals("import")));
          assertThat(name + " writes", graph.writes.isEmpty(), is(false));
        });
    assertThat(onBigQuery.size(), is(greaterThan(9)));
  }

  /** What was inferred after a game is nowhere near a forecast that is published. */
  @Test
  public void onlyABacktestThatSaysSoReadsWhatStandsInForReports() {
    String standIns = AvailabilityTables.INJURY_STAND_INS.name();
    assertThat(
        onBigQuery.entrySet().stream()
            .filter(graph -> graph.getValue().recorded.namesRead().contains(standIns))
            .map(Map.Entry::getKey)
            .toList(),
        is(List.of("backtest --availability=report")));
    assertThat(
        onBigQuery.entrySet().stream()
            .filter(graph -> graph.getValue().recorded.writes().containsValue(standIns))
            .map(Map.Entry::getKey)
            .toList(),
        is(List.of("import")));
  }

  @Test
  public void nothingOutsideOfThemTouchesTheWarehouse() {
    onBigQuery.forEach(
        (name, graph) -> assertThat(name, graph.namesOf(graph.outside, OURS), is(empty())));
  }

  @Test
  public void nothingOfTheEmbeddedEngineIsInAnyGraph() {
    onBigQuery.forEach((name, graph) -> assertThat(name, graph.ofTheEmbeddedEngine(), is(empty())));
  }

  /** Else the tests above would find nothing because they do not look. */
  @Test
  public void onTheEmbeddedEngineAllOfThemAreFoundOut() {
    Warehouse duckDb =
        DuckDbWarehouse.at(folder.resolve("never.duckdb").toString(), Duration.ofSeconds(1));
    graphs(duckDb)
        .forEach(
            (name, graph) -> {
              assertThat(name, graph.ofTheEmbeddedEngine(), is(not(empty())));
              assertThat(
                  name,
                  graph.without(BigQueryIO.TypedRead.class, graph.reads).size(),
                  is(graph.recorded.reads().size()));
              assertThat(
                  name,
                  graph.without(BigQueryIO.Write.class, graph.writes).size(),
                  is(graph.recorded.writes().size()));
            });
  }
}
