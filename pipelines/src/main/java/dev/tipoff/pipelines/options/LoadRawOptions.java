package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Where the raw bodies are. */
public interface LoadRawOptions extends SlateOptions {
  @Description("The raw archive: the folder that holds odds-api/player-props/YYYY-MM-DD/")
  @Default.String("archive")
  String getArchive();

  void setArchive(String archive);
}
