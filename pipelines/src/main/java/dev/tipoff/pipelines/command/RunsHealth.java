package dev.tipoff.pipelines.command;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.Phase;
import dev.tipoff.pipelines.health.ComponentHealth;
import dev.tipoff.pipelines.health.HealthStatus;
import dev.tipoff.pipelines.launch.RunHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Duration;
import org.joda.time.Instant;

/** The last run of each phase. One that failed, or died without a word, is to be looked at. */
final class RunsHealth {
  private static final List<String> PHASES =
      Stream.concat(Stream.of("scrape"), Arrays.stream(Phase.values()).map(Phase::id)).toList();

  private static final String FAILED = "FAILED";
  private static final String LOST = "LOST";
  private static final String NEVER = "NEVER";

  private RunsHealth() {}

  static ComponentHealth check(WarehouseAdmin warehouse, Instant now) {
    Map<String, RunHistory> last = new HashMap<>();
    RunHistory.of(warehouse.rows(Queries.lastRuns()))
        .forEach(run -> last.put(run.first().getPipeline(), run));
    List<String> wrong = new ArrayList<>();
    ImmutableList.Builder<Map<String, Object>> phases = ImmutableList.builder();
    for (String phase : PHASES) {
      RunHistory run = last.get(phase);
      String state = state(run, now);
      if (state.equals(FAILED) || state.equals(LOST)) {
        wrong.add(phase + " " + state);
      }
      phases.add(details(phase, state, run, now));
    }
    return new ComponentHealth(
        wrong.isEmpty() ? HealthStatus.HEALTHY : HealthStatus.DEGRADED,
        wrong.isEmpty() ? "no phase failed when it last ran" : String.join(", ", wrong),
        ImmutableMap.of("phases", phases.build()));
  }

  private static String state(@Nullable RunHistory run, Instant now) {
    return run == null ? NEVER : run.lost(now).isEmpty() ? run.state() : LOST;
  }

  private static Map<String, Object> details(
      String phase, String state, @Nullable RunHistory run, Instant now) {
    ImmutableMap.Builder<String, Object> details = ImmutableMap.builder();
    details.put("phase", phase);
    details.put("state", state);
    if (run != null) {
      Instant started = run.first().getStartedAt();
      details.put("run", run.first().getRunId());
      details.put("started_at", started.toString());
      details.put("age_seconds", new Duration(started, now).getStandardSeconds());
      if (!run.slates().isEmpty()) {
        details.put("slate", run.slates());
      }
    }
    return details.buildOrThrow();
  }
}
