package dev.tipoff.transforms.grouping;

import com.google.common.base.Preconditions;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * The same rows, once there is nothing more to come of other collections: for a step whose side
 * inputs are made of those and late.
 *
 * <p>Beam has a step wait for its side inputs by itself. DirectRunner lets it wait by trying again
 * without rest, each time with all rows that wait and with the DoFn written out and read back
 * twice: 13 in 100 samples of a season's backfill were of that alone. Behind a GroupByKey nothing
 * is tried before it is due.
 *
 * @param <T> a row
 */
public final class HoldUntil<T> extends PTransform<PCollection<T>, PCollection<T>> {
  private static final long serialVersionUID = 1L;

  private final transient List<PCollection<?>> others;
  private final SerializableFunction<T, Integer> share;

  private HoldUntil(List<PCollection<?>> others, SerializableFunction<T, Integer> share) {
    this.others = others;
    this.share = share;
  }

  /**
   * Holds a few rows.
   *
   * @param others windowed as the rows are
   */
  public static <T> HoldUntil<T> done(PCollection<?>... others) {
    return new HoldUntil<>(List.of(others), row -> 0);
  }

  /**
   * Holds rows until side inputs are made.
   *
   * @param views windowed as the rows are
   */
  public static <T> HoldUntil<T> made(PCollectionView<?>... views) {
    List<PCollection<?>> others = new ArrayList<>();
    for (PCollectionView<?> view : views) {
      others.add(Preconditions.checkNotNull(view.getPCollection()));
    }
    return new HoldUntil<>(others, row -> 0);
  }

  /**
   * Spreads rows over workers by a number, where there are many.
   *
   * @param by the same for equal rows
   */
  public HoldUntil<T> spread(SerializableFunction<T, Integer> by) {
    return new HoldUntil<>(others, by);
  }

  @Override
  public PCollection<T> expand(PCollection<T> rows) {
    Coder<KV<Integer, T>> coder = KvCoder.of(VarIntCoder.of(), rows.getCoder());
    PCollectionList<KV<Integer, T>> all =
        PCollectionList.of(
            rows.apply("Share", WithKeys.of(share).withKeyType(TypeDescriptors.integers()))
                .setCoder(coder));
    for (PCollection<?> other : others) {
      all = all.and(nothing(other, all.size(), coder));
    }
    return all.apply("WithOthers", Flatten.pCollections())
        .apply("Hold", GroupInShards.create())
        .apply("Held", Values.create())
        .apply("Rows", Flatten.iterables())
        .setCoder(rows.getCoder());
  }

  private static <S, T> PCollection<KV<Integer, T>> nothing(
      PCollection<S> other, int index, Coder<KV<Integer, T>> coder) {
    return other.apply("End" + index, ParDo.of(new NothingFn<S, KV<Integer, T>>())).setCoder(coder);
  }

  private static final class NothingFn<S, T> extends DoFn<S, T> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void pass() {}
  }
}
