package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.LocalBigQuery;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.transforms.catalogue.AvailabilityTables;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO;
import org.apache.beam.sdk.runners.TransformHierarchy.Node;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The graph of every pipeline on BigQuery: by which classes its rows are read and written. */
public class BigQueryGraphTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final String OURS = "dev.tipoff.io.warehouse.";

  /** A batch reads by the first, a stream by the second. */
  private static final Set<Class<?>> READS =
      Set.of(BigQueryIO.TypedRead.class, BigQueryIO.DynamicRead.class);

  private static Path folder;
  private static EveryPipeline pipelines;
  private static Map<String, Graph> onBigQuery;

  @BeforeClass
  public static void buildEveryPipeline() throws IOException {
    folder = TEMP.getRoot().toPath();
    pipelines = EveryPipeline.withFilesIn(folder);
    onBigQuery = graphs(LocalBigQuery.withTables().warehouse(EveryPipeline.AS_OF));
  }

  private static Map<String, Graph> graphs(Warehouse warehouse) {
    Map<String, Graph> graphs = new LinkedHashMap<>();
    pipelines
        .builds()
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

    long count(Set<Class<?>> wanted) {
      return wanted.stream().mapToLong(this::count).sum();
    }

    /** Of reads or writes, those in which there is nothing of any of some classes. */
    List<String> without(Set<Class<?>> wanted, Map<String, List<Class<?>>> accesses) {
      return accesses.entrySet().stream()
          .filter(
              access ->
                  access.getValue().stream()
                      .noneMatch(
                          found -> wanted.stream().anyMatch(each -> each.isAssignableFrom(found))))
          .map(Map.Entry::getKey)
          .toList();
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
          assertThat(name, graph.without(READS, graph.reads), is(empty()));
          assertThat(name, graph.count(READS), is((long) graph.recorded.reads().size()));
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

  /** Least privilege: {@code docs/security.md} grants what is asked for, and no more. */
  @Test
  public void everyPipelineIsGrantedTheDatasetsOfItsGraph() throws IOException {
    Map<String, DatasetAccess> used = new TreeMap<>();
    onBigQuery.forEach(
        (name, graph) ->
            used.merge(
                name.split(" ", 2)[0], DatasetAccess.of(graph.recorded), DatasetAccess::and));
    Map<String, DatasetAccess> granted = DatasetAccess.granted();
    granted.keySet().retainAll(used.keySet());
    assertThat(granted, is(used));
  }

  /** Else the test above would miss what statements read. */
  @Test
  public void datasetsOfStatementsAndOfWhatTheyIncludeAreFound() {
    assertThat(DatasetAccess.datasets("raw_prop_lines"), is(Set.of("nba_raw")));
    assertThat(DatasetAccess.datasets("fingerprints_load_raw"), is(Set.of("nba_orchestration")));
  }

  /** What was inferred after a game is nowhere near a forecast, but as an example to learn from. */
  @Test
  public void onlyTrainingAndABacktestThatSaysSoReadWhatStandsInForReports() {
    String standIns = AvailabilityTables.INJURY_STAND_INS.name();
    assertThat(
        onBigQuery.entrySet().stream()
            .filter(graph -> graph.getValue().recorded.namesRead().contains(standIns))
            .map(Map.Entry::getKey)
            .toList(),
        is(List.of("train", "backtest --availability=report")));
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
                  graph.without(READS, graph.reads).size(),
                  is(graph.recorded.reads().size()));
              assertThat(
                  name,
                  graph.without(BigQueryIO.Write.class, graph.writes).size(),
                  is(graph.recorded.writes().size()));
            });
  }
}
