package dev.tipoff.transforms.features;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.context;
import static dev.tipoff.transforms.Invented.played;
import static dev.tipoff.transforms.Invented.tip;

import dev.tipoff.transforms.availability.PlayerAvailability;
import dev.tipoff.transforms.availability.TeamReport;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Four teams of nine, two games a day on two days of three: a few weeks of last season, and this
 * season from 45 days before {@code DAY} to five after it. Up to two of a team miss a game.
 */
final class InventedLeague {
  static final List<TeamCode> TEAMS =
      List.of(TeamCode.BOS, TeamCode.CHI, TeamCode.MIA, TeamCode.NYK);
  private static final int PLAYERS = 9;

  private InventedLeague() {}

  static PlayerKey player(TeamCode team, int number) {
    return PlayerKey.of(team + "-" + number);
  }

  /** What a player brings, drawn anew for every league. */
  private record Talent(int minutes, int points, int rebounds, int assists) {
    static Talent of(Random random) {
      return new Talent(
          8 + random.nextInt(28), random.nextInt(20), random.nextInt(10), random.nextInt(8));
    }
  }

  static List<PlayerGame> play(Random random) {
    Map<PlayerKey, Talent> talents = new HashMap<>();
    for (TeamCode team : TEAMS) {
      for (int number = 0; number < PLAYERS; number++) {
        talents.put(player(team, number), Talent.of(random));
      }
    }
    List<PlayerGame> rows = new ArrayList<>();
    for (int offset = -320; offset < -290; offset += 2) {
      playDay(rows, talents, random, DAY.plusDays(offset));
    }
    for (int offset = -45; offset <= 5; offset++) {
      if (offset % 3 != 0 || offset == 0) {
        playDay(rows, talents, random, DAY.plusDays(offset));
      }
    }
    return rows;
  }

  private static void playDay(
      List<PlayerGame> rows, Map<PlayerKey, Talent> talents, Random random, GameDay day) {
    List<TeamCode> teams = new ArrayList<>(TEAMS);
    Collections.shuffle(teams, random);
    for (int game = 0; game < 2; game++) {
      String id = day + "-" + game;
      for (int side = 0; side < 2; side++) {
        TeamCode team = teams.get(2 * game + side);
        TeamCode other = teams.get(2 * game + 1 - side);
        List<PlayerKey> there = new ArrayList<>();
        for (int number = 0; number < PLAYERS; number++) {
          there.add(player(team, number));
        }
        Collections.shuffle(there, random);
        List<PlayerKey> played = there.subList(random.nextInt(3), PLAYERS);
        double minutes = played.stream().mapToInt(key -> talents.get(key).minutes()).sum();
        for (PlayerKey key : played) {
          Talent talent = talents.get(key);
          PlayerGame row = row(random, id, day, 240 * talent.minutes() / minutes).build();
          rows.add(
              row.toBuilder()
                  .setPlayer(key)
                  .setTeam(team)
                  .setOpponent(other)
                  .setHome(side == 0)
                  .setPoints(row.getPoints() + talent.points())
                  .setRebounds(row.getRebounds() + talent.rebounds())
                  .setAssists(row.getAssists() + talent.assists())
                  .setStarter(random.nextInt(36) < talent.minutes())
                  .build());
        }
      }
    }
  }

  /** Somebody's game. */
  static PlayerGame.Builder row(Random random, String id, GameDay day, double minutes) {
    return played(id, day)
        .setMinutes(minutes)
        .setPoints(random.nextInt(12))
        .setRebounds(random.nextInt(4))
        .setAssists(random.nextInt(4))
        .setTurnovers(random.nextInt(5))
        .setFieldGoalsMade(3 + random.nextInt(4))
        .setFieldGoalsAttempted(8 + random.nextInt(7))
        .setThreesMade(random.nextInt(3))
        .setThreesAttempted(2 + random.nextInt(5))
        .setFreeThrowsMade(random.nextInt(3))
        .setFreeThrowsAttempted(2 + random.nextInt(4));
  }

  /** One of each team, in two games of the slate, with all that the market says of them. */
  static List<GameContext> slate() {
    List<GameContext> contexts = new ArrayList<>();
    for (int i = 0; i < TEAMS.size(); i++) {
      contexts.add(
          context("slate-" + i / 2, DAY)
              .setPlayer(player(TEAMS.get(i), 2 * i))
              .setTeam(TEAMS.get(i))
              .setOpponent(TEAMS.get(i ^ 1))
              .setHome(i % 2 == 0)
              .setSpread(i % 2 == 0 ? -4.5 : 4.5)
              .setTotal(228.5)
              .setOpeningLine(14.5)
              .setCurrentLine(15.5)
              .setTravelMiles(712.5)
              .setTimeZonesCrossed(1)
              .build());
    }
    return contexts;
  }

  /** One starter of every team is out. */
  static InjuryReports reports() {
    InjuryReports reports = new InjuryReports();
    for (GameContext context : slate()) {
      reports.cover(
          TeamReport.builder()
              .setGameDate(DAY)
              .setGameId(context.getGameId())
              .setTeam(context.getTeam())
              .setReportTime(tip(DAY).minus(1))
              .setSource("nbac_injury_report")
              .setStandIn(false)
              .setPlayersListed(1)
              .build());
      reports.list(
          PlayerAvailability.builder()
              .setGameDate(DAY)
              .setGameId(context.getGameId())
              .setTeam(context.getTeam())
              .setPlayer(player(context.getTeam(), 1))
              .setPlayerName("One")
              .setStatus(InjuryStatus.OUT)
              .setReason("knee")
              .setReportTime(tip(DAY).minus(1))
              .setSource("nbac_injury_report")
              .setStandIn(false)
              .build());
    }
    return reports;
  }

  /** The shots of box scores, spread over the zones by what the box scores say. */
  static ZoneHistory zones(List<PlayerGame> rows) {
    ZoneHistory zones = new ZoneHistory();
    for (PlayerGame row : rows) {
      int twos = row.getFieldGoalsAttempted() - row.getThreesAttempted();
      int made = row.getFieldGoalsMade() - row.getThreesMade();
      int paint = twos * (1 + row.getPoints() % 4) / 5;
      int paintMade = made * paint / twos;
      zones.add(
          ZoneShots.builder()
              .setSeason(row.getSeason())
              .setGameId(row.getGameId())
              .setGameDate(row.getGameDate())
              .setPlayer(row.getPlayer())
              .setOpponent(row.getOpponent())
              .setFieldGoalsMade(row.getFieldGoalsMade())
              .setPaintAttempts(paint)
              .setPaintMakes(paintMade)
              .setMidRangeAttempts(twos - paint)
              .setMidRangeMakes(made - paintMade)
              .setThreeAttempts(row.getThreesAttempted())
              .setThreeMakes(row.getThreesMade())
              .setAssistedMakes(row.getAssists() % (row.getFieldGoalsMade() + 1))
              .build());
    }
    return zones;
  }

  /** All that a league's rows tell of a game of the slate. */
  static Pregame pregame(GameContext context, List<PlayerGame> rows) {
    return Pregame.of(context, of(rows), reports(), zones(rows));
  }

  static LeagueHistory of(List<PlayerGame> rows) {
    LeagueHistory league = new LeagueHistory();
    rows.forEach(league::add);
    return league;
  }
}
