package dev.tipoff.io.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of an answer, without their Content-Encoding. */
public final class HttpBody {
  static final HttpBody EMPTY = new HttpBody(new byte[0], true);

  /** Where a PDF may have its mark. */
  private static final int START = 1_024;

  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final byte[] bytes;
  private final boolean whole;

  private HttpBody(byte[] bytes, boolean whole) {
    this.bytes = bytes;
    this.whole = whole;
  }

  /**
   * A body of bytes that nobody else has.
   *
   * @param whole false if only the start of what was sent is here
   */
  static HttpBody wrap(byte[] bytes, boolean whole) {
    return new HttpBody(bytes, whole);
  }

  public int size() {
    return bytes.length;
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The bytes, without a copy. */
  InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  /** Whether this is all that was sent, or only its start. */
  public boolean isWhole() {
    return whole;
  }

  /** The start of this body, at most so many bytes. */
  HttpBody start(int size) {
    return bytes.length <= size ? this : new HttpBody(Arrays.copyOf(bytes, size), false);
  }

  /** Whether it begins like a body of the kind; looks at the first bytes only. */
  boolean looksLike(MediaKind kind) {
    int from = markLength();
    int length = Math.min(bytes.length - from, START);
    String start = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    return kind.isStart(start.stripLeading());
  }

  private int markLength() {
    boolean marked =
        bytes.length >= UTF_8_MARK.length
            && Arrays.equals(bytes, 0, UTF_8_MARK.length, UTF_8_MARK, 0, UTF_8_MARK.length);
    return marked ? UTF_8_MARK.length : 0;
  }

  /** Its size, not the bytes. */
  @Override
  public String toString() {
    return bytes.length + " bytes" + (whole ? "" : ", cut off");
  }
}
