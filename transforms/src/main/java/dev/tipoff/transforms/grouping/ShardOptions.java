package dev.tipoff.transforms.grouping;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.DefaultValueFactory;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Into how many shards {@link GroupInShards} puts its keys. */
public interface ShardOptions extends PipelineOptions {
  @Description(
      "How many shards small groups travel in (default one a processor on DirectRunner, else 64)")
  @Default.InstanceFactory(ByRunner.class)
  int getShards();

  void setShards(int shards);

  /**
   * DirectRunner copies a shard for every bundle that adds to it, so there it gets as few as keep
   * its workers busy.
   */
  final class ByRunner implements DefaultValueFactory<Integer> {
    @Override
    public Integer create(PipelineOptions options) {
      return options.getRunner().getSimpleName().equals("DirectRunner")
          ? Math.max(2, Runtime.getRuntime().availableProcessors())
          : 64;
    }
  }
}
