package dev.tipoff.pipelines.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tipoff.pipelines.simulator.MarketView.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/** When somebody asks for the player props of a game, and what the answer is. */
final class OddsFetches {
  private static final LocalTime AFTERNOON = LocalTime.of(15, 0);
  private static final Duration EARLIEST_BEFORE_TIP = Duration.ofHours(4);
  private static final Duration LAST_BEFORE_TIP = Duration.ofMinutes(90);

  private final Season season;

  OddsFetches(Season season) {
    this.season = season;
  }

  /**
   * An answer.
   *
   * @param snapshot the moment that it is of
   * @param at when it came
   */
  record Fetch(Instant snapshot, Instant at, byte[] body) {}

  /** Those of a game, oldest first. */
  List<Fetch> of(ScheduledGame game) throws JsonProcessingException {
    Instant afternoon = game.date().atTime(AFTERNOON).atZone(SeasonSchedule.NEW_YORK).toInstant();
    Instant beforeEarlyTip = game.tip().minus(EARLIEST_BEFORE_TIP);
    Instant first = afternoon.isBefore(beforeEarlyTip) ? afternoon : beforeEarlyTip;
    return List.of(
        of(game, Moment.AFTERNOON, first),
        of(game, Moment.BEFORE_TIP, game.tip().minus(LAST_BEFORE_TIP)));
  }

  private Fetch of(ScheduledGame game, Moment moment, Instant snapshot)
      throws JsonProcessingException {
    Dice dice = Dice.of(season.seed(), "fetch", game.number(), moment.ordinal());
    Instant updated = snapshot.minusSeconds(dice.below(240));
    Instant fetched = snapshot.plusSeconds(1 + dice.below(50));
    return new Fetch(snapshot, fetched, OddsBody.of(new OddsBoard(season, game, moment), updated));
  }
}
