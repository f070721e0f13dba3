package dev.tipoff.pipelines.template;

import com.google.common.base.Preconditions;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.launch.InFlight;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.NamedWarehouse;
import dev.tipoff.pipelines.launch.PlannedRun;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.RunLedger;
import dev.tipoff.pipelines.launch.Slates;
import dev.tipoff.pipelines.launch.UnopenedWarehouse;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.pipelines.options.TemplateOptions;
import dev.tipoff.pipelines.options.WarehouseOptions;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.StreamingOptions;
import org.joda.time.Instant;

/**
 * The launch of a template: reads its parameters, says in the ledger that its run has started,
 * builds the graph and hands it to the runner.
 */
final class TemplateLaunch {
  private static final String NAME = "template";
  private static final String WHY = "launched as a template";

  private final Template template;
  private final WarehouseOptions options;

  private TemplateLaunch(Template template, WarehouseOptions options) {
    this.template = template;
    this.options = options;
  }

  /**
   * Reads the parameters of a launch.
   *
   * @throws IllegalArgumentException if one is missing, unknown or has a wrong value; the message
   *     is one line
   */
  static TemplateLaunch of(String[] args) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String arg : args) {
      String[] parts = arg.split("=", 2);
      if (parts.length == 2 && parts[0].startsWith("--")) {
        given.put(parts[0].substring(2), parts[1]);
      }
    }
    String name = given.getOrDefault(NAME, "");
    Preconditions.checkArgument(
        !name.isEmpty(),
        "--template is missing: the name of the pipeline to launch, such as predict");
    Template template = Template.named(name);
    boolean onService =
        !given.getOrDefault("runner", "").equals(DirectRunner.class.getSimpleName());
    for (TemplateParameter parameter : template.parameters()) {
      if (onService || !parameter.isReplacedBy(given)) {
        parameter.check(given.get(parameter.name()), onService);
      }
    }
    WarehouseOptions options =
        Launcher.options(
            onService ? DataflowJob.withSecrets(args) : args,
            template.options(),
            TemplateOptions.class);
    if (options instanceof SlateOptions slates && !template.namesSlatesItself()) {
      Slates.of(slates);
    }
    DataflowJob.settle(template, options);
    return new TemplateLaunch(template, options);
  }

  /** Where the rows are. */
  Warehouse warehouse() {
    return NamedWarehouse.of(options);
  }

  /** The options, all of them. */
  PipelineOptions options() {
    return options;
  }

  /** Hands the run to the runner. DirectRunner has ended it when this returns. */
  void run(Warehouse warehouse, Report report) {
    if (options.getRunner() == DirectRunner.class) {
      options.as(DirectOptions.class).setBlockOnRun(true);
    }
    try (WarehouseAdmin admin = UnopenedWarehouse.openOrTell(warehouse, options, report)) {
      RunLedger ledger = new RunLedger(warehouse, admin);
      PlannedRun planned = template.plan(options, ledger);
      if (template.isStream()) {
        options.as(StreamingOptions.class).setStreaming(true);
        ledger.submitStream(planned, options);
      } else {
        PlannedRun run =
            InFlight.of(planned.pipeline(), planned.slates(), Instant.now(), admin)
                .map(why -> planned.passed(Event.SKIPPED, why))
                .orElse(planned);
        ledger.submit(run, WHY, options);
      }
    }
  }
}
