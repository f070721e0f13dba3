package dev.tipoff.transforms.feed;

/** What is bet on in a game. */
public enum GameMarket {
  /** The difference, by the points added to the home team. */
  SPREAD,
  /** The points of both teams. */
  TOTAL,
  /** The winner. */
  MONEYLINE
}
