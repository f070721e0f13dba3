package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Whether to run what need not be. */
public interface ForceOptions extends PipelineOptions {
  @Description("Runs even if nothing has changed that it hangs on, or it is not its time")
  @Default.Boolean(false)
  @Parameter(label = "Run all the same", type = Parameter.Type.BOOLEAN)
  boolean getForce();

  void setForce(boolean force);
}
