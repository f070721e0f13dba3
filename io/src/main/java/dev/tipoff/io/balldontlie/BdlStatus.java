package dev.tipoff.io.balldontlie;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.transforms.feed.GameStatus;
import java.util.Locale;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * What the field {@code status} of a game says: "Final", the quarter, or, before the game, when it
 * begins.
 *
 * @param tip when the game begins; absent where the status is no time in ISO form
 */
record BdlStatus(GameStatus status, @Nullable Instant tip) {
  private static final String FIELD = "status";
  private static final Pattern ISO_TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*");
  private static final Pattern CLOCK_TIME = Pattern.compile("\\d{1,2}:\\d{2} [ap]m( [a-z]{2,3})?");
  private static final Pattern LIVE =
      Pattern.compile(
          "[1-4](st|nd|rd|th) (qtr|quarter)|half(time)?|\\d?ot\\d?|overtime|in progress|end of .+");

  /**
   * @throws BadBodyException if the words are none that are known
   */
  static BdlStatus read(BodyNode game) throws BadBodyException {
    String text = game.text(FIELD);
    if (ISO_TIME.matcher(text).matches()) {
      return new BdlStatus(GameStatus.SCHEDULED, game.requiredTime(FIELD));
    }
    return new BdlStatus(ofWords(text.strip().toLowerCase(Locale.ROOT), game.path()), null);
  }

  private static GameStatus ofWords(String words, String path) throws BadBodyException {
    if (words.equals("final") || words.startsWith("final/")) {
      return GameStatus.FINAL;
    }
    if (LIVE.matcher(words).matches()) {
      return GameStatus.LIVE;
    }
    if (CLOCK_TIME.matcher(words).matches() || words.equals("scheduled") || words.equals("tbd")) {
      return GameStatus.SCHEDULED;
    }
    if (words.equals("postponed") || words.equals("ppd")) {
      return GameStatus.POSTPONED;
    }
    if (words.equals("canceled") || words.equals("cancelled")) {
      return GameStatus.CANCELED;
    }
    throw new BadBodyException("at " + path + "/" + FIELD + ": '" + words + "' is no status");
  }
}
