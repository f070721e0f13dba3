package dev.tipoff.pipelines.launch;

import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;

/** The counters of a run. */
public final class RunCounts {
  private final PipelineResult result;

  RunCounts(PipelineResult result) {
    this.result = result;
  }

  /** The counters of a namespace, by name; those that never counted are absent. */
  public SortedMap<String, Long> of(String namespace) {
    SortedMap<String, Long> counts = new TreeMap<>();
    MetricsFilter filter =
        MetricsFilter.builder().addNameFilter(MetricNameFilter.inNamespace(namespace)).build();
    for (MetricResult<Long> counter : result.metrics().queryMetrics(filter).getCounters()) {
      counts.merge(counter.getName().getName(), counter.getAttempted(), Long::sum);
    }
    return counts;
  }

  public long get(String namespace, String name) {
    return of(namespace).getOrDefault(name, 0L);
  }

  long sum(String namespace) {
    return of(namespace).values().stream().mapToLong(Long::longValue).sum();
  }
}
