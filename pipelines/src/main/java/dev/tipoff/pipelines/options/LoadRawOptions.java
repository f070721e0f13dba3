package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Where the raw bodies are. */
public interface LoadRawOptions extends SlateOptions {
  @Description("The raw archive: a folder, or gs://BUCKET/FOLDER, with SOURCE/YYYY-MM-DD/ in it")
  @Default.String("archive")
  @Parameter(label = "Raw archive", type = Parameter.Type.READ_FOLDER, required = true)
  String getArchive();

  void setArchive(String archive);
}
