package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Which failures to try again, with the options of the phases that met them. */
public interface ReplayOptions extends RunOptions {
  @Description("Only failures with this code, such as STEP_FAULT (default: any)")
  @Parameter(label = "Code", matches = "[A-Z_]+")
  @Nullable String getCode();

  void setCode(@Nullable String code);

  @Description("Only failures of this step, such as Predict (default: any)")
  @Parameter(label = "Step")
  @Nullable String getStep();

  void setStep(@Nullable String step);

  @Description("Only failures of this pipeline, such as predict (default: any)")
  @Parameter(label = "Pipeline", matches = "[a-z-]+")
  @Nullable String getPipeline();

  void setPipeline(@Nullable String pipeline);
}
