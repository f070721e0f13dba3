package dev.tipoff.transforms.grouping;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import org.apache.beam.sdk.transforms.Combine.CombineFn;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** What {@link CombineBundlesFn} made of the bundles, brought together by key. */
final class MergePartsFn<K, A, O> extends DoFn<KV<K, Iterable<A>>, KV<K, O>> {
  private static final long serialVersionUID = 1L;

  private final CombineFn<?, A, O> combine;

  MergePartsFn(CombineFn<?, A, O> combine) {
    this.combine = combine;
  }

  /** The first accumulator may be changed, so it is one of our own. */
  @ProcessElement
  public void merge(@Element KV<K, Iterable<A>> group, OutputReceiver<KV<K, O>> output) {
    A merged =
        combine.mergeAccumulators(
            Iterables.concat(ImmutableList.of(combine.createAccumulator()), group.getValue()));
    output.output(KV.of(group.getKey(), combine.extractOutput(merged)));
  }
}
