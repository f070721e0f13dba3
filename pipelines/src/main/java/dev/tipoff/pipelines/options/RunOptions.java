package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** All phases of a slate. */
public interface RunOptions extends ScrapeOptions, PredictOptions, PublishOptions {
  @Description("Runs every phase, even one of whose inputs nothing has changed")
  @Default.Boolean(false)
  boolean getForce();

  void setForce(boolean force);
}
