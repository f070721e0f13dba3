package dev.tipoff.transforms.grouping;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import com.google.common.collect.Lists;
import com.google.common.collect.Sets;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.slate.SlateWindows;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.CrashingRunner;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.Keys;
import org.apache.beam.sdk.transforms.Mean;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reify;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TimestampedValue;
import org.apache.beam.sdk.values.TupleTag;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;

/**
 * {@link GroupInShards}, {@link CoGroupInShards} and {@link CombineInShards} against Beam's own.
 */
public class GroupInShardsTest implements Serializable {
  private static final GameDay DAY = GameDay.parse("2031-01-10");

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  /** "window key [values in order]". */
  private static final class DescribeFn extends DoFn<KV<String, Iterable<Integer>>, String> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void describe(
        @Element KV<String, Iterable<Integer>> group,
        BoundedWindow window,
        OutputReceiver<String> output) {
      output.output(window.maxTimestamp() + " " + group.getKey() + " " + sorted(group.getValue()));
    }
  }

  private static final class DescribePairFn extends DoFn<KV<String, CoGbkResult>, String> {
    private static final long serialVersionUID = 1L;

    private final TupleTag<Integer> numbers;
    private final TupleTag<String> words;

    DescribePairFn(TupleTag<Integer> numbers, TupleTag<String> words) {
      this.numbers = numbers;
      this.words = words;
    }

    @ProcessElement
    public void describe(
        @Element KV<String, CoGbkResult> group,
        BoundedWindow window,
        OutputReceiver<String> output) {
      output.output(
          window.maxTimestamp()
              + " "
              + group.getKey()
              + " "
              + sorted(group.getValue().getAll(numbers))
              + " "
              + sorted(group.getValue().getAll(words)));
    }
  }

  private static <T extends Comparable<T>> List<T> sorted(Iterable<T> values) {
    List<T> list = Lists.newArrayList(values);
    list.sort(null);
    return list;
  }

  private static List<KV<String, Integer>> random(int rows, int keys, long seed) {
    Random random = new Random(seed);
    List<KV<String, Integer>> list = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      list.add(KV.of("key" + random.nextInt(keys), random.nextInt(100)));
    }
    return list;
  }

  private PCollection<KV<String, Integer>> slated(String name, List<KV<String, Integer>> rows) {
    return pipeline
        .apply(name, Create.of(rows))
        .apply(name + "Slates", SlateWindows.by(row -> DAY.plusDays(row.getValue() % 7)));
  }

  private static List<String> expected(List<KV<String, Integer>> rows, boolean slated) {
    Map<String, List<Integer>> groups = new TreeMap<>();
    for (KV<String, Integer> row : rows) {
      Instant window =
          slated
              ? DAY.plusDays(row.getValue() % 7).lastInstant()
              : GlobalWindow.INSTANCE.maxTimestamp();
      groups
          .computeIfAbsent(window + " " + row.getKey(), key -> new ArrayList<>())
          .add(row.getValue());
    }
    return groups.entrySet().stream()
        .map(group -> group.getKey() + " " + sorted(group.getValue()))
        .toList();
  }

  @Test
  public void groupsAsGroupByKeyDoes() {
    for (long seed = 0; seed < 3; seed++) {
      List<KV<String, Integer>> rows = random(200, 40, seed);
      PCollection<KV<String, Integer>> input = pipeline.apply("Rows" + seed, Create.of(rows));
      PAssert.that(
              input
                  .apply("Shards" + seed, GroupInShards.create())
                  .apply("Found" + seed, ParDo.of(new DescribeFn())))
          .containsInAnyOrder(expected(rows, false));
      PAssert.that(
              input
                  .apply("Keys" + seed, GroupByKey.create())
                  .apply("Beam" + seed, ParDo.of(new DescribeFn())))
          .containsInAnyOrder(expected(rows, false));
    }
    pipeline.run();
  }

  @Test
  public void keysApartGroupAsGroupByKeyDoes() {
    List<KV<String, Integer>> rows = random(200, 12, 4);
    PAssert.that(
            slated("Rows", rows)
                .apply("Shards", GroupInShards.apart())
                .apply("Found", ParDo.of(new DescribeFn())))
        .containsInAnyOrder(expected(rows, true));
    pipeline.run();
  }

  /** Rows of three times a piece's size; Create alone would make bundles of a few. */
  private static final class ManyRowsFn extends DoFn<String, KV<String, String>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void rows(@Element String key, OutputReceiver<KV<String, String>> output) {
      for (int i = 0; i < 300; i++) {
        output.output(KV.of(key, i + Strings.repeat("x", 10_000)));
      }
    }
  }

  private static final class CountDistinctFn extends DoFn<KV<String, Iterable<String>>, Integer> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void count(@Element KV<String, Iterable<String>> group, OutputReceiver<Integer> output) {
      output.output(Sets.newHashSet(group.getValue()).size());
    }
  }

  @Test
  public void nothingIsLostWhereAShardFillsSeveralPieces() {
    PAssert.that(
            pipeline
                .apply(Create.of("key"))
                .apply("Rows", ParDo.of(new ManyRowsFn()))
                .apply("Group", GroupInShards.create())
                .apply(ParDo.of(new CountDistinctFn())))
        .containsInAnyOrder(300);
    pipeline.run();
  }

  @Test
  public void oneRowOfEachKeyIsChosen() {
    List<KV<String, Integer>> rows = random(200, 12, 5);
    PAssert.that(
            pipeline
                .apply(Create.of(rows))
                .apply("One", OnePerKey.by(KV::getKey))
                .apply("Keys", Keys.create()))
        .containsInAnyOrder(rows.stream().map(KV::getKey).distinct().toList());
    pipeline.run();
  }

  @Test
  public void groupsInWindowsAsGroupByKeyDoes() {
    for (int shards : new int[] {1, 64}) {
      List<KV<String, Integer>> rows = random(200, 12, shards);
      pipeline.getOptions().as(ShardOptions.class).setShards(shards);
      PCollection<KV<String, Integer>> input = slated("Rows" + shards, rows);
      PAssert.that(
              input
                  .apply("Shards" + shards, GroupInShards.create())
                  .apply("Found" + shards, ParDo.of(new DescribeFn())))
          .containsInAnyOrder(expected(rows, true));
      PAssert.that(
              input
                  .apply("Keys" + shards, GroupByKey.create())
                  .apply("Beam" + shards, ParDo.of(new DescribeFn())))
          .containsInAnyOrder(expected(rows, true));
    }
    pipeline.run();
  }

  @Test
  public void cogroupsAsCoGroupByKeyDoes() {
    TupleTag<Integer> numbers = new TupleTag<>("numbers");
    TupleTag<String> words = new TupleTag<>("words");
    List<KV<String, Integer>> left = random(120, 30, 11);
    List<KV<String, Integer>> right = random(60, 45, 12);
    Map<String, List<List<Integer>>> groups = new TreeMap<>();
    for (List<KV<String, Integer>> side : List.of(left, right)) {
      for (KV<String, Integer> row : side) {
        groups
            .computeIfAbsent(
                DAY.plusDays(row.getValue() % 7).lastInstant() + " " + row.getKey(),
                key -> List.of(new ArrayList<>(), new ArrayList<>()))
            .get(side == left ? 0 : 1)
            .add(row.getValue());
      }
    }
    List<String> expected =
        groups.entrySet().stream()
            .map(
                group ->
                    group.getKey()
                        + " "
                        + sorted(group.getValue().get(0))
                        + " "
                        + sorted(group.getValue().get(1).stream().map(n -> "w" + n).toList()))
            .toList();
    KeyedPCollectionTuple<String> inputs =
        KeyedPCollectionTuple.of(numbers, slated("Left", left))
            .and(
                words,
                slated("Right", right)
                    .apply(
                        ParDo.of(
                            new DoFn<KV<String, Integer>, KV<String, String>>() {
                              @ProcessElement
                              public void word(
                                  @Element KV<String, Integer> row,
                                  OutputReceiver<KV<String, String>> output) {
                                output.output(KV.of(row.getKey(), "w" + row.getValue()));
                              }
                            })));
    PAssert.that(
            inputs
                .apply("Shards", CoGroupInShards.create())
                .apply("Found", ParDo.of(new DescribePairFn(numbers, words))))
        .containsInAnyOrder(expected);
    PAssert.that(
            inputs
                .apply("Keys", CoGroupByKey.create())
                .apply("Beam", ParDo.of(new DescribePairFn(numbers, words))))
        .containsInAnyOrder(expected);
    pipeline.run();
  }

  @Test
  public void groupsOfRowsWithoutATimeCanBePutIntoSlates() {
    List<KV<String, Integer>> rows = random(50, 5, 3);
    PAssert.that(
            pipeline
                .apply(Create.of(rows))
                .apply("Group", GroupInShards.create())
                .apply("Slates", SlateWindows.by(group -> DAY))
                .apply(ParDo.of(new DescribeFn())))
        .containsInAnyOrder(
            expected(rows, false).stream()
                .map(text -> text.replaceFirst("\\S+", DAY.lastInstant().toString()))
                .toList());
    pipeline.run();
  }

  /** "window key combined". */
  private static final class DescribeMeanFn extends DoFn<KV<String, Double>, String> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void describe(
        @Element KV<String, Double> combined, BoundedWindow window, OutputReceiver<String> output) {
      output.output(window.maxTimestamp() + " " + combined.getKey() + " " + combined.getValue());
    }
  }

  private static List<String> means(List<KV<String, Integer>> rows) {
    return expected(rows, true).stream()
        .map(
            group -> {
              int values = group.indexOf('[');
              double mean =
                  Splitter.on(", ")
                      .splitToStream(group.substring(values + 1, group.length() - 1))
                      .mapToInt(Integer::parseInt)
                      .average()
                      .orElseThrow();
              return group.substring(0, values) + mean;
            })
        .toList();
  }

  @Test
  public void combinesInWindowsAsCombinePerKeyDoes() {
    List<KV<String, Integer>> rows = random(300, 12, 21);
    PCollection<KV<String, Integer>> input = slated("Rows", rows);
    PAssert.that(
            input
                .apply("Shards", CombineInShards.of(Mean.of()))
                .apply("Found", ParDo.of(new DescribeMeanFn())))
        .containsInAnyOrder(means(rows));
    PAssert.that(
            input
                .apply("Keys", Combine.perKey(Mean.of()))
                .apply("Beam", ParDo.of(new DescribeMeanFn())))
        .containsInAnyOrder(means(rows));
    pipeline.run();
  }

  @Test
  public void whatRowsWithoutATimeCombineToCanBePutIntoSlates() {
    PAssert.that(
            pipeline
                .apply(Create.of(KV.of("key", 1), KV.of("key", 4)))
                .apply("Combine", CombineInShards.of(Mean.of()))
                .apply("Slates", SlateWindows.by(group -> DAY))
                .apply(ParDo.of(new DescribeMeanFn())))
        .containsInAnyOrder(DAY.lastInstant() + " key 2.5");
    pipeline.run();
  }

  /** Three rows of one bundle, at other times. */
  private static final class AtTimesFn extends DoFn<String, KV<String, Integer>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void rows(@Element String key, OutputReceiver<KV<String, Integer>> output) {
      output.outputWithTimestamp(KV.of(key, 1), Instant.ofEpochMilli(30));
      output.outputWithTimestamp(KV.of(key, 4), Instant.ofEpochMilli(10));
      output.outputWithTimestamp(KV.of(key, 4), Instant.ofEpochMilli(20));
    }
  }

  @Test
  public void whatRowsCombineToHasTheTimeOfTheEarliest() {
    PAssert.that(
            pipeline
                .apply(Create.of("key"))
                .apply("Rows", ParDo.of(new AtTimesFn()))
                .apply("Combine", CombineInShards.of(Mean.of()))
                .apply(Reify.timestampsInValue()))
        .containsInAnyOrder(KV.of("key", TimestampedValue.of(3.0, Instant.ofEpochMilli(10))));
    pipeline.run();
  }

  @Test
  public void directRunnerGetsFewShards() {
    PipelineOptions options = PipelineOptionsFactory.create();
    options.setRunner(DirectRunner.class);
    int processors = Runtime.getRuntime().availableProcessors();
    assertThat(options.as(ShardOptions.class).getShards(), is(Math.max(2, processors)));
    options = PipelineOptionsFactory.create();
    options.setRunner(CrashingRunner.class);
    assertThat(options.as(ShardOptions.class).getShards(), is(64));
    options.as(ShardOptions.class).setShards(5);
    assertThat(options.as(ShardOptions.class).getShards(), is(5));
  }
}
