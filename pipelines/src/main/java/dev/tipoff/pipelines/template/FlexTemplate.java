package dev.tipoff.pipelines.template;

import dev.tipoff.pipelines.launch.Ending;
import dev.tipoff.pipelines.launch.Logging;
import dev.tipoff.pipelines.launch.Report;
import java.io.PrintStream;

/**
 * What Dataflow's launcher starts in the image, with the parameters of a launch and the options of
 * the service as arguments. It does not wait for the job: the launcher makes the job of the graph
 * that the runner leaves it.
 */
public final class FlexTemplate {
  private FlexTemplate() {}

  /** Launches the template that {@code --template} names and ends with the exit code of it. */
  public static void main(String[] args) {
    System.exit(launch(args, System.out, System.err));
  }

  /**
   * Launches a template.
   *
   * @return the exit code: 0 launched, 1 failed, 2 wrong parameters
   */
  static int launch(String[] args, PrintStream out, PrintStream err) {
    Logging.set(true);
    return Ending.of(
            "template",
            "",
            () -> {
              TemplateLaunch launch = TemplateLaunch.of(args);
              launch.run(launch.warehouse(), new Report(out));
            },
            err)
        .code();
  }
}
