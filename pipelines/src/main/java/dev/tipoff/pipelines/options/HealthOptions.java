package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * How to tell what is well. The other options are those of {@code run}, so that what is looked at
 * is what a run with them would use; none of its phases is run.
 */
public interface HealthOptions extends RunOptions {
  @Description("Prints one JSON document, which docs/health.md describes")
  @Default.Boolean(false)
  boolean getJson();

  void setJson(boolean json);

  @Description(
      "Answers /health and /ready over HTTP on this port until it is told to stop; 0 is any free"
          + " port, and is printed")
  @Nullable Integer getServe();

  void setServe(@Nullable Integer serve);

  @Description(
      "The address of this machine to serve at; 0.0.0.0 is all of them, and whoever reaches one"
          + " reads what health says")
  @Default.String("127.0.0.1")
  String getBind();

  void setBind(String bind);
}
