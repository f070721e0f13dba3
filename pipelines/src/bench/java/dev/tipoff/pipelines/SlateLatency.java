package dev.tipoff.pipelines;

import com.google.common.collect.Iterables;
import com.google.common.math.Quantiles;
import dev.tipoff.io.models.LoadModels;
import dev.tipoff.transforms.features.LeagueHistoryView;
import dev.tipoff.transforms.learned.ModelFeatures;
import dev.tipoff.transforms.learned.Models;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.prediction.BettingPolicy;
import dev.tipoff.transforms.prediction.Predict;
import dev.tipoff.transforms.prediction.PredictionRequest;
import dev.tipoff.transforms.slate.SlateWindows;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.schemas.NoSuchSchemaException;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;

/**
 * How long all systems take for a slate of 450 players and four markets, with what they are made of,
 * over the three seconds that they may. Graph, models and made-up side inputs are taken off: they are
 * what a single request takes. Prints a line for each of several runs in one process, the first of
 * them cold, and the median of the later half.
 *
 * <p>Takes the folder of a model and the availability that it was trained with.
 */
public final class SlateLatency {
  private static final double BAR_SECONDS = 3;
  private static final int RUNS = 10;
  private static final SlateRange SLATE = SlateRange.of(InventedSlate.DAY);

  private final InventedSlate slate = InventedSlate.of(InventedSlate.MOST_PLAYERS);

  private SlateLatency() {}

  private static Coder<PredictionRequest> coder(Pipeline pipeline) {
    try {
      return pipeline.getSchemaRegistry().getSchemaCoder(PredictionRequest.class);
    } catch (NoSuchSchemaException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Seconds that so many requests take. */
  private double seconds(int asked, String folder, String availability) {
    long begin = System.nanoTime();
    DirectOptions options = PipelineOptionsFactory.as(DirectOptions.class);
    options.setEnforceImmutability(false);
    options.setEnforceEncodability(false);
    Pipeline pipeline = Pipeline.create(options);
    SlateSideInputs known =
        SlateSideInputs.of(
            SLATE,
            pipeline.apply("Features", Create.of(slate.features())),
            pipeline.apply("Contexts", Create.of(slate.contexts())),
            pipeline
                .apply("Games", Create.of(slate.games()))
                .apply("Histories", LeagueHistoryView.create()));
    pipeline
        .apply("Requests", Create.of(slate.requests().subList(0, asked)))
        .apply("RequestSlates", SlateWindows.by(PredictionRequest::getGameDate))
        .apply("ByOneKey", WithKeys.<Integer, PredictionRequest>of(0))
        .setCoder(KvCoder.of(VarIntCoder.of(), coder(pipeline)))
        .apply("OneBundle", GroupByKey.create())
        .apply(Values.create())
        .apply(Flatten.iterables())
        .apply(
            Predict.with(Systems.BLIND)
                .combinedSystems(Systems.COMBINED)
                .policy(BettingPolicy.standard())
                .features(known.features())
                .contexts(known.contexts())
                .histories(known.histories())
                .models(
                    pipeline
                        .apply(LoadModels.of(folder, ModelFeatures.blind(), availability))
                        .apply("Models", Models.view()))
                .reasons(true)
                .build());
    pipeline.run().waitUntilFinish();
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Predicts several times and prints what each took. */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      System.err.println("usage: SlateLatency MODEL_FOLDER AVAILABILITY");
      System.exit(2);
    }
    SlateLatency latency = new SlateLatency();
    List<Double> whole = new ArrayList<>();
    List<Double> one = new ArrayList<>();
    for (int run = 1; run <= RUNS; run++) {
      whole.add(latency.seconds(latency.slate.requests().size(), arguments[0], arguments[1]));
      one.add(latency.seconds(1, arguments[0], arguments[1]));
      System.out.printf(
          "run %d: all %,d requests %.2f s, one of them %.2f s%n",
          run, latency.slate.requests().size(), Iterables.getLast(whole), Iterables.getLast(one));
    }
    double seconds = medianWarm(whole) - medianWarm(one);
    System.out.printf("warm: %.2f s, ratio to the bar %.2f%n", seconds, seconds / BAR_SECONDS);
    System.exit(0);
  }

  private static double medianWarm(List<Double> seconds) {
    return Quantiles.median().compute(seconds.subList(seconds.size() / 2, seconds.size()));
  }
}
