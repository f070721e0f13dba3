package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What time to take as the present. */
public interface AsOfOptions extends WarehouseOptions {
  @Description(
      "The time to take as the present, such as 2025-01-10T22:00:00Z: for predict a later line is"
          + " invisible and a game that has tipped off by then is refused, for analytics a later"
          + " injury report is. What is published of a game that is over stays, whatever the time"
          + " given here (default: now)")
  @Parameter(
      label = "Present",
      matches = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})")
  @Nullable String getAsOf();

  void setAsOf(@Nullable String asOf);
}
