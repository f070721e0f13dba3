package dev.tipoff.io.history;

import dev.tipoff.transforms.availability.AbsenceReason;
import dev.tipoff.transforms.availability.InjuryStandIn;
import dev.tipoff.transforms.catalogue.AvailabilityTables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.PlayerDnp;
import java.util.Optional;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Reads the official comments on who did not play: those that a team announces before a game become
 * {@link InjuryStandIn}s, those that nobody knows the meaning of failures of code UNKNOWN_COMMENT,
 * and what is decided in the game nothing. Rows in are the first two.
 */
public final class ReadStandIns
    extends PTransform<
        PCollection<PlayerDnp>, WithFailures.Result<PCollection<InjuryStandIn>, Failure>> {
  private static final long serialVersionUID = 1L;
  private static final TupleTag<InjuryStandIn> STAND_INS = new TupleTag<>("standIns") {};
  private static final TupleTag<Failure> UNKNOWN = new TupleTag<>("unknown") {};

  private ReadStandIns() {}

  public static ReadStandIns create() {
    return new ReadStandIns();
  }

  @Override
  public WithFailures.Result<PCollection<InjuryStandIn>, Failure> expand(
      PCollection<PlayerDnp> rows) {
    PCollectionTuple read =
        rows.apply(
            "Read", ParDo.of(new ReadFn()).withOutputTags(STAND_INS, TupleTagList.of(UNKNOWN)));
    return WithFailures.Result.of(read.get(STAND_INS), read.get(UNKNOWN));
  }

  private static final class ReadFn extends DoFn<PlayerDnp, InjuryStandIn> {
    private static final long serialVersionUID = 1L;
    private static final String TABLE = AvailabilityTables.INJURY_STAND_INS.name();

    private final Counter rowsIn = Metrics.counter(ReadCsv.ROWS_IN, TABLE);
    private final Counter rowsFailed = Metrics.counter(ReadCsv.ROWS_FAILED, TABLE);

    @ProcessElement
    public void read(@Element PlayerDnp row, MultiOutputReceiver output) {
      Optional<AbsenceReason> reason = AbsenceReason.parse(row.getComment());
      if (reason.isEmpty()) {
        rowsIn.inc();
        rowsFailed.inc();
        output
            .get(UNKNOWN)
            .output(
                Failure.of(
                    "ReadStandIns",
                    FailureCode.UNKNOWN_COMMENT,
                    row.getGameId() + "|" + row.getPlayer(),
                    "nobody knows what '" + row.getComment() + "' means; it stands in for nothing",
                    row.toString(),
                    row.getGameDate()));
      } else if (reason.get().isAnnounced()) {
        rowsIn.inc();
        output.get(STAND_INS).output(InjuryStandIn.of(row, reason.get()));
      }
    }
  }
}
