package dev.tipoff.transforms.features;

import dev.tipoff.transforms.features.FeatureDefinition.Source;
import java.util.function.ToDoubleFunction;

/** Features of where a player shoots from, and of what the opponent allows there. */
final class Zones {
  static final int PLAYER_GAMES = 10;
  private static final double MOST = 60;
  private static final String TEAM_SPAN =
      "last " + KnownZones.TEAM_GAMES + " games of the opponent";

  private Zones() {}

  /** His latest ten games with a play-by-play. */
  static ZoneGames latest(Pregame known) {
    return known.zones().player(known.context().getPlayer()).last(PLAYER_GAMES);
  }

  static FeatureDefinition shareOfShots(Zone zone) {
    return ofPlayer(
        "Field goal attempts from the " + words(zone) + " in 100 from all zones",
        "attempts",
        known -> latest(known).share(zone));
  }

  static FeatureDefinition assistedShare() {
    return ofPlayer(
        "Field goals made off a pass in 100 made", "makes", known -> latest(known).assistedShare());
  }

  private static FeatureDefinition ofPlayer(
      String definition, String counted, ToDoubleFunction<Pregame> value) {
    return FeatureDefinition.of("percent", 0, 100, definition, value)
        .over("last " + PLAYER_GAMES + " games of the season with a play-by-play")
        .absent(
            "with fewer than ten " + counted + " in those games, as where no play-by-play is kept")
        .from(Source.PLAY_BY_PLAY)
        .maybeConstant();
  }

  static FeatureDefinition opponentAllowed(Zone zone) {
    return overLeague(
            "from the " + words(zone),
            known -> known.zones().allowedOverLeague(known.context().getOpponent(), zone))
        .over(TEAM_SPAN + " with a play-by-play")
        .absent("before the opponent's fifth such game, as where no play-by-play is kept")
        .from(Source.PLAY_BY_PLAY)
        .maybeConstant();
  }

  static FeatureDefinition opponentAllowed(BoxShots shots) {
    return overLeague(
            shots == BoxShots.TWOS ? "for two points" : "for three points",
            known -> shots.allowedOverLeague(known.known(), known.context().getOpponent()))
        .over(TEAM_SPAN)
        .absent("before the opponent's fifth game of the season");
  }

  private static FeatureDefinition overLeague(String shots, ToDoubleFunction<Pregame> value) {
    return FeatureDefinition.of(
        "percentage points",
        -MOST,
        MOST,
        "Percentage that the opponent allowed of shots "
            + shots
            + " less the league's of the season",
        value);
  }

  private static String words(Zone zone) {
    return zone == Zone.PAINT ? "paint" : zone == Zone.MID_RANGE ? "mid range" : "three-point zone";
  }
}
