package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.PlayerGame;
import java.util.function.ToDoubleFunction;

/**
 * What a player does on the court, told from box scores since they say no position: five assists
 * per 36 minutes make a ball-handler, eight rebounds a big, whichever he is more of; anybody else
 * is a wing.
 */
public enum Role {
  BALL_HANDLER,
  WING,
  BIG;

  static final double BALL_HANDLER_ASSISTS = 5;
  static final double BIG_REBOUNDS = 8;
  private static final double MINUTES = 36;

  /** Weight of the game before, over this season and the three before. */
  static final double DECAY = 0.985;

  /** The role in a career; a wing where there are no minutes. */
  static Role of(PlayerHistory career) {
    double handling = per36(career, PlayerGame::getAssists) / BALL_HANDLER_ASSISTS;
    double size = per36(career, PlayerGame::getRebounds) / BIG_REBOUNDS;
    if (handling >= 1 && handling >= size) {
      return BALL_HANDLER;
    }
    return size >= 1 ? BIG : WING;
  }

  /** A figure per 36 minutes over a career; NaN without minutes. */
  static double per36(PlayerHistory career, ToDoubleFunction<PlayerGame> figure) {
    return MINUTES
        * career.decayedSum(figure, DECAY)
        / career.figures(Stat.MINUTES).decayedSum(DECAY);
  }
}
