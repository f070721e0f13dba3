package dev.tipoff.transforms.model;

import java.util.Locale;

/** What a prop is about. */
public enum Market {
  POINTS("player_points"),
  REBOUNDS("player_rebounds"),
  ASSISTS("player_assists"),
  /** Points plus rebounds plus assists. */
  PRA("player_points_rebounds_assists");

  private final String oddsApiKey;

  Market(String oddsApiKey) {
    this.oddsApiKey = oddsApiKey;
  }

  /** The market's key at The Odds API v4. */
  public String oddsApiKey() {
    return oddsApiKey;
  }

  /** The market's name in files, {@code points} for instance. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The stat that settles a bet on this market. */
  public int actual(PlayerGame game) {
    return switch (this) {
      case POINTS -> game.getPoints();
      case REBOUNDS -> game.getRebounds();
      case ASSISTS -> game.getAssists();
      case PRA -> game.getPoints() + game.getRebounds() + game.getAssists();
    };
  }
}
