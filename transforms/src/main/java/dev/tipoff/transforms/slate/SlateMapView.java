package dev.tipoff.transforms.slate;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.DelegateCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * One {@link SlateMap} a slate as a side input of rows in {@link SlateWindows}; a slate without
 * rows has an empty one. A singleton, since a map view costs a look-up through the runner for every
 * key (measured four to five times slower on DirectRunner).
 *
 * <p>Every slate gets an absent row, so that its map is made like any other. DirectRunner makes the
 * default of a window that nothing came to only when its watermark passes, and a step that waits
 * for it may then never be woken: under load one empty slate in eight hung for ever.
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
    Coder<V> coder = NullableCoder.of(rows.getCoder());
    PCollection<V> present =
        rows.apply(
                "Present",
                MapElements.into(rows.getTypeDescriptor())
                    .via((SerializableFunction<V, V>) row -> row))
            .setCoder(coder);
    return PCollectionList.of(present)
        .and(
            rows.getPipeline()
                .apply("Slates", Create.of(slates().days()))
                .apply("SlateWindows", SlateWindows.by(day -> day))
                .apply("Absent", ParDo.of(new AbsentFn<V>()))
                .setCoder(coder))
        .apply("WithEverySlate", Flatten.pCollections())
        .apply("Collect", Combine.globally(new Collect<>(key())).asSingletonView());
  }

  private static final class AbsentFn<V> extends DoFn<GameDay, V> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    @SuppressWarnings("NullAway") // An absent row is what marks the slate; its coder allows it.
    public void mark(OutputReceiver<V> output) {
      output.output(null);
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

    /** Rows travel as rows, many times faster than by Java's serialization. */
    private Coder<SlateMap<K, V>> coder(Coder<V> rows) {
      return DelegateCoder.of(
          ListCoder.of(rows),
          SlateMap::rows,
          list -> {
            SlateMap<K, V> map = new SlateMap<>();
            list.forEach(row -> map.put(key.apply(row), row));
            return map;
          });
    }
  }
}
