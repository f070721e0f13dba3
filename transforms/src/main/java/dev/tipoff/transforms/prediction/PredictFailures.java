package dev.tipoff.transforms.prediction;

import dev.tipoff.transforms.failure.CatchFailures;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.slate.SlateMap.Duplicate;
import dev.tipoff.transforms.slate.SlateMap.Found;

/** What is said of a request that could not be predicted. */
final class PredictFailures {
  private static final String STEP = "Predict";

  static final CatchFailures<PredictionRequest> CAUGHT =
      CatchFailures.in(STEP, PredictFailures::key, PredictionRequest::getGameDate);

  private PredictFailures() {}

  static Failure noHistory(PredictionRequest request, SlateSystems.Asked asked) {
    return failure(
        request,
        FailureCode.NO_HISTORY,
        String.format(
            "%s has %d earlier games this season, too few for any system",
            asked.context().getPlayerName(), PredictionRows.games(asked.known())));
  }

  private static String key(PredictionRequest request) {
    return request.getMarket().id() + "|" + request.getGameId() + "|" + request.getPlayer();
  }

  static Failure missingFeatures(
      PredictionRequest request, Found<FeatureVector> found, boolean slateIsEmpty) {
    if (found instanceof Duplicate<FeatureVector>) {
      return failure(
          request, FailureCode.DUPLICATE_FEATURES, "the slate has several feature rows for him");
    }
    return failure(
        request,
        FailureCode.MISSING_FEATURES,
        slateIsEmpty
            ? "the slate has no features at all; run precompute --date=" + request.getGameDate()
            : "the slate has features, but none for him");
  }

  static Failure missingContext(PredictionRequest request, Found<GameContext> found) {
    return found instanceof Duplicate<GameContext>
        ? failure(
            request, FailureCode.DUPLICATE_CONTEXT, "the slate has several context rows for him")
        : failure(
            request,
            FailureCode.MISSING_CONTEXT,
            "the slate has no game context for him; run analytics --date=" + request.getGameDate());
  }

  static Failure failure(PredictionRequest request, FailureCode code, String message) {
    return Failure.of(
        STEP,
        code,
        key(request),
        String.format(
            "%s on %s, %s: %s",
            request.key(), request.getGameDate(), request.getMarket().id(), message),
        String.valueOf(request.getConsensus()),
        request.getGameDate());
  }
}
