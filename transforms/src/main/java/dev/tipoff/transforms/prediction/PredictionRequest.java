package dev.tipoff.transforms.prediction;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.odds.ConsensusLine;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** One player's stat in one game that a forecast is wanted for. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PredictionRequest {
  public abstract GameDay getGameDate();

  public abstract String getGameId();

  public abstract PlayerKey getPlayer();

  public abstract Market getMarket();

  /** Absent where no book offers a line. */
  public abstract @Nullable ConsensusLine getConsensus();

  /** When it was asked, if not when all of its run were. */
  public abstract @Nullable Instant getAsOf();

  @SchemaCreate
  public static PredictionRequest of(
      GameDay gameDate,
      String gameId,
      PlayerKey player,
      Market market,
      @Nullable ConsensusLine consensus,
      @Nullable Instant asOf) {
    return new AutoValue_PredictionRequest(gameDate, gameId, player, market, consensus, asOf);
  }

  /** The request that a line makes. */
  public static PredictionRequest of(ConsensusLine line) {
    return of(line.getGameDate(), line.getGameId(), line.getPlayer(), line.getMarket(), line, null);
  }

  /** The request that a move of a line makes, as of a time. */
  public static PredictionRequest of(ConsensusLine line, Instant asOf) {
    return of(line.getGameDate(), line.getGameId(), line.getPlayer(), line.getMarket(), line, asOf);
  }

  /** A request without a line. */
  public static PredictionRequest of(GameContext context, Market market) {
    return of(context.getGameDate(), context.getGameId(), context.getPlayer(), market, null, null);
  }

  /** The same as of another time. */
  PredictionRequest withAsOf(Instant asOf) {
    return of(getGameDate(), getGameId(), getPlayer(), getMarket(), getConsensus(), asOf);
  }

  public PlayerGameKey key() {
    return PlayerGameKey.of(getGameId(), getPlayer());
  }
}
