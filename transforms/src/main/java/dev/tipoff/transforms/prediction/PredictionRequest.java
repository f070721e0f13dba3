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

  @SchemaCreate
  public static PredictionRequest of(
      GameDay gameDate,
      String gameId,
      PlayerKey player,
      Market market,
      @Nullable ConsensusLine consensus) {
    return new AutoValue_PredictionRequest(gameDate, gameId, player, market, consensus);
  }

  /** The request that a line makes. */
  public static PredictionRequest of(ConsensusLine line) {
    return of(line.getGameDate(), line.getGameId(), line.getPlayer(), line.getMarket(), line);
  }

  /** A request without a line. */
  public static PredictionRequest of(GameContext context, Market market) {
    return of(context.getGameDate(), context.getGameId(), context.getPlayer(), market, null);
  }

  public PlayerGameKey key() {
    return PlayerGameKey.of(getGameId(), getPlayer());
  }
}
