package dev.tipoff.pipelines.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** A board in the words of The Odds API's v4 event odds. */
final class OddsBody {
  private static final ObjectMapper JSON = new ObjectMapper();

  private OddsBody() {}

  static byte[] of(OddsBoard board, Instant lastUpdate) throws JsonProcessingException {
    ScheduledGame game = board.game();
    ObjectNode body = JSON.createObjectNode();
    body.put("id", game.eventId());
    body.put("sport_key", "basketball_nba");
    body.put("sport_title", "NBA");
    body.put("commence_time", game.tip().toString());
    body.put("home_team", game.home().fullName());
    body.put("away_team", game.away().fullName());
    ArrayNode books = body.putArray("bookmakers");
    for (Bookmaker book : Bookmaker.values()) {
      ObjectNode entry = books.addObject();
      entry.put("key", book.key());
      entry.put("title", book.title());
      ArrayNode markets = entry.putArray("markets");
      for (PropMarket market : PropMarket.values()) {
        ObjectNode offer = markets.addObject();
        offer.put("key", market.key());
        offer.put("last_update", lastUpdate.toString());
        addOutcomes(offer.putArray("outcomes"), book, board.quotes(book, market));
      }
    }
    return JSON.writeValueAsBytes(body);
  }

  private static void addOutcomes(ArrayNode outcomes, Bookmaker book, List<Quote> quotes) {
    for (Quote quote : quotes) {
      ObjectNode outcome = outcomes.addObject();
      outcome.put("name", quote.side());
      outcome.put("description", book.spelled(quote.player().name()));
      outcome.put("price", quote.price());
      outcome.put("point", quote.line());
    }
  }
}
