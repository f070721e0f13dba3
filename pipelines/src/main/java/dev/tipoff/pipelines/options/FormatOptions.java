package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** In what form a command prints what it has found, for people or for programs. */
public interface FormatOptions extends WarehouseOptions {
  @Description(
      "What is printed: table, or csv or json with nothing else on standard output; what is said to"
          + " people then goes to standard error")
  @Default.String("table")
  String getFormat();

  void setFormat(String format);
}
