package dev.tipoff.pipelines;

import dev.tipoff.transforms.tables.RowShape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.schemas.NoSuchSchemaException;
import org.apache.beam.sdk.schemas.SchemaRegistry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Rows to bytes and back: by the coder that we give our rows, and by Beam's for the same schema. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CoderBenchmark {
  private static final int PLAYERS = 30;

  /** What is written and read. */
  public enum Rows {
    /** Of numbers, all of them there. */
    BOX_SCORE,
    /** Most columns are absent here. */
    GAME_CONTEXT,
    /** A column a feature. */
    FEATURES
  }

  /** Who writes and reads. */
  public enum By {
    /** The coder of {@code RowShape}. */
    OURS,
    /** The coder of Beam's {@code SchemaRegistry}. */
    SCHEMA
  }

  @Param public Rows rows;
  @Param public By by;

  private Coder<Object> coder;
  private List<?> values;
  private byte[][] encoded;
  private int next;

  /** Makes rows, and their bytes. */
  @Setup
  public void prepare() throws NoSuchSchemaException, IOException {
    InventedSlate slate = InventedSlate.of(PLAYERS);
    values =
        switch (rows) {
          case BOX_SCORE -> slate.games();
          case GAME_CONTEXT -> slate.contexts();
          case FEATURES -> slate.features();
        };
    coder = coder(values.get(0).getClass());
    encoded = new byte[values.size()][];
    for (int i = 0; i < encoded.length; i++) {
      encoded[i] = bytes(values.get(i));
    }
  }

  @SuppressWarnings("unchecked") // The rows are of the class.
  private Coder<Object> coder(Class<?> found) throws NoSuchSchemaException {
    Class<?> row = found.getSimpleName().startsWith("AutoValue_") ? found.getSuperclass() : found;
    return (Coder<Object>)
        (by == By.OURS
            ? RowShape.coder(row)
            : SchemaRegistry.createDefault().getSchemaCoder(row));
  }

  private byte[] bytes(Object row) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    coder.encode(row, bytes);
    return bytes.toByteArray();
  }

  @Benchmark
  public byte[] encode() throws IOException {
    next = (next + 1) % encoded.length;
    return bytes(values.get(next));
  }

  @Benchmark
  public Object decode() throws IOException {
    next = (next + 1) % encoded.length;
    return coder.decode(new ByteArrayInputStream(encoded[next]));
  }
}
