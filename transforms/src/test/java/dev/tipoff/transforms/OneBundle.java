package dev.tipoff.transforms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.windowing.TimestampCombiner;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Rows shuffled into one bundle: that of the one key they are grouped by. */
public final class OneBundle<T> extends PTransform<PBegin, PCollection<T>> {
  private static final long serialVersionUID = 1L;

  private final transient List<T> rows;

  private OneBundle(List<T> rows) {
    this.rows = rows;
  }

  public static <T> PCollection<T> of(Pipeline pipeline, String name, List<T> rows, long seed) {
    List<T> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    return pipeline.apply(name, new OneBundle<>(shuffled));
  }

  @Override
  public PCollection<T> expand(PBegin begin) {
    return begin
        .apply(Create.of(rows))
        .apply(WithKeys.<Integer, T>of(0).withKeyType(TypeDescriptors.integers()))
        .apply(Window.<KV<Integer, T>>configure().withTimestampCombiner(TimestampCombiner.EARLIEST))
        .apply(GroupByKey.create())
        .apply(Values.create())
        .apply(Flatten.iterables());
  }
}
