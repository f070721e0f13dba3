package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.tables.RowHash;
import dev.tipoff.transforms.tables.RowShape;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The {@linkplain Feature features} of one player for one game. A feature that cannot be known (no
 * history yet, an opponent without games) is absent: there are no default values.
 */
@DefaultSchema(FeatureVectorSchema.class)
public final class FeatureVector {
  private static final RowShape<FeatureVector> SHAPE = RowShape.of(FeatureVector.class);

  private final GameDay gameDate;
  private final String gameId;
  private final PlayerKey player;

  /** By ordinal of the feature; NaN where absent. */
  private final double[] values;

  private final FeatureQuality quality;

  /** Reckoned when first asked for, since all systems' predictions of a player ask for it. */
  private @Nullable Long hash;

  private FeatureVector(
      GameDay gameDate, String gameId, PlayerKey player, double[] values, FeatureQuality quality) {
    this.gameDate = gameDate;
    this.gameId = gameId;
    this.player = player;
    this.values = values;
    this.quality = quality;
  }

  /**
   * A vector of the features that are known.
   *
   * @throws IllegalArgumentException if a value is outside its feature's range
   */
  public static FeatureVector of(
      GameDay gameDate, String gameId, PlayerKey player, Map<Feature, Double> values) {
    double[] byOrdinal = new double[Feature.values().length];
    Arrays.fill(byOrdinal, Double.NaN);
    for (Feature feature : Feature.values()) {
      Double value = values.get(feature);
      if (value == null) {
        continue;
      }
      if (!feature.allows(value)) {
        throw new IllegalArgumentException(
            String.format(
                "%s of player %s in game %s is %s, outside %s to %s",
                feature,
                player,
                gameId,
                value,
                feature.definition().min(),
                feature.definition().max()));
      }
      byOrdinal[feature.ordinal()] = value;
    }
    return new FeatureVector(gameDate, gameId, player, byOrdinal, FeatureQuality.of(values));
  }

  public GameDay getGameDate() {
    return gameDate;
  }

  public String getGameId() {
    return gameId;
  }

  public PlayerKey getPlayer() {
    return player;
  }

  /** How much of it is known, and what it lacks. */
  public FeatureQuality quality() {
    return quality;
  }

  public FeatureVector withQuality(FeatureQuality judged) {
    return new FeatureVector(gameDate, gameId, player, values, judged);
  }

  /** The same without anything that the betting market said: all that a blind system may see. */
  public FeatureVector blind() {
    double[] own = values.clone();
    for (Feature feature : Feature.values()) {
      if (feature.definition().marketAware()) {
        own[feature.ordinal()] = Double.NaN;
      }
    }
    return new FeatureVector(gameDate, gameId, player, own, quality);
  }

  /**
   * A hash of all that a blind system may see. What the betting market said is not in it, since
   * that moves until the tip.
   */
  public long hash() {
    Long known = hash;
    if (known == null) {
      known = RowHash.of(SHAPE.columns(), SHAPE.cells(blind()));
      hash = known;
    }
    return known;
  }

  public OptionalDouble get(Feature feature) {
    double value = values[feature.ordinal()];
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FeatureVector that
        && gameDate.equals(that.gameDate)
        && gameId.equals(that.gameId)
        && player.equals(that.player)
        && Arrays.equals(values, that.values)
        && quality.equals(that.quality);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * gameId.hashCode() + player.hashCode()) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("FeatureVector{" + gameId + " " + player);
    for (Feature feature : Feature.values()) {
      get(feature)
          .ifPresent(value -> text.append(' ').append(feature.id()).append('=').append(value));
    }
    return text.append(' ').append(quality).append("}").toString();
  }
}
