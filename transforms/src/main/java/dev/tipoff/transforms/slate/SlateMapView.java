package dev.tipoff.transforms.slate;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.grouping.CombineWindows;
import dev.tipoff.transforms.grouping.LatestView;
import dev.tipoff.transforms.grouping.LookUp;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.DelegateCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reify;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.WithTimestamps;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TimestampedValue;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * One {@link SlateMap} a slate as a side input of rows in {@link SlateWindows}; a slate without
 * rows has an empty one. A singleton, since a map view costs a look-up through the runner for every
 * key (measured four to five times slower on DirectRunner).
 *
 * <p>Every slate is marked, so that its map is made like any other: see {@link CombineWindows}.
 */
@AutoValue
public abstract class SlateMapView<K, V>
    extends PTransform<PCollection<V>, PCollectionView<SlateMap<K, V>>> {
  abstract SlateRange slates();

  abstract SerializableFunction<V, K> key();

  /**
   * Maps rows by a key.
   *
   * @param slates every slate whose map may be asked for
   */
  public static <K, V> SlateMapView<K, V> by(SlateRange slates, SerializableFunction<V, K> key) {
    return new AutoValue_SlateMapView<>(slates, key);
  }

  @Override
  public PCollectionView<SlateMap<K, V>> expand(PCollection<V> rows) {
    return rows.apply(
            "Collect",
            CombineWindows.marked(
                new Collect<>(key()),
                rows.getPipeline()
                    .apply("Slates", Create.of(slates().days()))
                    .apply("SlateWindows", SlateWindows.by(day -> day))))
        .apply("MapOfSlate", View.asSingleton());
  }

  /**
   * The same of what is read again and again: the rows of each round in a window of its own, and of
   * each slate the map of a round, for {@link LookUp#newest}.
   *
   * @param rounds the slates that each round reads, windowed as the rows are
   * @param slate of a row
   */
  public static <K, V>
      PTransform<PCollection<V>, PCollectionView<Iterable<TimestampedValue<SlateMap<K, V>>>>>
          latest(
              PCollection<SlateRange> rounds,
              SerializableFunction<V, GameDay> slate,
              SerializableFunction<V, K> key) {
    return new Latest<>(rounds, slate, key);
  }

  private static final class Latest<K, V>
      extends PTransform<
          PCollection<V>, PCollectionView<Iterable<TimestampedValue<SlateMap<K, V>>>>> {
    private static final long serialVersionUID = 1L;

    private final transient PCollection<SlateRange> rounds;
    private final SerializableFunction<V, GameDay> slate;
    private final SerializableFunction<V, K> key;

    Latest(
        PCollection<SlateRange> rounds,
        SerializableFunction<V, GameDay> slate,
        SerializableFunction<V, K> key) {
      this.rounds = rounds;
      this.slate = slate;
      this.key = key;
    }

    @Override
    public PCollectionView<Iterable<TimestampedValue<SlateMap<K, V>>>> expand(PCollection<V> rows) {
      SerializableFunction<V, GameDay> of = slate;
      Coder<V> nullable = NullableCoder.of(rows.getCoder());
      Coder<KV<String, V>> coder = KvCoder.of(StringUtf8Coder.of(), nullable);
      PCollection<KV<String, V>> bySlate =
          rows.apply(
                  "BySlate",
                  MapElements.into(new TypeDescriptor<KV<String, V>>() {})
                      .via(row -> KV.of(of.apply(row).toString(), row)))
              .setCoder(coder);
      PCollection<KV<String, V>> everySlate =
          rounds.apply("EverySlate", ParDo.of(new AbsentFn<V>())).setCoder(coder);
      return PCollectionList.of(bySlate)
          .and(everySlate)
          .apply("WithEverySlate", Flatten.pCollections())
          .apply("Collect", Combine.perKey(new Collect<>(key)))
          .apply("Times", Reify.timestampsInValue())
          .apply(
              "AtSlateEnd",
              WithTimestamps.of(
                  (KV<String, TimestampedValue<SlateMap<K, V>>> map) ->
                      GameDay.parse(map.getKey()).lastInstant()))
          .apply("Maps", Values.create())
          .apply("IntoSlates", LatestView.newestIn(SlateWindows.windows()))
          .apply("Latest", View.asIterable());
    }
  }

  private static final class AbsentFn<V> extends DoFn<SlateRange, KV<String, V>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    @SuppressWarnings("NullAway") // An absent row is what marks the slate; its coder allows it.
    public void mark(@Element SlateRange slates, OutputReceiver<KV<String, V>> output) {
      slates.days().forEach(day -> output.output(KV.of(day.toString(), null)));
    }
  }

  private static final class Collect<K, V>
      extends Combine.CombineFn<V, SlateMap<K, V>, SlateMap<K, V>> {
    private static final long serialVersionUID = 1L;

    private final SerializableFunction<V, K> key;

    Collect(SerializableFunction<V, K> key) {
      this.key = key;
    }

    @Override
    public SlateMap<K, V> createAccumulator() {
      return new SlateMap<>();
    }

    /** A null is what marks a slate and is no row. */
    @Override
    public SlateMap<K, V> addInput(SlateMap<K, V> map, @Nullable V row) {
      if (row != null) {
        map.put(key.apply(row), row);
      }
      return map;
    }

    @Override
    public SlateMap<K, V> mergeAccumulators(Iterable<SlateMap<K, V>> maps) {
      SlateMap<K, V> merged = new SlateMap<>();
      maps.forEach(merged::putAll);
      return merged;
    }

    @Override
    public SlateMap<K, V> extractOutput(SlateMap<K, V> map) {
      return map;
    }

    @Override
    public Coder<SlateMap<K, V>> getAccumulatorCoder(CoderRegistry registry, Coder<V> rows) {
      return coder(rows);
    }

    @Override
    public Coder<SlateMap<K, V>> getDefaultOutputCoder(CoderRegistry registry, Coder<V> rows) {
      return coder(rows);
    }

    /** Rows travel as rows, many times faster than by Java's serialization; a map has no nulls. */
    private Coder<SlateMap<K, V>> coder(Coder<V> rows) {
      return DelegateCoder.of(
          ListCoder.of(rows instanceof NullableCoder<V> coder ? coder.getValueCoder() : rows),
          SlateMap::rows,
          list -> {
            SlateMap<K, V> map = new SlateMap<>();
            list.forEach(row -> map.put(key.apply(row), row));
            return map;
          });
    }
  }
}
