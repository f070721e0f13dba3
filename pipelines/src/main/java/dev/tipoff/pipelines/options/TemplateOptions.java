package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What the launch of a template has beside the options of its pipeline. */
public interface TemplateOptions extends ForceOptions {
  @Description("Which pipeline of the image to launch; a template has one value for it")
  @Parameter(label = "Template", required = true)
  @Nullable String getTemplate();

  void setTemplate(@Nullable String template);
}
