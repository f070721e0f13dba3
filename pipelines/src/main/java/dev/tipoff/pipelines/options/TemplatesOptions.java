package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Where a deployment is to be, for the files that it is made of. */
public interface TemplatesOptions extends PipelineOptions {
  @Description("The folder that the files are written to; made if it is not there")
  @Nullable String getOut();

  void setOut(@Nullable String out);

  @Description("The project that is deployed to")
  @Nullable String getInProject();

  void setInProject(@Nullable String inProject);

  @Description("The region of jobs and schedules")
  @Default.String("us-central1")
  String getInRegion();

  void setInRegion(String inRegion);

  @Description("The bucket of archive, models and site, without gs://")
  @Nullable String getBucket();

  void setBucket(@Nullable String bucket);

  @Description("The image, best by its digest: HOST/PROJECT/REPOSITORY/NAME@sha256:...")
  @Nullable String getImage();

  void setImage(@Nullable String image);

  @Description("The folder that the template files will be in, such as gs://BUCKET/revisions/ID")
  @Nullable String getTemplates();

  void setTemplates(@Nullable String templates);

  @Description(
      "A JSON file with parameters that every launch gets, such as alertChannels (default: none)")
  @Nullable String getParameters();

  void setParameters(@Nullable String parameters);

  @Description("Logs what happens on standard error")
  @Default.Boolean(false)
  boolean getVerbose();

  void setVerbose(boolean verbose);
}
