package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Which workflow a launch is of. */
public interface WorkflowTemplateOptions extends WorkflowOptions {
  @Description("The workflow, betting_lines for instance; tipoff workflow lists them")
  @Parameter(label = "Workflow", matches = "[a-z][a-z0-9_]*", required = true)
  @Nullable String getWorkflow();

  void setWorkflow(@Nullable String workflow);
}
