package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.tables.Table;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Fails the run if it would start more load jobs on a table than it may; a partition is a job.
 * Gives their number once it is known to be right.
 */
final class LimitLoadJobs extends PTransform<PCollection<StoredPartition>, PCollection<Long>> {
  private static final long serialVersionUID = 1L;

  /**
   * Load jobs that one run may start on one table. BigQuery allows a table 1,500 a day; the rest is
   * for the day's other runs. Six seasons have about 1,100 slates.
   */
  static final int MAX = 1_400;

  private final String table;

  LimitLoadJobs(Table<?> table) {
    this.table = table.name();
  }

  @Override
  public PCollection<Long> expand(PCollection<StoredPartition> partitions) {
    String target = table;
    return partitions
        .apply("Count", Count.globally())
        .apply("Check", MapElements.into(TypeDescriptors.longs()).via(jobs -> check(target, jobs)));
  }

  /**
   * @throws IllegalStateException if they are too many
   */
  private static long check(String table, long jobs) {
    if (jobs > MAX) {
      throw new IllegalStateException(
          String.format(
              "%s: rows of %d slates are too many for one run on BigQuery, which limits load jobs"
                  + " to 1,500 a table and day; take at most %d slates at a time. Nothing of the"
                  + " table was changed",
              table, jobs, MAX));
    }
    return jobs;
  }
}
