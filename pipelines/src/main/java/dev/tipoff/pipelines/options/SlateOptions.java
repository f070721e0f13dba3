package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Which slates. */
public interface SlateOptions extends WarehouseOptions {
  @Description(
      "The slate: the date of its games in New York, such as 2025-01-10, or today, yesterday or"
          + " tomorrow")
  @Parameter(label = "Slate", matches = "today|yesterday|tomorrow|\\d{4}-\\d{2}-\\d{2}")
  @Nullable String getDate();

  void setDate(@Nullable String date);

  @Description("The first slate of several")
  @Parameter(label = "First slate", matches = "today|yesterday|tomorrow|\\d{4}-\\d{2}-\\d{2}")
  @Nullable String getFrom();

  void setFrom(@Nullable String from);

  @Description("The last slate of several")
  @Parameter(label = "Last slate", matches = "today|yesterday|tomorrow|\\d{4}-\\d{2}-\\d{2}")
  @Nullable String getTo();

  void setTo(@Nullable String to);
}
