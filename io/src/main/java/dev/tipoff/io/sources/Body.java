package dev.tipoff.io.sources;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.transforms.model.GameDay;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.joda.time.Instant;

/** A body as the archive kept it. */
@AutoValue
public abstract class Body {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int SHOWN = 2_000;

  /** Names the body in failures: its path in the archive. */
  public abstract String name();

  /** The id of the source in the catalogue. */
  public abstract String source();

  /** The slate that was asked for. */
  public abstract GameDay filedUnder();

  /** What was asked for, by the names of the source's parameters, such as {@code game_id}. */
  public abstract ImmutableMap<String, String> parameters();

  public abstract Instant receivedTime();

  /** The bytes, unpacked; nobody changes them. */
  @SuppressWarnings("mutable")
  public abstract byte[] bytes();

  public static Body of(
      String name,
      String source,
      GameDay filedUnder,
      ImmutableMap<String, String> parameters,
      Instant receivedTime,
      byte[] bytes) {
    return new AutoValue_Body(name, source, filedUnder, parameters, receivedTime, bytes);
  }

  /** The first two thousand bytes for a failure, as well as they can be shown. */
  String start() {
    byte[] bytes = bytes();
    return new String(bytes, 0, Math.min(bytes.length, SHOWN), StandardCharsets.UTF_8);
  }

  /**
   * The body as UTF-8 text, without a byte order mark.
   *
   * @throws BadBodyException if it is not UTF-8, or blank
   */
  public String text() throws BadBodyException {
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes()))
              .toString();
    } catch (CharacterCodingException e) {
      throw new BadBodyException("the body is not UTF-8 text: " + e.getMessage());
    }
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    if (text.isBlank()) {
      throw new BadBodyException("the body is empty");
    }
    return text;
  }
}
