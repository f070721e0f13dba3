package dev.tipoff.transforms.grading;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.systems.MarketLine;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * What a measurement leaves out, by reason: {@code void} and {@code push} count lined players and
 * markets, {@code no_history} players and markets without a forecast, {@code unmatched_line} lines
 * whose player or game is not known; every other failure counts under its code.
 */
public final class CountExclusions
    extends PTransform<PCollection<GradedPrediction>, PCollection<KV<String, Long>>> {
  private static final long serialVersionUID = 1L;

  private final transient PCollection<Failure> failures;

  private CountExclusions(PCollection<Failure> failures) {
    this.failures = failures;
  }

  public static CountExclusions with(PCollection<Failure> failures) {
    return new CountExclusions(failures);
  }

  @Override
  public PCollection<KV<String, Long>> expand(PCollection<GradedPrediction> graded) {
    PCollection<String> settled =
        graded.apply(
            "Settled",
            FlatMapElements.into(TypeDescriptors.strings()).via(CountExclusions::reasons));
    PCollection<String> failed =
        failures.apply(
            "Failed",
            FlatMapElements.into(TypeDescriptors.strings())
                .via((Failure failure) -> List.of(reason(failure))));
    return PCollectionList.of(settled)
        .and(failed)
        .apply("Reasons", Flatten.pCollections())
        .apply("Count", Count.perElement());
  }

  /** The market's median has one row for each lined player and market. */
  private static List<String> reasons(GradedPrediction row) {
    if (!row.getSystemId().equals(MarketLine.MEDIAN.id()) || row.getLine() == null) {
      return List.of();
    }
    if (row.getActual() == null) {
      return List.of("void");
    }
    return row.getActual() == row.getLine().getValue() ? List.of("push") : List.of();
  }

  private static String reason(Failure failure) {
    return switch (failure.getCode()) {
      case UNRESOLVED_PLAYER, AMBIGUOUS_PLAYER, UNMATCHED_GAME, AMBIGUOUS_GAME -> "unmatched_line";
      default -> failure.getCode().name().toLowerCase(Locale.ROOT);
    };
  }
}
