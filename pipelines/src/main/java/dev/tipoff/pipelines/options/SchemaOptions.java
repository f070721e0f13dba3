package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** What to do with the warehouse's tables; without a flag their statements are printed. */
public interface SchemaOptions extends WarehouseOptions {
  @Description("Creates what is missing of the datasets, tables and views")
  @Default.Boolean(false)
  boolean getApply();

  void setApply(boolean apply);

  @Description("Compares what is stored with what is declared; exits 1 if they differ")
  @Default.Boolean(false)
  boolean getCheck();

  void setCheck(boolean check);

  @Description("Prints the tables of BigQuery as JSON, as templates/terraform reads them")
  @Default.Boolean(false)
  boolean getJson();

  void setJson(boolean json);
}
