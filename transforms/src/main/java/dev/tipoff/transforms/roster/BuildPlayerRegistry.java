package dev.tipoff.transforms.roster;

import java.util.TreeMap;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine.CombineFn;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Combines roster entries into a {@link PlayerRegistry}, in whatever order they come. Of a player's
 * entries under one name only the latest is kept, so a bundle's share stays as small as the league.
 *
 * <p>{@code entries.apply(Combine.globally(new BuildPlayerRegistry()).asSingletonView())}
 */
public final class BuildPlayerRegistry
    extends CombineFn<RosterEntry, TreeMap<String, RosterEntry>, PlayerRegistry> {
  @Override
  public TreeMap<String, RosterEntry> createAccumulator() {
    return new TreeMap<>();
  }

  @Override
  public TreeMap<String, RosterEntry> addInput(
      TreeMap<String, RosterEntry> accumulator, RosterEntry entry) {
    accumulator.merge(
        entry.getPlayer() + "|" + entry.getName(),
        entry,
        (kept, other) -> RosterEntry.LATEST_FIRST.compare(kept, other) <= 0 ? kept : other);
    return accumulator;
  }

  @Override
  public TreeMap<String, RosterEntry> mergeAccumulators(
      Iterable<TreeMap<String, RosterEntry>> accumulators) {
    TreeMap<String, RosterEntry> merged = createAccumulator();
    for (TreeMap<String, RosterEntry> accumulator : accumulators) {
      accumulator.values().forEach(entry -> addInput(merged, entry));
    }
    return merged;
  }

  @Override
  public PlayerRegistry extractOutput(TreeMap<String, RosterEntry> accumulator) {
    return PlayerRegistry.of(accumulator.values());
  }

  @Override
  public Coder<TreeMap<String, RosterEntry>> getAccumulatorCoder(
      CoderRegistry registry, Coder<RosterEntry> entryCoder) {
    return SerializableCoder.of(new TypeDescriptor<TreeMap<String, RosterEntry>>() {});
  }

  @Override
  public Coder<PlayerRegistry> getDefaultOutputCoder(
      CoderRegistry registry, Coder<RosterEntry> entryCoder) {
    return SerializableCoder.of(PlayerRegistry.class);
  }
}
