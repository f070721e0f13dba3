package dev.tipoff.io.http;

import com.google.common.base.Ascii;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The header {@code Content-Encoding}: requests ask for gzip, and nothing else is read. */
final class ContentCoding {
  /** The value of the header {@code Accept-Encoding}. */
  static final String ACCEPTED = "gzip";

  private static final int BUFFER = 8_192;

  /** How far it went. */
  enum Result {
    WHOLE,
    TOO_LARGE,
    BROKEN
  }

  /**
   * A body without its encoding.
   *
   * @param bytes unless WHOLE, what could be read of it; as it was sent, if that is nothing
   * @param isPacked whether the bytes still have the encoding, since nothing could be read of it
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them, and a body is not copied.
  record Decoded(Result result, byte[] bytes, boolean isPacked) {}

  private ContentCoding() {}

  /**
   * Undoes an encoding.
   *
   * @param encoding the header; null if there was none
   * @param limit the most bytes that are read
   */
  static Decoded decode(byte[] sent, @Nullable String encoding, long limit) {
    String coding = encoding == null ? "" : Ascii.toLowerCase(encoding.strip());
    if (sent.length == 0) {
      return new Decoded(Result.WHOLE, sent, false);
    }
    return switch (coding) {
      case "", "identity" -> new Decoded(Result.WHOLE, sent, false);
      case "gzip", "x-gzip" -> gunzip(sent, limit);
      default -> new Decoded(Result.BROKEN, sent, true);
    };
  }

  private static Decoded gunzip(byte[] sent, long limit) {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    Result result;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(sent), BUFFER)) {
      result = copy(in, read, limit) ? Result.WHOLE : Result.TOO_LARGE;
    } catch (IOException e) {
      result = Result.BROKEN;
    }
    boolean isPacked = result == Result.BROKEN && read.size() == 0;
    return new Decoded(result, isPacked ? sent : read.toByteArray(), isPacked);
  }

  /** Copies up to the limit; says whether that was all. */
  private static boolean copy(InputStream in, ByteArrayOutputStream out, long limit)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long room = limit;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      out.write(buffer, 0, (int) Math.min(count, room));
      if (count > room) {
        return false;
      }
      room -= count;
    }
    return true;
  }
}
