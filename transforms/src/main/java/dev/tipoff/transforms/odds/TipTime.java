package dev.tipoff.transforms.odds;

import dev.tipoff.transforms.model.ScheduledGame;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.time.Instant;

/** When a game tips off: the earliest time that any feed states for it. */
final class TipTime {
  private TipTime() {}

  /**
   * The tip of a game among what the feeds say of its teams on its day; empty if none states it.
   *
   * @param propLines the props of this game
   * @param gameLines the game lines of these teams on this day
   * @param onlyGame whether the teams meet once that day, so that a game line without an id is
   *     about this game
   */
  static Optional<Instant> of(
      ScheduledGame game,
      Collection<RawPropLine> propLines,
      Collection<GameLine> gameLines,
      boolean onlyGame) {
    Stream<Instant> fromProps =
        propLines.stream().map(RawPropLine::getCommenceTime).flatMap(Stream::ofNullable);
    Stream<Instant> fromGameLines =
        gameLines.stream()
            .filter(
                line ->
                    line.getGameId().equals(game.getGameId())
                        || (onlyGame && line.getGameId().isEmpty()))
            .map(GameLine::getCommenceTime)
            .flatMap(Stream::ofNullable);
    return Stream.concat(fromProps, fromGameLines).min(Comparator.naturalOrder());
  }
}
