package dev.tipoff.transforms.analytics;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static dev.tipoff.transforms.Invented.played;

import dev.tipoff.transforms.feed.FeedShot;
import dev.tipoff.transforms.feed.ShotZone;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.joda.time.Instant;

/**
 * All that is told of a made-up finished game, Miami at Boston: five of each team who play every
 * minute, one of Boston who does not, and every shot as both play-by-plays have it. Tests change
 * the lists.
 */
final class FinishedGame {
  static final String NBA = "nbac_play_by_play";
  static final String FILES = "bigdataball_pbp";

  private static final int PLAYERS = 5;
  private static final List<String> NAMES =
      List.of("Zed Quillfeather", "Moe Thimblerig", "Ada Ośmielak", "Kit Harrow Jr.", "Bo Tillery");

  final String id;
  final GameDay day;
  final List<ScheduledGame> schedule = new ArrayList<>();
  final List<PlayerGame> played = new ArrayList<>();
  final List<PlayerDnp> absent = new ArrayList<>();
  final List<FeedShot> shots = new ArrayList<>();

  private FinishedGame(String id, GameDay day) {
    this.id = id;
    this.day = day;
  }

  /** The game of {@link dev.tipoff.transforms.Invented}. */
  static FinishedGame create() {
    return of(GAME, DAY, 7);
  }

  /** A game whose figures hang on the seed. */
  static FinishedGame of(String id, GameDay day, long seed) {
    FinishedGame game = new FinishedGame(id, day);
    Random random = new Random(seed);
    for (TeamCode team : List.of(TeamCode.BOS, TeamCode.MIA)) {
      for (int i = 0; i < PLAYERS; i++) {
        game.addPlayer(team, i, random);
      }
    }
    game.absent.add(
        PlayerDnp.builder()
            .setSeason(Season.of(day).label())
            .setSeasonType(SeasonType.REGULAR)
            .setGameId(id)
            .setGameDate(day)
            .setPlayerName("Ole Sitter")
            .setPlayer(PlayerKey.of("BOS9"))
            .setTeam(TeamCode.BOS)
            .setOpponent(TeamCode.MIA)
            .setHome(true)
            .setComment("DND - Injury/Illness")
            .build());
    game.schedule.add(game.scheduled(game.points(TeamCode.BOS), game.points(TeamCode.MIA)));
    return game;
  }

  ScheduledGame scheduled(Integer home, Integer away) {
    return ScheduledGame.builder()
        .setSeason(Season.of(day).label())
        .setSeasonType(SeasonType.REGULAR)
        .setGameId(id)
        .setGameDate(day)
        .setHome(TeamCode.BOS)
        .setAway(TeamCode.MIA)
        .setHomePoints(home)
        .setAwayPoints(away)
        .build();
  }

  int points(TeamCode team) {
    return played.stream()
        .filter(row -> row.getTeam() == team)
        .mapToInt(PlayerGame::getPoints)
        .sum();
  }

  GameSummary summary() {
    return new GameSummary(new SlateGame(day, id), schedule, played, absent, shots);
  }

  /** The same parts in another order. */
  FinishedGame shuffled(Random random) {
    FinishedGame other = new FinishedGame(id, day);
    other.schedule.addAll(schedule);
    other.played.addAll(played);
    other.absent.addAll(absent);
    other.shots.addAll(shots);
    List.of(other.schedule, other.played, other.absent, other.shots)
        .forEach(parts -> Collections.shuffle(parts, random));
    return other;
  }

  private void addPlayer(TeamCode team, int i, Random random) {
    int attempts = 8 + random.nextInt(14);
    int made = 0;
    int threes = 0;
    int threesMade = 0;
    for (int shot = 0; shot < attempts; shot++) {
      boolean in = random.nextBoolean();
      ShotZone zone = ShotZone.values()[random.nextInt(ShotZone.values().length)];
      boolean three = zone.compareTo(ShotZone.CORNER_THREE) >= 0;
      made += in ? 1 : 0;
      threes += three ? 1 : 0;
      threesMade += three && in ? 1 : 0;
      String passer = in && random.nextBoolean() ? team + "0" : null;
      FeedShot.Builder told = shot(team, i).setMade(in).setZone(zone).setValue(three ? 3 : 2);
      shots.add(told.setSource(NBA).setPlayerId(team.name() + i).setAssistedBy(passer).build());
      shots.add(told.setSource(FILES).setPlayerId("").setEventId("aFile").build());
    }
    int freeThrows = random.nextInt(6);
    played.add(
        played(id, day)
            .setPlayer(PlayerKey.of(team.name() + i))
            .setPlayerName(NAMES.get(i))
            .setTeam(team)
            .setOpponent(team == TeamCode.BOS ? TeamCode.MIA : TeamCode.BOS)
            .setHome(team == TeamCode.BOS)
            .setMinutes(48)
            .setFieldGoalsMade(made)
            .setFieldGoalsAttempted(attempts)
            .setThreesMade(threesMade)
            .setThreesAttempted(threes)
            .setFreeThrowsMade(freeThrows)
            .setFreeThrowsAttempted(freeThrows)
            .setPoints(2 * made + threesMade + freeThrows)
            .setRebounds(random.nextInt(12))
            .setAssists(random.nextInt(9))
            .setSteals(random.nextInt(3))
            .setBlocks(random.nextInt(3))
            .setTurnovers(random.nextInt(5))
            .build());
  }

  /** The next shot of a player, as the NBA has it, missed from the middle distance. */
  FeedShot.Builder shot(TeamCode team, int player) {
    return FeedShot.builder()
        .setSource(NBA)
        .setFiledDate(day)
        .setEventId(id)
        .setGameId(id)
        .setGameDate(day)
        .setEventNumber(shots.size())
        .setPeriod(1)
        .setClockSeconds(30)
        .setPlayerId(team.name() + player)
        .setPlayerName(NAMES.get(player).replace(" Jr.", "").replace('Ś', 'S').replace('ś', 's'))
        .setTeam(team)
        .setMade(false)
        .setValue(2)
        .setZone(ShotZone.MID_RANGE)
        .setReceivedTime(Instant.parse("2031-01-11T09:00:00Z"));
  }
}
