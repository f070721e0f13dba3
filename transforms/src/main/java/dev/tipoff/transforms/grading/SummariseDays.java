package dev.tipoff.transforms.grading;

import dev.tipoff.transforms.grouping.GroupInShards;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Each system's day in each market, from its graded predictions. */
public final class SummariseDays
    extends PTransform<PCollection<GradedPrediction>, PCollection<SystemDailyPerformance>> {
  private static final long serialVersionUID = 1L;

  private SummariseDays() {}

  public static SummariseDays create() {
    return new SummariseDays();
  }

  @Override
  public PCollection<SystemDailyPerformance> expand(PCollection<GradedPrediction> graded) {
    return graded
        .apply(
            "BySystemAndDay",
            WithKeys.<String, GradedPrediction>of(
                    row -> row.getGameDate() + "|" + row.getSystemId() + "|" + row.getMarket())
                .withKeyType(TypeDescriptors.strings()))
        .apply("Group", GroupInShards.create())
        .apply("Sum", ParDo.of(new SumFn()));
  }

  private static final class SumFn
      extends DoFn<KV<String, Iterable<GradedPrediction>>, SystemDailyPerformance> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void sum(
        @Element KV<String, Iterable<GradedPrediction>> group,
        OutputReceiver<SystemDailyPerformance> output) {
      List<GradedPrediction> rows = new ArrayList<>();
      group.getValue().forEach(rows::add);
      // Sums of doubles hang on the order, so the order is fixed.
      rows.sort(
          Comparator.comparing(GradedPrediction::getGameId)
              .thenComparing(GradedPrediction::getPlayer));
      GradedPrediction first = rows.get(0);
      output.output(summary(first.getGameDate(), first.getKind(), first.getMarket(), rows));
    }

    private static SystemDailyPerformance summary(
        GameDay day, SystemKind kind, Market market, List<GradedPrediction> rows) {
      List<GradedPrediction> played = rows.stream().filter(row -> row.getActual() != null).toList();
      List<GradedPrediction> settled =
          rows.stream().filter(row -> row.getProfit() != null && !isVoid(row)).toList();
      return SystemDailyPerformance.builder()
          .setGameDate(day)
          .setSystemId(rows.get(0).getSystemId())
          .setKind(kind)
          .setMarket(market)
          .setPredictions(rows.size())
          .setGraded(played.size())
          .setVoids(rows.stream().filter(SumFn::isVoid).count())
          .setBets(settled.size())
          .setWins(count(rows, Outcome.WIN))
          .setLosses(count(rows, Outcome.LOSS))
          .setPushes(count(rows, Outcome.PUSH))
          .setMeanAbsoluteError(
              played.isEmpty()
                  ? null
                  : played.stream().mapToDouble(row -> Math.abs(error(row))).sum() / played.size())
          .setBias(
              played.isEmpty()
                  ? null
                  : played.stream().mapToDouble(SumFn::error).sum() / played.size())
          .setProfit(
              settled.isEmpty()
                  ? null
                  : settled.stream()
                      .mapToDouble(row -> Objects.requireNonNull(row.getProfit()))
                      .sum())
          .build();
    }

    private static boolean isVoid(GradedPrediction row) {
      return row.getOutcome() == Outcome.VOID;
    }

    private static double error(GradedPrediction row) {
      return Objects.requireNonNull(row.getError());
    }

    private static long count(List<GradedPrediction> rows, Outcome outcome) {
      return rows.stream().filter(row -> row.getOutcome() == outcome).count();
    }
  }
}
