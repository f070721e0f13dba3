package dev.tipoff.transforms.profile;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.grouping.CombineInShards;
import dev.tipoff.transforms.model.GameDay;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures.Result;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Counts of each slate who was expected, found and refused, one row a slate with somebody expected.
 * Of those who are expected and not refused, fewer than 95 % found are a failure of code
 * SLATE_COVERAGE_LOW, fewer than 85 % one of code SLATE_COVERAGE_CRITICAL; it names some who are
 * missing.
 */
@AutoValue
public abstract class CheckCoverage
    extends PTransform<PCollection<PlayerStanding>, Result<PCollection<SlateCoverage>, Failure>> {
  private static final String STEP = "CheckCoverage";
  private static final double LOW = 0.95;
  private static final double CRITICAL = 0.85;
  private static final int NAMES_SHOWN = 5;

  private static final TupleTag<SlateCoverage> COVERAGE = new TupleTag<>("coverage") {};
  private static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  abstract String stage();

  /**
   * Counts for a stage.
   *
   * @param stage what was to be made of every player, {@code features} for instance
   */
  public static CheckCoverage of(String stage) {
    return new AutoValue_CheckCoverage(stage);
  }

  @Override
  public Result<PCollection<SlateCoverage>, Failure> expand(PCollection<PlayerStanding> players) {
    PCollectionTuple covered =
        players
            .apply(
                "BySlate",
                WithKeys.<String, PlayerStanding>of(player -> player.getGameDate().toString())
                    .withKeyType(TypeDescriptors.strings()))
            .apply("Gather", CombineInShards.of(new SlateStandings.GatherFn()))
            .apply(
                "Cover",
                ParDo.of(new CoverFn(stage())).withOutputTags(COVERAGE, TupleTagList.of(FAILURES)));
    return Result.of(covered.get(COVERAGE), covered.get(FAILURES));
  }

  private static final class CoverFn extends DoFn<KV<String, SlateStandings>, SlateCoverage> {
    private static final long serialVersionUID = 1L;

    private final String stage;

    CoverFn(String stage) {
      this.stage = stage;
    }

    @ProcessElement
    public void cover(@Element KV<String, SlateStandings> slate, MultiOutputReceiver output) {
      SlateStandings standings = Objects.requireNonNull(slate.getValue());
      if (standings.nobodyIsExpected()) {
        return;
      }
      SlateCoverage coverage =
          standings.coverage(GameDay.parse(Objects.requireNonNull(slate.getKey())), stage);
      output.get(COVERAGE).output(coverage);
      Double share = coverage.getShare();
      if (share != null && share < LOW) {
        output.get(FAILURES).output(failure(coverage, share, standings.missingNames()));
      }
    }

    private static Failure failure(SlateCoverage coverage, double share, List<String> missing) {
      int due = coverage.getExpected() - coverage.getRefused();
      return Failure.ofKey(
          STEP,
          share < CRITICAL ? FailureCode.SLATE_COVERAGE_CRITICAL : FailureCode.SLATE_COVERAGE_LOW,
          coverage.getStage() + "|" + coverage.getGameDate(),
          String.format(
              Locale.ROOT,
              "%s of %d of %d players (%.1f %%) of %s, beside %d refused; missing are %s%s",
              coverage.getStage(),
              coverage.getFound(),
              due,
              100 * share,
              coverage.getGameDate(),
              coverage.getRefused(),
              String.join(", ", missing.subList(0, Math.min(NAMES_SHOWN, missing.size()))),
              missing.size() > NAMES_SHOWN ? " and others" : ""),
          String.join(", ", missing),
          coverage.getGameDate());
    }
  }
}
