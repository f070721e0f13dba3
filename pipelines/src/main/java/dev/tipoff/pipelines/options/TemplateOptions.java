package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Which of the image's pipelines is launched: the service names none, as all are one image. */
public interface TemplateOptions extends PipelineOptions {
  @Description("Which pipeline of the image to launch; a template has one value for it")
  @Parameter(label = "Template", required = true)
  @Nullable String getTemplate();

  void setTemplate(@Nullable String template);
}
