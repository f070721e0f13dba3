package dev.tipoff.io.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.StructuredCoder;
import org.apache.beam.sdk.coders.VarLongCoder;

/**
 * A row and where it stands.
 *
 * @param file the file's path
 * @param line the line it begins on, the header being line 1
 * @param row the row itself
 */
record FileRow<T>(String file, long line, T row) {
  String place() {
    return file + ":" + line;
  }

  /** File, line, row. */
  static final class RowCoder<T> extends StructuredCoder<FileRow<T>> {
    private static final long serialVersionUID = 1L;

    private final Coder<T> rows;

    private RowCoder(Coder<T> rows) {
      this.rows = rows;
    }

    static <T> RowCoder<T> of(Coder<T> rows) {
      return new RowCoder<>(rows);
    }

    @Override
    public void encode(FileRow<T> value, OutputStream out) throws IOException {
      StringUtf8Coder.of().encode(value.file(), out);
      VarLongCoder.of().encode(value.line(), out);
      rows.encode(value.row(), out);
    }

    @Override
    public FileRow<T> decode(InputStream in) throws IOException {
      return new FileRow<>(
          StringUtf8Coder.of().decode(in), VarLongCoder.of().decode(in), rows.decode(in));
    }

    @Override
    public List<? extends Coder<?>> getCoderArguments() {
      return List.of(rows);
    }

    @Override
    public void verifyDeterministic() throws NonDeterministicException {
      rows.verifyDeterministic();
    }
  }
}
