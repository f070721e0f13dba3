package dev.tipoff.transforms.grouping;

import org.apache.beam.sdk.transforms.Combine.BinaryCombineFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * As {@code Distinct.withRepresentativeValueFn}, for many small groups: see {@link GroupInShards}.
 * Any of the rows with one key is given out, so it is for rows of which it does not matter which.
 */
public final class OnePerKey<T> extends PTransform<PCollection<T>, PCollection<T>> {
  private static final long serialVersionUID = 1L;

  private final SerializableFunction<T, String> keyOf;

  private OnePerKey(SerializableFunction<T, String> keyOf) {
    this.keyOf = keyOf;
  }

  public static <T> OnePerKey<T> by(SerializableFunction<T, String> keyOf) {
    return new OnePerKey<>(keyOf);
  }

  @Override
  public PCollection<T> expand(PCollection<T> rows) {
    return rows.apply("ByKey", WithKeys.<String, T>of(keyOf).withKeyType(TypeDescriptors.strings()))
        .apply("Choose", CombineInShards.of(BinaryCombineFn.<T>of((chosen, another) -> chosen)))
        .apply("Rows", Values.create());
  }
}
