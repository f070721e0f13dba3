package dev.tipoff.io.odds;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.feed.GameMarket;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.odds.RawPropLine;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the bodies of The Odds API v4's event odds: {@code /sports/{sport}/events/{id}/odds},
 * current or historical, in American or decimal notation.
 *
 * <p>As a parser it reads the props of players into {@link Tables#ODDS_API_PLAYER_PROPS} and the
 * spreads, totals and moneylines of the game into {@link FeedTables#GAME_LINES}, whatever the body
 * mixes; no parameter of the body is read. Every outcome of these markets ends up in one line, in
 * one failure, or is a copy of another, which is ignored; other markets are ignored by their name.
 * Prices stood when the market says, or else the book, the envelope, or the receipt.
 *
 * <p>{@link #parse(String, String, GameDay)} reads only the props, and nothing of a body that is
 * wrong somewhere. No text makes either throw.
 */
public final class OddsApiEventOdds implements BodyParser {
  /** The feed's name in rows. */
  public static final String SOURCE = "oddsapi";

  static final String STEP = "OddsApiEventOdds";

  private static final Logger LOG = LoggerFactory.getLogger(OddsApiEventOdds.class);

  private static final Set<String> EVENT = OddsApiGame.fieldsAnd("bookmakers");
  private static final Set<String> ENVELOPE = Set.of("timestamp", "data");
  private static final Set<String> ENVELOPE_SOMETIMES =
      Set.of("previous_timestamp", "next_timestamp");

  /** The time of capture in a file's name, in UTC. */
  private static final Pattern CAPTURE =
      Pattern.compile("(\\d{8}_\\d{6})-snap-\\d{4}\\.json(?:\\.gz)?$");

  private static final DateTimeFormatter CAPTURE_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss").withResolverStyle(ResolverStyle.STRICT);

  /** What a body says of players. */
  public record Parsed(List<RawPropLine> lines, List<Failure> failures) {
    public Parsed {
      lines = List.copyOf(lines);
      failures = List.copyOf(failures);
    }

    static Parsed failed(Failure failure) {
      return new Parsed(List.of(), List.of(failure));
    }
  }

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    Optional<EventBody> found = EventBody.find(body.text());
    if (found.isEmpty()) {
      return;
    }
    BodyNode envelope = found.get().envelope();
    if (envelope != null) {
      envelope.expect(rows, ENVELOPE, ENVELOPE_SOMETIMES);
    }
    BodyNode event = found.get().event();
    event.expect(rows, EVENT, Set.of());
    if (OddsApiGame.isIgnored(event, rows)) {
      return;
    }
    OddsApiGame game = OddsApiGame.read(event);
    if (!game.day().equals(body.filedUnder())) {
      String message = game.wrongSlate(body.filedUnder());
      rows.fail(FailureCode.WRONG_SLATE, event.path(), message, event.json().toString());
      return;
    }
    Instant timestamp = found.get().timestamp();
    add(
        game,
        EventMarkets.read(event, timestamp == null ? body.receivedTime() : timestamp, rows),
        body.source(),
        rows);
  }

  private static void add(OddsApiGame game, EventMarkets markets, String source, ParsedRows rows) {
    List<Double> prices = markets.prices();
    OfferFailures failures =
        (code, offer, message) -> rows.fail(code, offer.path(), message, offer.json().toString());
    int copies = 0;
    for (OfferedMarket<Market> market : markets.props()) {
      MarketOffers offers = new MarketOffers(market, PriceFormat.of(market.prices(), prices));
      offers.read(line -> rows.add(Tables.ODDS_API_PLAYER_PROPS, game.line(line)), failures);
      copies += offers.copies();
    }
    for (OfferedMarket<GameMarket> market : markets.games()) {
      GameMarketOffers offers =
          new GameMarketOffers(game, market, PriceFormat.of(market.prices(), prices));
      offers.read(line -> rows.add(FeedTables.GAME_LINES, game.line(line, source)), failures);
      copies += offers.copies();
    }
    for (int i = 0; i < copies; i++) {
      rows.ignore("copy of an offer");
    }
  }

  /**
   * Reads the props of one body.
   *
   * @param bodyName names the body in failures; a file name such as {@code
   *     20310110_220000-snap-2200.json} gives the time where the body does not
   * @param filedUnder the day that the archive keeps it under, which must be its game's
   */
  public static Parsed parse(String bodyName, String body, GameDay filedUnder) {
    try {
      return parse(bodyName, body, EventBody.read(body), filedUnder);
    } catch (BadBodyException e) {
      return Parsed.failed(
          Failure.of(
              STEP,
              FailureCode.BAD_BODY,
              bodyName,
              String.valueOf(e.getMessage()),
              body,
              filedUnder));
    }
  }

  private static Parsed parse(String bodyName, String body, EventBody read, GameDay filedUnder)
      throws BadBodyException {
    OddsApiGame game = OddsApiGame.read(read.event());
    Instant timestamp = read.timestamp();
    List<OfferedMarket<Market>> markets =
        props(bodyName, read.event(), timestamp == null ? captureTime(bodyName) : timestamp);
    GameDay day = game.day();
    if (!day.equals(filedUnder)) {
      return Parsed.failed(
          Failure.of(
              STEP,
              FailureCode.WRONG_SLATE,
              bodyName,
              game.wrongSlate(filedUnder),
              body,
              filedUnder));
    }
    List<Double> prices = new ArrayList<>();
    markets.forEach(market -> prices.addAll(market.prices()));
    List<RawPropLine> lines = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    for (OfferedMarket<Market> market : markets) {
      new MarketOffers(market, PriceFormat.of(market.prices(), prices))
          .read(
              line -> lines.add(game.line(line)),
              (code, offer, message) ->
                  failures.add(
                      Failure.of(
                          STEP,
                          code,
                          key(bodyName, market, offer),
                          message,
                          offer.json().toString(),
                          day)));
    }
    return new Parsed(lines, failures);
  }

  private static List<OfferedMarket<Market>> props(
      String bodyName, BodyNode event, @Nullable Instant otherwise) throws BadBodyException {
    List<OfferedMarket<Market>> markets = new ArrayList<>();
    for (BodyNode bookmaker : event.objects("bookmakers")) {
      String book = bookmaker.text("key");
      for (BodyNode node : bookmaker.objects("markets")) {
        Market market = EventMarkets.PROPS.get(node.text("key"));
        if (market == null) {
          LOG.debug("{}: ignoring market {} of {}", bodyName, node.text("key"), book);
        } else {
          markets.add(OfferedMarket.read(bookmaker, node, market, otherwise));
        }
      }
    }
    return markets;
  }

  private static String key(String bodyName, OfferedMarket<Market> market, BodyNode offer) {
    return String.join(
        "|",
        bodyName,
        market.bookmaker(),
        market.market().id(),
        offer.json().path("description").asText(),
        offer.json().path("point").asText(),
        offer.json().path("name").asText(),
        offer.json().path("price").asText());
  }

  private static @Nullable Instant captureTime(String bodyName) {
    Matcher name = CAPTURE.matcher(bodyName);
    if (!name.find()) {
      return null;
    }
    try {
      return Instant.ofEpochMilli(
          LocalDateTime.parse(name.group(1), CAPTURE_TIME)
              .toInstant(ZoneOffset.UTC)
              .toEpochMilli());
    } catch (DateTimeException e) {
      LOG.debug("{} has no possible time in its name", bodyName, e);
      return null;
    }
  }
}
