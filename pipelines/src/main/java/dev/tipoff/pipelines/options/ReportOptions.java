package dev.tipoff.pipelines.options;

import java.util.List;
import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Which runs. */
public interface ReportOptions extends SlateOptions {
  @Description("Two run ids with a comma between: what the first wrote is expected of the second")
  @Nullable List<String> getCompare();

  void setCompare(@Nullable List<String> compare);
}
