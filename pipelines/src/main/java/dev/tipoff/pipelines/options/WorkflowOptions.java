package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Which slates a workflow is for, and what it may ask. Its sources are its own. */
public interface WorkflowOptions extends ScrapeOptions {
  @Description("Runs the workflow even if it is not its time")
  @Default.Boolean(false)
  @Parameter(label = "Run whatever the time", type = Parameter.Type.BOOLEAN)
  boolean getForce();

  void setForce(boolean force);
}
