package dev.tipoff.transforms.training;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerGame;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What was known of a player before a game that he played, what systems without training forecast,
 * what the market said, and what he did: a row to learn from.
 */
public final class TrainingExample {
  /** The one order of examples, so that the same examples train the same model. */
  static final Comparator<TrainingExample> IN_ORDER =
      Comparator.comparing(TrainingExample::day).thenComparing(example -> example.key);

  private final GameDay day;
  private final String season;
  private final String key;
  private final boolean evaluated;
  private final float[] known;
  private final float[] means;
  private final float[] overs;
  private final int[] actuals;
  private final List<Optional<SeenLine>> lines;

  TrainingExample(
      GameDay day,
      String season,
      String key,
      boolean evaluated,
      float[] known,
      float[] means,
      float[] overs,
      int[] actuals,
      List<Optional<SeenLine>> lines) {
    this.day = day;
    this.season = season;
    this.key = key;
    this.evaluated = evaluated;
    this.known = known;
    this.means = means;
    this.overs = overs;
    this.actuals = actuals;
    this.lines = lines;
  }

  /**
   * An example.
   *
   * @param evaluated whether forecasts of this player and game are evaluated
   * @param known the features in the order of their model; NaN where absent
   * @param means the systems' mean forecasts, all systems of the first market first; NaN where a
   *     system has none
   * @param overs their chances of the over given no push, likewise; NaN where there is no line
   * @param lines by market
   */
  static TrainingExample of(
      PlayerGame game,
      boolean evaluated,
      float[] known,
      float[] means,
      float[] overs,
      List<Optional<SeenLine>> lines) {
    int[] actuals = new int[Market.values().length];
    for (Market market : Market.values()) {
      actuals[market.ordinal()] = market.actual(game);
    }
    return new TrainingExample(
        game.getGameDate(),
        game.getSeason(),
        game.getGameId() + "|" + game.getPlayer(),
        evaluated,
        known,
        means,
        overs,
        actuals,
        lines);
  }

  /** The slate. */
  public GameDay day() {
    return day;
  }

  /** The season, {@code 2023-24} for instance. */
  public String season() {
    return season;
  }

  String key() {
    return key;
  }

  boolean evaluated() {
    return evaluated;
  }

  float[] known() {
    return known;
  }

  float[] means() {
    return means;
  }

  float[] overs() {
    return overs;
  }

  int[] actuals() {
    return actuals;
  }

  List<Optional<SeenLine>> lines() {
    return lines;
  }

  /** A system's mean forecast of a market; NaN where it has none. */
  double mean(Market market, int system) {
    return means[market.ordinal() * systems() + system];
  }

  /** A system's chance of the over given no push; NaN where it has none. */
  double over(Market market, int system) {
    return overs[market.ordinal() * systems() + system];
  }

  private int systems() {
    return means.length / Market.values().length;
  }

  /** The market's line; empty where nobody offered one. */
  Optional<SeenLine> line(Market market) {
    return lines.get(market.ordinal());
  }

  /** What he did. */
  public int actual(Market market) {
    return actuals[market.ordinal()];
  }

  /** The same player and game with what another did. */
  TrainingExample withActualsOf(TrainingExample other) {
    return new TrainingExample(
        day, season, key, evaluated, known, means, overs, other.actuals, lines);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TrainingExample that
        && day.equals(that.day)
        && season.equals(that.season)
        && key.equals(that.key)
        && evaluated == that.evaluated
        && Arrays.equals(known, that.known)
        && Arrays.equals(means, that.means)
        && Arrays.equals(overs, that.overs)
        && Arrays.equals(actuals, that.actuals)
        && lines.equals(that.lines);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return "TrainingExample{" + day + " " + key + " " + Arrays.toString(actuals) + "}";
  }
}
