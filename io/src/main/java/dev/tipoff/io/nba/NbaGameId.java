package dev.tipoff.io.nba;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.model.SeasonType;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The NBA's ten-digit id of a game. Its first three digits say what part of the season the game
 * belongs to.
 */
record NbaGameId(String text, SeasonType seasonType) {
  private static final Pattern ID = Pattern.compile("\\d{10}");
  private static final int LEAGUE_AND_PART = 3;

  private static final ImmutableMap<String, SeasonType> COUNTED =
      ImmutableMap.of(
          "002", SeasonType.REGULAR,
          "004", SeasonType.PLAYOFFS,
          "005", SeasonType.PLAYIN,
          "006", SeasonType.CUP_FINAL);

  private static final ImmutableMap<String, String> IGNORED =
      ImmutableMap.of("001", "preseason", "003", "all-star");

  /**
   * Reads an id; none if the game does not count, which is then ignored by its kind.
   *
   * @throws BadBodyException if it is no id of the league
   */
  static Optional<NbaGameId> read(BodyNode node, String field, ParsedRows rows)
      throws BadBodyException {
    String text = node.text(field);
    if (ID.matcher(text).matches()) {
      String part = text.substring(0, LEAGUE_AND_PART);
      String reason = IGNORED.get(part);
      if (reason != null) {
        rows.ignore(reason);
        return Optional.empty();
      }
      SeasonType type = COUNTED.get(part);
      if (type != null) {
        return Optional.of(new NbaGameId(text, type));
      }
    }
    throw new BadBodyException(
        "at " + node.path() + "/" + field + ": '" + text + "' is no game of the NBA");
  }

  /** The game for a schedule, by its id. */
  FeedGame.Builder game(Body body) {
    return FeedGame.builder()
        .setSource(body.source())
        .setFiledDate(body.filedUnder())
        .setEventId(text)
        .setGameId(text)
        .setSeasonType(seasonType)
        .setReceivedTime(body.receivedTime());
  }
}
