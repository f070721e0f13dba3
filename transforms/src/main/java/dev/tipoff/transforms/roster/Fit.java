package dev.tipoff.transforms.roster;

import dev.tipoff.transforms.model.Season;
import java.util.Optional;

/** How likely a player of the right name is the one meant in a game, the likeliest first. */
enum Fit {
  /** Seen this season, and his team plays. */
  PLAYING,
  /** Seen this season for a team that does not play, or last season for one that does. */
  POSSIBLE,
  /** Seen last season for a team that does not play: he may have moved in the summer. */
  MOVED,
  /** Seen long ago for a team that plays: he may be back. */
  BACK;

  /** How well a player last seen in a season fits; not at all if that is long ago and elsewhere. */
  static Optional<Fit> of(Season seen, Season now, boolean plays) {
    return switch (now.startYear() - seen.startYear()) {
      case 0 -> Optional.of(plays ? PLAYING : POSSIBLE);
      case 1 -> Optional.of(plays ? POSSIBLE : MOVED);
      default -> plays ? Optional.of(BACK) : Optional.empty();
    };
  }
}
