package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.Test;

/** What a warehouse in BigQuery makes of a pipeline's options. */
public class BigQueryWarehouseTest {
  private static final int MINUTE = 60_000;

  private static BigQueryOptions opened(String... args) {
    BigQueryOptions options = PipelineOptionsFactory.fromArgs(args).as(BigQueryOptions.class);
    BigQueryWarehouse.of("some-project", "", "US", "temp", InventedRows.AS_OF, options);
    return options;
  }

  @Test
  public void noCallOfBigQueryIoWaitsLongerThanOtherCallsOutside() {
    for (BigQueryOptions options :
        new BigQueryOptions[] {
          opened(),
          opened("--HTTPReadTimeout=0", "--HTTPWriteTimeout=0"),
          opened("--HTTPReadTimeout=61000", "--HTTPWriteTimeout=61000")
        }) {
      assertThat(options.getHTTPReadTimeout(), is(MINUTE));
      assertThat(options.getHTTPWriteTimeout(), is(MINUTE));
    }
  }

  @Test
  public void aShorterWaitIsKept() {
    BigQueryOptions options = opened("--HTTPReadTimeout=700", "--HTTPWriteTimeout=800");
    assertThat(options.getHTTPReadTimeout(), is(700));
    assertThat(options.getHTTPWriteTimeout(), is(800));
  }

  @Test
  public void jobsAreBilledToTheProjectUnlessAnotherPays() {
    assertThat(opened().getBigQueryProject(), is("some-project"));
    assertThat(opened("--bigQueryProject=payer-project").getBigQueryProject(), is("payer-project"));
  }
}
