package dev.tipoff.io.documents;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;

/**
 * Reads a game's book, the official scorer's report as a PDF, into {@link FeedTables#PLAYER_GAMES}
 * and {@link FeedTables#REFEREES}: the final box only, of a game that has ended. The parameters
 * {@code event_id}, {@code game_id}, {@code home} and {@code away} say which game was asked for; a
 * book of other teams or of another day is refused.
 *
 * <p>Nobody has an id in a book. Players that are dressed, or that were ruled out late (DNP, DND,
 * NWT), have their full names; inactive ones have only the last.
 */
public final class NbaGamebook implements BodyParser {
  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    GamebookGame game = GamebookGame.of(body);
    GamebookReader reader = new GamebookReader(game, rows);
    for (String line : GamebookLines.ofFinalBox(PdfText.pages(body.bytes()))) {
      reader.read(line);
    }
    reader.finish();
  }
}
