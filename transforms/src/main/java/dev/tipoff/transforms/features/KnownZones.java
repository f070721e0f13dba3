package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The season's shots by zone that were taken before a slate: nothing of the slate or later. */
public final class KnownZones {
  /** Games that a team is judged by. */
  public static final int TEAM_GAMES = 15;

  private final ZoneHistory.Index index;
  private final GameDay slate;
  private final String season;
  private final Map<Zone, Double> league = new ConcurrentHashMap<>();

  KnownZones(ZoneHistory.Index index, GameDay slate, String season) {
    this.index = index;
    this.slate = slate;
    this.season = season;
  }

  /** A player's games with a play-by-play. */
  public ZoneGames player(PlayerKey player) {
    return known(index.players().get(player));
  }

  /** What a team allowed in the latest 15 of its games with a play-by-play. */
  public ZoneGames allowed(TeamCode team) {
    return known(index.allowed().get(team)).last(TEAM_GAMES);
  }

  private ZoneGames known(@Nullable ZoneGames games) {
    return games == null ? ZoneGames.NONE : games.before(slate).season(season);
  }

  /** Makes in 100 attempts of everybody; NaN before the first. */
  public double leaguePercentage(Zone zone) {
    return league.computeIfAbsent(zone, this::percentage);
  }

  /** Sums of whole numbers, so that the order of the teams is nothing. */
  private double percentage(Zone zone) {
    double makes = 0;
    double attempts = 0;
    for (ZoneGames all : index.allowed().values()) {
      ZoneGames games = known(all);
      makes += games.makes(zone);
      attempts += games.attempts(zone);
    }
    return 100 * makes / attempts;
  }

  /**
   * Percentage points that a team allows over the league's percentage, below it if negative; NaN
   * before its fifth game with a play-by-play.
   */
  public double allowedOverLeague(TeamCode team, Zone zone) {
    ZoneGames games = allowed(team);
    return games.size() < Opposition.MIN_GAMES
        ? Double.NaN
        : games.percentage(zone) - leaguePercentage(zone);
  }
}
