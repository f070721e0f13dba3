package dev.tipoff.transforms.training;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.DoubleCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;

/** Examples as bytes: four for each feature. */
final class TrainingExampleCoder extends AtomicCoder<TrainingExample> {
  private static final long serialVersionUID = 1L;

  @Override
  public void encode(TrainingExample example, OutputStream out) throws IOException {
    VarLongCoder.of().encode(example.day().getEpochDay(), out);
    StringUtf8Coder.of().encode(example.season(), out);
    StringUtf8Coder.of().encode(example.key(), out);
    BooleanCoder.of().encode(example.evaluated(), out);
    encode(example.known(), out);
    encode(example.means(), out);
    encode(example.overs(), out);
    for (int actual : example.actuals()) {
      VarIntCoder.of().encode(actual, out);
    }
    for (Optional<SeenLine> line : example.lines()) {
      BooleanCoder.of().encode(line.isPresent(), out);
      if (line.isPresent()) {
        encode(line.get(), out);
      }
    }
  }

  private static void encode(float[] values, OutputStream out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
    bytes.asFloatBuffer().put(values);
    ByteArrayCoder.of().encode(bytes.array(), out);
  }

  private static void encode(SeenLine line, OutputStream out) throws IOException {
    StringUtf8Coder.of().encode(line.sources(), out);
    for (double value :
        new double[] {
          line.line(), line.centre(), line.probabilityOver(), line.overPrice(), line.underPrice()
        }) {
      DoubleCoder.of().encode(value, out);
    }
  }

  @Override
  public TrainingExample decode(InputStream in) throws IOException {
    GameDay day = GameDay.ofEpochDay(VarLongCoder.of().decode(in));
    String season = StringUtf8Coder.of().decode(in).intern();
    String key = StringUtf8Coder.of().decode(in);
    boolean evaluated = BooleanCoder.of().decode(in);
    float[] known = floats(in);
    float[] means = floats(in);
    float[] overs = floats(in);
    int[] actuals = new int[Market.values().length];
    for (int i = 0; i < actuals.length; i++) {
      actuals[i] = VarIntCoder.of().decode(in);
    }
    List<Optional<SeenLine>> lines = new ArrayList<>();
    for (int i = 0; i < actuals.length; i++) {
      lines.add(BooleanCoder.of().decode(in) ? Optional.of(line(in)) : Optional.empty());
    }
    return new TrainingExample(day, season, key, evaluated, known, means, overs, actuals, lines);
  }

  private static float[] floats(InputStream in) throws IOException {
    byte[] bytes = ByteArrayCoder.of().decode(in);
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }

  private static SeenLine line(InputStream in) throws IOException {
    return new SeenLine(
        StringUtf8Coder.of().decode(in),
        DoubleCoder.of().decode(in),
        DoubleCoder.of().decode(in),
        DoubleCoder.of().decode(in),
        DoubleCoder.of().decode(in),
        DoubleCoder.of().decode(in));
  }
}
