package dev.tipoff.io.bettingpros;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.JsonBody;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceError;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.model.Market;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a page of BettingPros' offers on players, {@code /v3/offers}, into {@link
 * FeedTables#BETTINGPROS_PLAYER_PROPS}, in American odds. The body does not name its game: the
 * parameters {@code event_id}, {@code home}, {@code away} and, if known, {@code tip_time} do.
 *
 * <p>Each line of each book ends up in one row, one failure, or is ignored: because the book took
 * it off or replaced it, or because the book is no sportsbook that is known. Where a line opened is
 * no offer and not read. A price stood when the line says that it changed last, the later of both
 * sides, or else when the body was received.
 */
public final class BettingProsOffers implements BodyParser {
  /** The feed's name in rows. */
  static final String SOURCE = "bettingpros";

  // 156 is in the reference of the original platform; the other ids are those that its scraper and
  // other public clients of /v3/offers and /v3/props agree on.
  private static final ImmutableMap<Integer, Market> MARKETS =
      ImmutableMap.of(
          156, Market.POINTS, 157, Market.REBOUNDS, 151, Market.ASSISTS, 338, Market.PRA);

  /** The markets that are asked for, as the query names them. */
  static final String MARKET_IDS =
      MARKETS.keySet().stream().map(String::valueOf).collect(Collectors.joining(":"));

  private static final Set<String> BODY = Set.of("offers");
  private static final Set<String> BODY_SOMETIMES =
      Set.of("_parameters", "_pagination", "markets", "ts", "utc");
  private static final Set<String> OFFER =
      Set.of("market_id", "event_id", "participants", "selections");
  private static final Set<String> OFFER_SOMETIMES =
      Set.of("id", "sport", "player_id", "team_id", "link", "active", "label", "picks");

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    AskedGame game = AskedGame.of(body);
    BodyNode root = JsonBody.object(body);
    SourceError.refuse(root, "offers");
    root.expect(rows, BODY, BODY_SOMETIMES);
    rows.each(root.objects("offers"), offer -> offer(offer, game, body, rows));
  }

  private static void offer(BodyNode offer, AskedGame game, Body body, ParsedRows rows)
      throws BadBodyException {
    offer.expect(rows, OFFER, OFFER_SOMETIMES);
    Market market = MARKETS.get(offer.integer("market_id"));
    if (market == null) {
      rows.ignore("market " + offer.integer("market_id"));
      return;
    }
    game.check(offer);
    List<BodyNode> participants = offer.objects("participants");
    if (participants.size() != 1) {
      throw new BadBodyException(
          "at " + offer.path() + "/participants: " + participants.size() + ", not one player");
    }
    String player = participants.get(0).text("name");
    OfferLines lines = new OfferLines(body.receivedTime(), rows);
    rows.each(offer.objects("selections"), lines::read);
    lines.complete(
        line ->
            rows.add(
                FeedTables.BETTINGPROS_PLAYER_PROPS,
                game.fill(line)
                    .setSource(SOURCE)
                    .setGameDate(body.filedUnder())
                    .setMarket(market)
                    .setPlayerName(player)
                    .setPlayer(null)
                    .build()));
  }
}
