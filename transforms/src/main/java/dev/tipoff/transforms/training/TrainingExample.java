package dev.tipoff.transforms.training;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.models.ModelFeatures;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What was known of a player before a game that he played, and what he did: a row to learn from.
 */
public final class TrainingExample {
  /** The one order of examples, so that the same examples train the same model. */
  static final Comparator<TrainingExample> IN_ORDER =
      Comparator.comparing(TrainingExample::day).thenComparing(example -> example.key);

  private final GameDay day;
  private final String key;
  private final boolean evaluated;
  private final float[] known;
  private final int[] actuals;

  private TrainingExample(
      GameDay day, String key, boolean evaluated, float[] known, int[] actuals) {
    this.day = day;
    this.key = key;
    this.evaluated = evaluated;
    this.known = known;
    this.actuals = actuals;
  }

  /**
   * An example.
   *
   * @param evaluated whether forecasts of this player and game are evaluated
   * @param known in the order of {@link ModelFeatures}; NaN where absent
   */
  static TrainingExample of(PlayerGame game, boolean evaluated, float[] known) {
    int[] actuals = new int[Market.values().length];
    for (Market market : Market.values()) {
      actuals[market.ordinal()] = market.actual(game);
    }
    return new TrainingExample(
        game.getGameDate(), game.getGameId() + "|" + game.getPlayer(), evaluated, known, actuals);
  }

  static Coder<TrainingExample> coder() {
    return new ExampleCoder();
  }

  /** The slate. */
  public GameDay day() {
    return day;
  }

  boolean evaluated() {
    return evaluated;
  }

  float[] known() {
    return known;
  }

  /** What he did. */
  public int actual(Market market) {
    return actuals[market.ordinal()];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TrainingExample that
        && day.equals(that.day)
        && key.equals(that.key)
        && evaluated == that.evaluated
        && Arrays.equals(known, that.known)
        && Arrays.equals(actuals, that.actuals);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return "TrainingExample{" + day + " " + key + " " + Arrays.toString(actuals) + "}";
  }

  private static final class ExampleCoder extends AtomicCoder<TrainingExample> {
    private static final long serialVersionUID = 1L;

    @Override
    public void encode(TrainingExample example, OutputStream out) throws IOException {
      VarLongCoder.of().encode(example.day.getEpochDay(), out);
      StringUtf8Coder.of().encode(example.key, out);
      BooleanCoder.of().encode(example.evaluated, out);
      for (int actual : example.actuals) {
        VarIntCoder.of().encode(actual, out);
      }
      ByteBuffer known = ByteBuffer.allocate(Float.BYTES * example.known.length);
      known.asFloatBuffer().put(example.known);
      ByteArrayCoder.of().encode(known.array(), out);
    }

    @Override
    public TrainingExample decode(InputStream in) throws IOException {
      GameDay day = GameDay.ofEpochDay(VarLongCoder.of().decode(in));
      String key = StringUtf8Coder.of().decode(in);
      boolean evaluated = BooleanCoder.of().decode(in);
      int[] actuals = new int[Market.values().length];
      for (int i = 0; i < actuals.length; i++) {
        actuals[i] = VarIntCoder.of().decode(in);
      }
      byte[] bytes = ByteArrayCoder.of().decode(in);
      float[] known = new float[bytes.length / Float.BYTES];
      ByteBuffer.wrap(bytes).asFloatBuffer().get(known);
      return new TrainingExample(day, key, evaluated, known, actuals);
    }
  }
}
