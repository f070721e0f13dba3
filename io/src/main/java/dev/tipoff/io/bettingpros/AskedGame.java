package dev.tipoff.io.bettingpros;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.RawPropLine;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * The game whose offers were asked for; the answer does not name it.
 *
 * @param tip absent if nobody knew it when the offers were asked for
 */
record AskedGame(String eventId, TeamCode home, TeamCode away, @Nullable Instant tip) {
  /**
   * @throws BadBodyException if the parameters do not say which game was asked for
   */
  static AskedGame of(Body body) throws BadBodyException {
    try {
      String tip = body.parameters().get("tip_time");
      return new AskedGame(
          parameter(body, "event_id"),
          TeamCode.parse(parameter(body, "home")),
          TeamCode.parse(parameter(body, "away")),
          tip == null ? null : Instant.parse(tip));
    } catch (IllegalArgumentException e) {
      throw new BadBodyException("the parameters of the call: " + e.getMessage());
    }
  }

  private static String parameter(Body body, String name) throws BadBodyException {
    String value = body.parameters().get(name);
    if (value == null) {
      throw new BadBodyException("the call has no parameter " + name);
    }
    return value;
  }

  /**
   * @throws BadBodyException if the offer is about another game
   */
  void check(BodyNode offer) throws BadBodyException {
    String event = offer.id("event_id");
    if (!event.equals(eventId)) {
      throw new BadBodyException(
          "at " + offer.path() + "/event_id: of event " + event + ", asked for " + eventId);
    }
  }

  /** Fills in what a line says of its game. */
  RawPropLine.Builder fill(RawPropLine.Builder line) {
    return line.setEventId(eventId).setHome(home).setAway(away).setCommenceTime(tip);
  }
}
