package dev.tipoff.io.bettingpros;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.BodyNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.joda.time.Instant;

/** The times of BettingPros: {@code 2031-01-11 00:30:00}, which is UTC without saying so. */
final class UtcText {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private UtcText() {}

  /**
   * @throws BadBodyException if the field is missing or no such time
   */
  static Instant read(BodyNode node, String field) throws BadBodyException {
    String text = node.text(field);
    try {
      return Instant.ofEpochMilli(
          LocalDateTime.parse(text, FORM).toInstant(ZoneOffset.UTC).toEpochMilli());
    } catch (DateTimeException e) {
      throw new BadBodyException(
          "at " + node.path() + "/" + field + ": no time like 2031-01-11 00:30:00");
    }
  }
}
