package dev.tipoff.transforms.odds;

import com.google.common.collect.Lists;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.grouping.GroupInShards;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Instant;

/**
 * One line of each observation: bodies of two snapshots repeat a market that did not move in
 * between. Of copies the one with the earliest stated tip stays, the others are counted in {@code
 * copies}. Lines with one key and different prices are failures, all of them.
 */
public final class DistinctObservations
    extends PTransform<
        PCollection<RawPropLine>, WithFailures.Result<PCollection<RawPropLine>, Failure>> {
  private static final long serialVersionUID = 1L;
  private static final TupleTag<RawPropLine> LINES = new TupleTag<>("lines") {};
  private static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};
  private static final Instant UNSTATED = Instant.ofEpochMilli(Long.MAX_VALUE);

  private DistinctObservations() {}

  public static DistinctObservations create() {
    return new DistinctObservations();
  }

  @Override
  public WithFailures.Result<PCollection<RawPropLine>, Failure> expand(
      PCollection<RawPropLine> lines) {
    PCollectionTuple distinct =
        lines
            .apply(
                "ByObservation",
                WithKeys.<String, RawPropLine>of(RawLineText::key)
                    .withKeyType(TypeDescriptors.strings()))
            .apply("Group", GroupInShards.create())
            .apply(
                "Distinct",
                ParDo.of(new DistinctFn()).withOutputTags(LINES, TupleTagList.of(FAILURES)));
    return WithFailures.Result.of(distinct.get(LINES), distinct.get(FAILURES));
  }

  private static final class DistinctFn
      extends DoFn<KV<String, Iterable<RawPropLine>>, RawPropLine> {
    private static final long serialVersionUID = 1L;

    private final Counter copies = Metrics.counter(DistinctObservations.class, "copies");

    @ProcessElement
    public void distinct(
        @Element KV<String, Iterable<RawPropLine>> observation, MultiOutputReceiver output) {
      List<RawPropLine> lines = Lists.newArrayList(observation.getValue());
      RawPropLine first = lines.get(0);
      if (lines.stream().allMatch(line -> samePrices(line, first))) {
        copies.inc(lines.size() - 1L);
        output
            .get(LINES)
            .output(
                lines.stream()
                    .min(Comparator.comparing(DistinctFn::tip).thenComparing(RawPropLine::toString))
                    .orElseThrow());
        return;
      }
      lines.stream()
          .sorted(Comparator.comparing(RawPropLine::toString))
          .forEach(
              line ->
                  output
                      .get(FAILURES)
                      .output(
                          Failure.of(
                              "DistinctObservations",
                              FailureCode.CONFLICTING_ROWS,
                              RawLineText.key(line),
                              String.format(
                                  "%s gives this line at two different prices, %s/%s and others",
                                  line.getBookmaker(), line.getOverOdds(), line.getUnderOdds()),
                              RawLineText.json(line),
                              line.getGameDate())));
    }

    private static boolean samePrices(RawPropLine one, RawPropLine other) {
      return one.getOverOdds().equals(other.getOverOdds())
          && one.getUnderOdds().equals(other.getUnderOdds());
    }

    private static Instant tip(RawPropLine line) {
      Instant stated = line.getCommenceTime();
      return stated == null ? UNSTATED : stated;
    }
  }
}
