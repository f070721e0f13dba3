package dev.tipoff.transforms.features;

import com.google.auto.value.AutoValue;
import com.google.common.base.Ascii;
import java.util.function.ToDoubleFunction;

/**
 * What a feature is and how it is computed, in one: so that none can be declared without a
 * computation, or computed from anything but what is known before the tip.
 *
 * <p>A computation gives NaN where the value cannot be known; {@link #absence} says when that is.
 */
@AutoValue
public abstract class FeatureDefinition {
  /** Where a feature comes from. */
  public enum Source {
    BOX_SCORES,
    SCHEDULE,
    PLAY_BY_PLAY,
    INJURY_REPORT,
    GAME_LINES,
    PROP_LINES
  }

  /** What it counts in. */
  public abstract String unit();

  /** The least value that is possible. */
  public abstract double min();

  /** The greatest value that is possible. */
  public abstract double max();

  /** Which games or days it looks at. */
  public abstract String lookBack();

  /** What it is, as a sentence. */
  public abstract String definition();

  /** When it is unknown; empty if never. */
  public abstract String absence();

  /** What it is made from. */
  public abstract Source source();

  /** Whether a slate's players may all have the same value. */
  public abstract boolean mayBeConstant();

  /** Whether it may be unknown of all players of a slate in the middle of a season. */
  public abstract boolean mayBeEmpty();

  abstract ToDoubleFunction<Pregame> value();

  abstract Builder toBuilder();

  /** A feature from box scores of the season, absent before the first of them. */
  static FeatureDefinition of(
      String unit, double min, double max, String definition, ToDoubleFunction<Pregame> value) {
    return new AutoValue_FeatureDefinition.Builder()
        .unit(unit)
        .min(min)
        .max(max)
        .lookBack("season")
        .definition(Ascii.toUpperCase(definition.substring(0, 1)) + definition.substring(1))
        .absence("before his first game of the season")
        .source(Source.BOX_SCORES)
        .mayBeConstant(false)
        .mayBeEmpty(false)
        .value(value)
        .build();
  }

  FeatureDefinition over(String lookBack) {
    return toBuilder().lookBack(lookBack).build();
  }

  FeatureDefinition absent(String when) {
    return toBuilder().absence(when).build();
  }

  FeatureDefinition neverAbsent() {
    return absent("");
  }

  /** Of a source that need not be there, it may be empty. */
  FeatureDefinition from(Source source) {
    return toBuilder().source(source).mayBeEmpty(source != Source.SCHEDULE).build();
  }

  /** It may be unknown of all players of a slate. */
  FeatureDefinition maybeEmpty() {
    return toBuilder().mayBeEmpty(true).build();
  }

  /** All players of a slate may have the same value. */
  FeatureDefinition maybeConstant() {
    return toBuilder().mayBeConstant(true).build();
  }

  /**
   * Whether it holds something that the betting market said, so that no blind system may see it.
   */
  public boolean marketAware() {
    return source() == Source.GAME_LINES || source() == Source.PROP_LINES;
  }

  @AutoValue.Builder
  abstract static class Builder {
    abstract Builder unit(String unit);

    abstract Builder min(double min);

    abstract Builder max(double max);

    abstract Builder lookBack(String lookBack);

    abstract Builder definition(String definition);

    abstract Builder absence(String absence);

    abstract Builder source(Source source);

    abstract Builder mayBeConstant(boolean mayBeConstant);

    abstract Builder mayBeEmpty(boolean mayBeEmpty);

    abstract Builder value(ToDoubleFunction<Pregame> value);

    abstract FeatureDefinition build();
  }
}
