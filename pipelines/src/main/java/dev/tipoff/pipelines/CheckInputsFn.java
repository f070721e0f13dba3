package dev.tipoff.pipelines;

import com.google.common.collect.ImmutableSet;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.fingerprint.Fingerprint;
import dev.tipoff.transforms.fingerprint.RunFingerprints;
import dev.tipoff.transforms.fingerprint.SlateFingerprints;
import dev.tipoff.transforms.tables.Table;
import java.util.Map;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the fingerprint of each slate and source, and holds the rows of a source against what the
 * run that wrote the slate's said: fewer or more mean that a run died while it was writing. Only to
 * a table of events do other runs, and a stream, add rows of their own.
 */
final class CheckInputsFn extends DoFn<String, Failure> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(CheckInputsFn.class);

  private static final ImmutableSet<String> EVENTS =
      Tables.all().stream()
          .filter(table -> table.kind() == Table.Kind.EVENT)
          .map(Table::name)
          .collect(ImmutableSet.toImmutableSet());

  private final PCollectionView<RunFingerprints> fingerprints;

  CheckInputsFn(PCollectionView<RunFingerprints> fingerprints) {
    this.fingerprints = fingerprints;
  }

  @ProcessElement
  public void check(@Element String phase, ProcessContext process) {
    for (SlateFingerprints slate : process.sideInput(fingerprints).slates().values()) {
      for (Map.Entry<String, Fingerprint> source : slate.sources().entrySet()) {
        long rows = source.getValue().rows();
        Metrics.counter("fingerprint-rows", source.getKey()).inc(rows);
        LOG.info(
            "phase={} slate={} source={} rows={} hash={}",
            phase,
            slate.slate(),
            source.getKey(),
            rows,
            Long.toHexString(source.getValue().hash()));
        Long own = slate.ownRows().get(source.getKey());
        Long expected = slate.expected().get(source.getKey());
        if (own != null && expected != null && isOff(source.getKey(), own, expected)) {
          process.output(incomplete(slate, source.getKey(), own, expected));
        }
      }
    }
  }

  private static boolean isOff(String source, long rows, long expected) {
    return EVENTS.contains(source) ? rows < expected : rows != expected;
  }

  private static Failure incomplete(
      SlateFingerprints slate, String source, long rows, long expected) {
    return Failure.of(
        "CheckInputs",
        FailureCode.INCOMPLETE_INPUT,
        source + "|" + slate.slate(),
        String.format(
            "%s of %s has %,d rows, but the run that wrote it said %,d; run its phase again",
            source, slate.slate(), rows, expected),
        slate.toString(),
        slate.slate());
  }
}
