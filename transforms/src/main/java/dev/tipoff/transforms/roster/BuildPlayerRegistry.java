package dev.tipoff.transforms.roster;

import java.util.HashSet;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine.CombineFn;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Combines roster entries into a {@link PlayerRegistry}, in whatever order they come and however
 * often each does.
 *
 * <p>{@code entries.apply(CombinedView.of(new BuildPlayerRegistry()))}
 */
public final class BuildPlayerRegistry
    extends CombineFn<RosterEntry, HashSet<RosterEntry>, PlayerRegistry> {
  @Override
  public HashSet<RosterEntry> createAccumulator() {
    return new HashSet<>();
  }

  @Override
  public HashSet<RosterEntry> addInput(HashSet<RosterEntry> accumulator, RosterEntry entry) {
    accumulator.add(entry);
    return accumulator;
  }

  @Override
  public HashSet<RosterEntry> mergeAccumulators(Iterable<HashSet<RosterEntry>> accumulators) {
    HashSet<RosterEntry> merged = createAccumulator();
    accumulators.forEach(merged::addAll);
    return merged;
  }

  @Override
  public PlayerRegistry extractOutput(HashSet<RosterEntry> accumulator) {
    return PlayerRegistry.of(accumulator);
  }

  @Override
  public Coder<HashSet<RosterEntry>> getAccumulatorCoder(
      CoderRegistry registry, Coder<RosterEntry> entryCoder) {
    return SerializableCoder.of(new TypeDescriptor<HashSet<RosterEntry>>() {});
  }

  @Override
  public Coder<PlayerRegistry> getDefaultOutputCoder(
      CoderRegistry registry, Coder<RosterEntry> entryCoder) {
    return SerializableCoder.of(PlayerRegistry.class);
  }
}
