package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The games that were over before a slate: everything that a feature may look at. Nothing of the
 * slate itself or later comes out of it, and nothing older than the three seasons before.
 */
public final class KnownGames {
  /** Seasons before the slate's own that a career goes back. */
  public static final int CAREER_SEASONS = 3;

  private final LeagueHistory league;
  private final LeagueHistory.Index index;
  private final GameDay slate;
  private final String season;
  private final String lastSeason;
  private final String firstSeason;
  private final Map<TeamCode, Rotation> rotations = new ConcurrentHashMap<>();
  private final Map<PlayerKey, Role> roles = new ConcurrentHashMap<>();
  private final Map<TeamCode, Map<Role, Double>> allowedToRoles = new ConcurrentHashMap<>();
  private final Map<LeagueAverages.Kind, Double> averages = new ConcurrentHashMap<>();
  private final Map<String, Map<TeamCode, DefenceTier>> tiers = new ConcurrentHashMap<>();

  KnownGames(LeagueHistory league, LeagueHistory.Index index, GameDay slate, String season) {
    this.league = league;
    this.index = index;
    this.slate = slate;
    this.season = season;
    this.lastSeason = Season.parse(season).minus(1).label();
    this.firstSeason = Season.parse(season).minus(CAREER_SEASONS).label();
  }

  public GameDay slate() {
    return slate;
  }

  public String season() {
    return season;
  }

  /** The season before the slate's, {@code "2022-23"} for instance. */
  String lastSeason() {
    return lastSeason;
  }

  /** A player's games of this season and the three before; empty for one who played none. */
  public PlayerHistory player(PlayerKey player) {
    PlayerHistory all = index.players().get(player);
    return (all == null ? PlayerHistory.of(List.of()) : all).before(slate).sinceSeason(firstSeason);
  }

  /** A player's games of this season. */
  public PlayerHistory thisSeason(PlayerKey player) {
    return player(player).season(season);
  }

  /** A team's games of this season. */
  public TeamHistory team(TeamCode team) {
    return team(season, team);
  }

  private TeamHistory team(String ofSeason, TeamCode team) {
    TeamHistory all = index.seasons().get(ofSeason, team);
    return all == null ? TeamHistory.NONE : all.before(slate);
  }

  /**
   * How good a team's defence was among the league's, by its games of a season before the slate;
   * average before its fifth.
   */
  public DefenceTier defenceTier(String ofSeason, TeamCode team) {
    return tiers
        .computeIfAbsent(ofSeason, key -> DefenceTier.of(each -> team(key, each)))
        .getOrDefault(team, DefenceTier.AVERAGE);
  }

  /** The whole team's game that a box score of an earlier game belongs to. */
  public Optional<TeamGame> teamGame(PlayerGame game) {
    return game.getGameDate().isBefore(slate)
        ? Optional.ofNullable(index.games().get(game.getGameId(), game.getTeam()))
        : Optional.empty();
  }

  /** The rotation of a team as it was before the slate. */
  public Rotation rotation(TeamCode team) {
    return rotations.computeIfAbsent(team, key -> Rotation.of(this, key));
  }

  /** Of the rotation as it was before an earlier game, those who did not play in it. */
  public Rotation absentees(TeamGame game) {
    return league.absentees(game);
  }

  /** What a player does on the court, by his career. */
  public Role role(PlayerKey player) {
    return roles.computeIfAbsent(player, key -> Role.of(player(key)));
  }

  /** Those who played against a team in an earlier game, by role. */
  RoleDefence.Facing facing(TeamGame game) {
    return league.facing(game);
  }

  /** What a team allowed to a role over what was to be expected: see {@link RoleDefence}. */
  double allowedToRole(TeamCode team, Role role) {
    return Objects.requireNonNull(
        allowedToRoles
            .computeIfAbsent(team, key -> RoleDefence.factors(this, team(key)))
            .get(role));
  }

  /** A mean over all teams' games of this season; NaN before the first. */
  double average(LeagueAverages.Kind kind) {
    return averages.computeIfAbsent(kind, key -> LeagueAverages.of(this, key));
  }
}
