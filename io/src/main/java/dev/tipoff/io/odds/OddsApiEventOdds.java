package dev.tipoff.io.odds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.RawPropLine;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
 * <p>Every outcome of a known market ends up in one line, in one failure, or is a copy of another.
 * A body of a wrong shape gives one failure and no line. No text makes it throw.
 */
public final class OddsApiEventOdds {
  /** The feed's name in rows. */
  public static final String SOURCE = "oddsapi";

  static final String STEP = "OddsApiEventOdds";

  private static final Logger LOG = LoggerFactory.getLogger(OddsApiEventOdds.class);

  /** The time of capture in a file's name, in UTC. */
  private static final Pattern CAPTURE =
      Pattern.compile("(\\d{8}_\\d{6})-snap-\\d{4}\\.json(?:\\.gz)?$");

  private static final DateTimeFormatter CAPTURE_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss").withResolverStyle(ResolverStyle.STRICT);

  /** What a body says. */
  public record Parsed(List<RawPropLine> lines, List<Failure> failures) {
    public Parsed {
      lines = List.copyOf(lines);
      failures = List.copyOf(failures);
    }

    static Parsed failed(Failure failure) {
      return new Parsed(List.of(), List.of(failure));
    }
  }

  private OddsApiEventOdds() {}

  /**
   * Reads one body.
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
    BodyNode event = read.event();
    String eventId = event.text("id");
    TeamCode home = event.team("home_team");
    TeamCode away = event.team("away_team");
    Instant commence = event.requiredTime("commence_time");
    List<OfferedMarket> markets = markets(bodyName, event, read.timestamp());
    GameDay day = GameDay.ofTip(commence);
    if (!day.equals(filedUnder)) {
      return Parsed.failed(
          Failure.of(
              STEP,
              FailureCode.WRONG_SLATE,
              bodyName,
              "the game commences at "
                  + commence
                  + ", on "
                  + day
                  + ", but is filed under "
                  + filedUnder,
              body,
              filedUnder));
    }
    List<Double> prices = new ArrayList<>();
    markets.forEach(market -> prices.addAll(market.prices()));
    List<RawPropLine> lines = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    for (OfferedMarket market : markets) {
      MarketOffers offers =
          new MarketOffers(bodyName, market, PriceFormat.of(market.prices(), prices), day);
      offers.read(
          line ->
              lines.add(
                  line.setSource(SOURCE)
                      .setGameDate(day)
                      .setEventId(eventId)
                      .setHome(home)
                      .setAway(away)
                      .setCommenceTime(commence)
                      .build()),
          failures::add);
    }
    return new Parsed(lines, failures);
  }

  private static List<OfferedMarket> markets(
      String bodyName, BodyNode event, @Nullable Instant timestamp) throws BadBodyException {
    List<OfferedMarket> markets = new ArrayList<>();
    for (BodyNode bookmaker : event.objects("bookmakers")) {
      String book = bookmaker.text("key");
      for (BodyNode node : bookmaker.objects("markets")) {
        Optional<Market> market = marketOf(node.text("key"));
        if (market.isEmpty()) {
          LOG.debug("{}: ignoring market {} of {}", bodyName, node.text("key"), book);
          continue;
        }
        List<JsonNode> outcomes = new ArrayList<>();
        node.objects("outcomes").forEach(outcome -> outcomes.add(outcome.json()));
        Instant snapshot =
            firstTime(
                node.time("last_update"),
                bookmaker.time("last_update"),
                timestamp,
                captureTime(bodyName));
        if (snapshot == null) {
          throw new BadBodyException(
              "at "
                  + node.path()
                  + ": neither the market, the bookmaker, an envelope nor the"
                  + " file's name says when the prices stood");
        }
        markets.add(new OfferedMarket(book, market.get(), snapshot, outcomes));
      }
    }
    return markets;
  }

  private static @Nullable Instant firstTime(@Nullable Instant... times) {
    for (Instant time : times) {
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  private static Optional<Market> marketOf(String key) {
    return Arrays.stream(Market.values())
        .filter(market -> market.oddsApiKey().equals(key))
        .findFirst();
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
