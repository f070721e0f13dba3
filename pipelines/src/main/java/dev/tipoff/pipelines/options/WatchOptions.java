package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Which slates to watch, and from when on models are too old. */
public interface WatchOptions extends SlateOptions, AsOfOptions {
  @Description("The folder of models that predict, whose age is watched (default: none is)")
  @Parameter(label = "Models", type = Parameter.Type.READ_FOLDER)
  @Nullable String getModelDir();

  void setModelDir(@Nullable String modelDir);

  @Description("How many days ago the models may have learned last")
  @Default.Integer(60)
  @Parameter(
      label = "Days that models are good",
      matches = "[1-9]\\d*",
      type = Parameter.Type.NUMBER)
  int getModelDays();

  void setModelDays(int modelDays);
}
