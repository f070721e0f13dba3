package dev.tipoff.transforms.availability;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Lets through what was known before a game: each row that stands in for a report is a failure of
 * code STAND_IN_REFUSED. On the way to every forecast that is published.
 */
public final class RefuseStandIns<T>
    extends PTransform<PCollection<T>, WithFailures.Result<PCollection<T>, Failure>> {
  private static final long serialVersionUID = 1L;

  private final SerializableFunction<T, Boolean> standIn;
  private final SerializableFunction<T, GameDay> slate;
  private final SerializableFunction<T, String> key;

  private RefuseStandIns(
      SerializableFunction<T, Boolean> standIn,
      SerializableFunction<T, GameDay> slate,
      SerializableFunction<T, String> key) {
    this.standIn = standIn;
    this.slate = slate;
    this.key = key;
  }

  public static RefuseStandIns<PlayerAvailability> ofPlayers() {
    return new RefuseStandIns<>(
        PlayerAvailability::getStandIn,
        PlayerAvailability::getGameDate,
        row -> row.getGameId() + "|" + row.getPlayer());
  }

  public static RefuseStandIns<TeamReport> ofTeams() {
    return new RefuseStandIns<>(
        TeamReport::getStandIn,
        TeamReport::getGameDate,
        row -> row.getGameId() + "|" + row.getTeam());
  }

  @Override
  public WithFailures.Result<PCollection<T>, Failure> expand(PCollection<T> rows) {
    TupleTag<T> known = new TupleTag<>();
    TupleTag<Failure> refused = new TupleTag<>() {};
    PCollectionTuple parted =
        rows.apply(
            "Refuse",
            ParDo.of(new RefuseFn<>(this, refused))
                .withOutputTags(known, TupleTagList.of(refused)));
    return WithFailures.Result.of(parted.get(known).setCoder(rows.getCoder()), parted.get(refused));
  }

  private static final class RefuseFn<T> extends DoFn<T, T> {
    private static final long serialVersionUID = 1L;

    private final RefuseStandIns<T> rule;
    private final TupleTag<Failure> refused;

    RefuseFn(RefuseStandIns<T> rule, TupleTag<Failure> refused) {
      this.rule = rule;
      this.refused = refused;
    }

    @ProcessElement
    public void refuse(@Element T row, MultiOutputReceiver output, OutputReceiver<T> known) {
      if (rule.standIn.apply(row)) {
        output
            .get(refused)
            .output(
                Failure.of(
                    "RefuseStandIns",
                    FailureCode.STAND_IN_REFUSED,
                    rule.key.apply(row),
                    "inferred after the game, which only backtest --availability=report may use",
                    row.toString(),
                    rule.slate.apply(row)));
      } else {
        known.output(row);
      }
    }
  }
}
