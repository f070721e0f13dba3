package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Which failures to try again, with the options of the phases that met them. */
public interface ReplayOptions extends RunOptions {
  @Description("Only failures with this code, such as STEP_FAULT (default: any)")
  @Nullable String getCode();

  void setCode(@Nullable String code);

  @Description("Only failures of this step, such as Predict (default: any)")
  @Nullable String getStep();

  void setStep(@Nullable String step);

  @Description("Only failures of this pipeline, such as predict (default: any)")
  @Nullable String getPipeline();

  void setPipeline(@Nullable String pipeline);
}
