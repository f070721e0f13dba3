package dev.tipoff.transforms.alerts;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.grouping.CombineInShards;
import dev.tipoff.transforms.grouping.OnePerKey;
import dev.tipoff.transforms.model.GameDay;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.Combine.BinaryCombineFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Instant;

/**
 * What a run failed at, an alert for each step and code however many failures there are. A failure
 * that is met twice counts once, and the order in which they come makes no difference but to the
 * times at which they were seen.
 */
public final class GroupFailures extends PTransform<PCollection<Failure>, PCollection<Alert>> {
  private static final long serialVersionUID = 1L;

  private final String pipeline;
  private final String runId;
  private final GameDay day;
  private final Clock clock;

  /** Tells the time, on whatever machine it is asked. */
  public interface Clock extends Serializable {
    Instant now();
  }

  private GroupFailures(String pipeline, String runId, GameDay day, Clock clock) {
    this.pipeline = pipeline;
    this.runId = runId;
    this.day = day;
    this.clock = clock;
  }

  /**
   * The failures of a run.
   *
   * @param day on which the run started; the same failures on another day are another alert
   * @param clock says when a failure is seen
   */
  public static GroupFailures of(String pipeline, String runId, GameDay day, Clock clock) {
    return new GroupFailures(pipeline, runId, day, clock);
  }

  @Override
  public PCollection<Alert> expand(PCollection<Failure> failures) {
    return failures
        .apply("Distinct", OnePerKey.by(Failure::getFailureId))
        .apply(
            "Seen",
            MapElements.into(TypeDescriptor.of(FailureGroup.class))
                .via(failure -> FailureGroup.of(failure, clock.now())))
        .apply("ByKind", WithKeys.of(GroupFailures::kind).withKeyType(TypeDescriptors.strings()))
        .apply("Group", CombineInShards.of(BinaryCombineFn.of(FailureGroup::and)))
        .apply("Groups", Values.create())
        .apply(
            "Alerts",
            MapElements.into(TypeDescriptor.of(Alert.class))
                .via(group -> group.alert(pipeline, runId, day)));
  }

  /** As the transform, of failures that are no PCollection. */
  public List<Alert> group(Collection<Failure> failures) {
    Map<String, Failure> distinct = new TreeMap<>();
    failures.forEach(failure -> distinct.put(failure.getFailureId(), failure));
    Map<String, FailureGroup> groups = new TreeMap<>();
    for (Failure failure : distinct.values()) {
      FailureGroup one = FailureGroup.of(failure, clock.now());
      groups.merge(kind(one), one, FailureGroup::and);
    }
    return groups.values().stream().map(group -> group.alert(pipeline, runId, day)).toList();
  }

  private static String kind(FailureGroup group) {
    return group.getStep() + "/" + group.getCode();
  }
}
