package dev.tipoff.io.http;

import com.google.common.net.MediaType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The bytes of an answer, without their Content-Encoding. */
public final class HttpBody {
  static final HttpBody EMPTY = new HttpBody(new byte[0], null, true);

  /** Where a PDF may have its mark. */
  private static final int START = 1_024;

  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final byte[] bytes;
  private final @Nullable String contentType;
  private final boolean whole;

  private HttpBody(byte[] bytes, @Nullable String contentType, boolean whole) {
    this.bytes = bytes;
    this.contentType = contentType;
    this.whole = whole;
  }

  /**
   * A body.
   *
   * @param contentType the header of that name; null if there was none
   * @param whole false if only the start of what was sent is here
   */
  public static HttpBody of(byte[] bytes, @Nullable String contentType, boolean whole) {
    return wrap(bytes.clone(), contentType, whole);
  }

  /** As above, of bytes that nobody else has. */
  static HttpBody wrap(byte[] bytes, @Nullable String contentType, boolean whole) {
    return new HttpBody(bytes, contentType, whole);
  }

  public int size() {
    return bytes.length;
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The bytes, without a copy. */
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  /** Whether this is all that was sent, or only its start. */
  public boolean isWhole() {
    return whole;
  }

  /** The start of this body, at most so many bytes. */
  HttpBody start(int size) {
    return bytes.length <= size
        ? this
        : new HttpBody(Arrays.copyOf(bytes, size), contentType, false);
  }

  /** Whether it begins like a body of the kind; looks at the first bytes only. */
  public boolean looksLike(MediaKind kind) {
    int from = markLength();
    int length = Math.min(bytes.length - from, START);
    String start = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    return kind.isStart(start.stripLeading());
  }

  /**
   * The text: UTF-8 if it has UTF-8's byte order mark, which is removed, else in the charset that
   * the Content-Type names, else UTF-8.
   *
   * @throws UndecodableTextException if a byte is none of the charset's, or the charset is unknown
   */
  public String text() throws UndecodableTextException {
    int mark = markLength();
    Charset charset = mark > 0 ? StandardCharsets.UTF_8 : charset();
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
    try {
      CharBuffer text = decoder.decode(in);
      return text.toString();
    } catch (CharacterCodingException e) {
      throw new UndecodableTextException(
          String.format("byte %d of %d is not %s", in.position(), bytes.length, charset.name()));
    }
  }

  private Charset charset() throws UndecodableTextException {
    if (contentType == null) {
      return StandardCharsets.UTF_8;
    }
    try {
      return MediaType.parse(contentType).charset().or(StandardCharsets.UTF_8);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new UndecodableTextException("the charset of " + contentType + " is unknown");
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new UndecodableTextException("the Content-Type " + contentType + " cannot be read");
    }
  }

  private int markLength() {
    boolean marked =
        bytes.length >= UTF_8_MARK.length
            && Arrays.equals(bytes, 0, UTF_8_MARK.length, UTF_8_MARK, 0, UTF_8_MARK.length);
    return marked ? UTF_8_MARK.length : 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HttpBody body
        && Arrays.equals(bytes, body.bytes)
        && String.valueOf(contentType).equals(String.valueOf(body.contentType))
        && whole == body.whole;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Its size and type, not the bytes. */
  @Override
  public String toString() {
    return bytes.length
        + " bytes"
        + (contentType == null ? "" : " of " + contentType)
        + (whole ? "" : ", cut off");
  }
}
