package dev.tipoff.io.espn;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.transforms.feed.GameStatus;

/** Where a game stands, by the state that ESPN gives it and the words beside. */
final class EspnGameStatus {
  private EspnGameStatus() {}

  /**
   * @param type has {@code state}: pre, in or post
   * @param words where the type says what kind of state it is: Final, Postponed, Canceled
   */
  static GameStatus read(BodyNode type, String words) throws BadBodyException {
    String state = type.text("state");
    String kind = state + " " + type.text(words);
    return switch (state) {
      case "pre" -> kind.endsWith("Postponed") ? GameStatus.POSTPONED : GameStatus.SCHEDULED;
      case "in" -> GameStatus.LIVE;
      default ->
          switch (kind) {
            case "post Final" -> GameStatus.FINAL;
            case "post Postponed" -> GameStatus.POSTPONED;
            case "post Canceled" -> GameStatus.CANCELED;
            default ->
                throw new BadBodyException(
                    "at " + type.path() + ": '" + kind + "' is no state of a game that is known");
          };
    };
  }
}
