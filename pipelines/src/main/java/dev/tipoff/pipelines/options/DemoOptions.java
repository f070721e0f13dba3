package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** The demo. */
public interface DemoOptions extends PipelineOptions {
  @Description("The folder for the made-up files, the warehouse and the page; emptied first")
  @Default.String("tipoff-demo")
  String getFolder();

  void setFolder(String folder);

  @Description("The made-up league: another seed, another league")
  @Default.Long(2025)
  long getSeed();

  void setSeed(long seed);

  @Description("Logs what happens on standard error")
  @Default.Boolean(false)
  boolean getVerbose();

  void setVerbose(boolean verbose);
}
