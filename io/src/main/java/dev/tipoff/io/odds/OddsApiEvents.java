package dev.tipoff.io.odds;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.GameStatus;
import java.util.Set;
import org.joda.time.Instant;

/**
 * Reads The Odds API v4's events, {@code /sports/{sport}/events} and its historical form, into
 * {@link FeedTables#GAMES}. No parameter of the body is read.
 *
 * <p>The source lists games that are to come and games that are being played, and does not say
 * which are which. A game that had commenced when the list was made (by its envelope, or else when
 * it was received) is LIVE. Games of the league's other competitions are ignored by their sport's
 * key.
 */
public final class OddsApiEvents implements BodyParser {
  private static final Set<String> FIELDS = OddsApiGame.fieldsAnd();

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    OddsApiList list = OddsApiList.read(body, "data", rows);
    Instant envelope = list.timestamp();
    Instant listed = envelope == null ? body.receivedTime() : envelope;
    rows.each(
        list.entries(),
        event -> {
          event.expect(rows, FIELDS, Set.of());
          if (OddsApiGame.isIgnored(event, rows)) {
            return;
          }
          OddsApiGame game = OddsApiGame.read(event);
          boolean begun = !game.commenceTime().isAfter(listed);
          rows.add(
              FeedTables.GAMES,
              game.game(body).setStatus(begun ? GameStatus.LIVE : GameStatus.SCHEDULED).build());
        });
  }
}
