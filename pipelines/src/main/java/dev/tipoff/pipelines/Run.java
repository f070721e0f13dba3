package dev.tipoff.pipelines;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSortedMap;
import dev.tipoff.transforms.ledger.RunEvent;
import java.util.Map;

/** One run of a phase, as its graph must know it to say in the ledger that it is done. */
@AutoValue
public abstract class Run {
  /** The event that the launcher stored before the graph. */
  public abstract RunEvent started();

  /** All but the sources that the rows hang on: options, versions, features, model. */
  public abstract ImmutableSortedMap<String, String> settings();

  public static Run of(RunEvent started, Map<String, String> settings) {
    return new AutoValue_Run(started, ImmutableSortedMap.copyOf(settings));
  }
}
