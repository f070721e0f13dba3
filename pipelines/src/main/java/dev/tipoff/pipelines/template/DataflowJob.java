package dev.tipoff.pipelines.template;

import com.google.common.base.Preconditions;
import dev.tipoff.pipelines.launch.CodeVersion;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.options.WarehouseOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.runners.dataflow.options.DataflowPipelineOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What a job of Dataflow is given beside its graph, where a launch does not say otherwise. */
final class DataflowJob {
  /** Runner v2, on which the graphs are tested. */
  static final String RUNNER_V2 = "use_runner_v2";

  /**
   * The service's own deadline of a job.
   *
   * @see <a href="https://cloud.google.com/dataflow/docs/guides/stopping-a-pipeline">Google on
   *     stopping jobs</a>
   */
  static final String WALL_TIME = "max_workflow_runtime_walltime_seconds=";

  private DataflowJob() {}

  /** Sets what a launch leaves open; nothing for a run on this machine. */
  static void settle(Template template, WarehouseOptions options) {
    if (options.getRunner() == DirectRunner.class) {
      return;
    }
    DataflowPipelineOptions job = options.as(DataflowPipelineOptions.class);
    Duration most = template.wallTime();
    if (most == null) {
      job.setEnableStreamingEngine(true);
    } else {
      if (options.getRunDeadline() == null) {
        options.setRunDeadline(most.toMinutes() + "m");
      }
      Duration wallTime = Launcher.runDeadline(template.id(), options);
      job.setDataflowServiceOptions(
          with(job.getDataflowServiceOptions(), WALL_TIME, String.valueOf(wallTime.toSeconds())));
    }
    job.setExperiments(with(job.getExperiments(), RUNNER_V2, ""));
    if (job.getWorkerMachineType() == null) {
      job.setWorkerMachineType(template.machines().type());
    }
    if (job.getMaxNumWorkers() == 0) {
      job.setMaxNumWorkers(template.machines().most());
    }
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("tipoff-template", template.id());
    labels.put("tipoff-code", CodeVersion.ofThisCode());
    if (job.getLabels() != null) {
      labels.putAll(job.getLabels());
    }
    job.setLabels(labels);
  }

  /**
   * The arguments of a job whose secrets are in Secret Manager: of its own project, unless they say
   * which.
   *
   * @throws IllegalArgumentException if they are to come from anywhere else
   */
  static String[] withSecrets(String[] args) {
    List<String> all = new ArrayList<>(List.of(args));
    String profile = value(args, "profile").orElse("production");
    Preconditions.checkArgument(
        profile.equals("production"),
        "--profile=%s is for runs on one's own machine; a job's secrets are in Secret Manager",
        profile);
    if (value(args, "profile").isEmpty()) {
      all.add("--profile=production");
    }
    if (value(args, "secretsProject").isEmpty()) {
      value(args, "project").ifPresent(project -> all.add("--secretsProject=" + project));
    }
    return all.toArray(String[]::new);
  }

  private static Optional<String> value(String[] args, String option) {
    String start = "--" + option + "=";
    return Arrays.stream(args)
        .filter(arg -> arg.startsWith(start) && arg.length() > start.length())
        .map(arg -> arg.substring(start.length()))
        .findFirst();
  }

  /** The list with a setting at its end, unless it has one that begins like it. */
  private static List<String> with(@Nullable List<String> given, String name, String value) {
    List<String> all = new ArrayList<>(given == null ? List.of() : given);
    if (all.stream().noneMatch(each -> each.startsWith(name))) {
      all.add(name + value);
    }
    return all;
  }
}
