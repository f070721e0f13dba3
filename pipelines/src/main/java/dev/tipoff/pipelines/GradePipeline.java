package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.grading.Grade;
import dev.tipoff.transforms.grading.GradedPrediction;
import dev.tipoff.transforms.grading.SummariseDays;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.Consensus;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.odds.PropLine;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.slate.SlateWindows;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;

/**
 * Phase 6: what was published before the tip, held against the box scores and against where the
 * market closed.
 */
public final class GradePipeline {
  private GradePipeline() {}

  public static void build(Pipeline pipeline, SlateRange slates, Services services) {
    Warehouse warehouse = services.warehouse();
    PCollection<Prediction> published =
        pipeline.apply("ReadPublished", warehouse.query(Queries.currentPredictions(slates)));
    PCollection<PlayerGame> games =
        pipeline.apply("ReadGames", warehouse.read(Tables.PLAYER_GAMES, slates));
    PCollection<ConsensusLine> closing =
        pipeline
            .apply("ReadLines", warehouse.read(Tables.PROP_LINES, slates))
            .apply("LineSlates", SlateWindows.by(PropLine::getGameDate))
            .apply("Closing", Consensus.create());
    List<PCollection<Failure>> failures = new ArrayList<>();
    PCollection<GradedPrediction> graded =
        published
            .apply("PredictionSlates", SlateWindows.by(Prediction::getGameDate))
            .apply("Grade", Grade.against(slates, games).withClosing(closing))
            .failuresTo(failures);
    SlateInputs inputs = SlateInputs.read(pipeline, Phase.GRADE, slates, services, failures);
    RecordRun.of(
        inputs,
        List.of(
            graded
                .apply("ReplaceAccuracy", warehouse.replace(Tables.PREDICTION_ACCURACY, slates))
                .failuresTo(failures),
            graded
                .apply("SummariseDays", SummariseDays.create())
                .apply(
                    "ReplacePerformance",
                    warehouse.replace(Tables.SYSTEM_DAILY_PERFORMANCE, slates))
                .failuresTo(failures)),
        failures,
        services);
  }
}
