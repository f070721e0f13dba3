package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Optional;

/** All that is known of a player and a game before the tip: what features are computed from. */
final class Pregame {
  private final GameContext context;
  private final KnownGames known;
  private final InjuryReports reports;
  private final KnownZones zones;
  private final PlayerHistory career;
  private final PlayerHistory season;
  private final TeamHistory team;
  private final TeamHistory opponent;

  private Pregame(GameContext context, KnownGames known, InjuryReports reports, KnownZones zones) {
    this.context = context;
    this.known = known;
    this.reports = reports;
    this.zones = zones;
    this.career = known.player(context.getPlayer());
    this.season = career.season(context.getSeason());
    this.team = known.team(context.getTeam());
    this.opponent = known.team(context.getOpponent());
  }

  /** Without a play-by-play. */
  static Pregame of(GameContext context, LeagueHistory league, InjuryReports reports) {
    return of(context, league, reports, new ZoneHistory());
  }

  static Pregame of(
      GameContext context, LeagueHistory league, InjuryReports reports, ZoneHistory zones) {
    return new Pregame(
        context,
        league.before(context.getGameDate(), context.getSeason()),
        reports,
        zones.before(context.getGameDate(), context.getSeason()));
  }

  GameContext context() {
    return context;
  }

  GameDay slate() {
    return context.getGameDate();
  }

  KnownGames known() {
    return known;
  }

  /** Shots by zone of earlier games. */
  KnownZones zones() {
    return zones;
  }

  /** His games of this season. */
  PlayerHistory season() {
    return season;
  }

  /** His games of this season and the three before. */
  PlayerHistory career() {
    return career;
  }

  /** His games of the season before this one. */
  PlayerHistory lastSeason() {
    return career.season(known.lastSeason());
  }

  /** His team's games of this season, whether he played or not. */
  TeamHistory team() {
    return team;
  }

  /** The other team's games of this season. */
  TeamHistory opponent() {
    return opponent;
  }

  /** Whether he played in an earlier game of his team. */
  boolean playedIn(TeamGame game) {
    return game.players().stream().anyMatch(row -> row.getPlayer().equals(context.getPlayer()));
  }

  /** Those his team has been playing. */
  Rotation rotation() {
    return known.rotation(context.getTeam());
  }

  Role role() {
    return known.role(context.getPlayer());
  }

  /** Of his team's rotation, he aside, those who are out tonight; empty without a report. */
  Optional<Rotation> teammatesOut() {
    return out(context.getTeam());
  }

  /** Of the other team's rotation, those who are out tonight; empty without a report. */
  Optional<Rotation> opponentsOut() {
    return out(context.getOpponent());
  }

  private Optional<Rotation> out(TeamCode of) {
    return reports
        .of(context.getGameId(), of)
        .map(
            report ->
                known
                    .rotation(of)
                    .where(
                        member ->
                            !member.player().equals(context.getPlayer())
                                && report.isOut(member.player())));
  }

  /** What the newest report of his team is; empty without one. */
  Optional<InjuryReports.OfTeam> report() {
    return reports.of(context.getGameId(), context.getTeam());
  }
}
