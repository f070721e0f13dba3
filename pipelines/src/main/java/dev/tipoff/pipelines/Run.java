package dev.tipoff.pipelines;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.tipoff.transforms.ledger.RunEvent;
import java.util.List;
import java.util.Map;

/** One run of a pipeline, as its graph must know it to say in the ledger that it is done. */
@AutoValue
public abstract class Run {
  /**
   * The events that the launcher stored before the graph: one a slate in their order, or the only
   * one of a run that is not of slates.
   */
  public abstract ImmutableList<RunEvent> started();

  /** All but the sources that the rows hang on: options, versions, features, model. */
  public abstract ImmutableSortedMap<String, String> settings();

  /**
   * @throws IllegalArgumentException without events
   */
  public static Run of(List<RunEvent> started, Map<String, String> settings) {
    if (started.isEmpty()) {
      throw new IllegalArgumentException("a run begins with at least one event");
    }
    return new AutoValue_Run(ImmutableList.copyOf(started), ImmutableSortedMap.copyOf(settings));
  }
}
