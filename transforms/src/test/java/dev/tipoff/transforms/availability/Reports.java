package dev.tipoff.transforms.availability;

import static dev.tipoff.transforms.Invented.DAY;

import dev.tipoff.transforms.feed.InjuryListing;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.GameTip;
import dev.tipoff.transforms.roster.PlayerRegistry;
import dev.tipoff.transforms.roster.RosterEntry;
import dev.tipoff.transforms.roster.RosterEntry.Evidence;
import java.util.List;
import org.joda.time.Duration;
import org.joda.time.Instant;

/** Two games of one evening, four players of each team, and what reports may say of them. */
final class Reports {
  static final String EARLY = "0023000501";
  static final String LATE = "0023000502";
  static final Instant EARLY_TIP = Instant.parse("2031-01-11T00:30:00Z");
  static final Instant LATE_TIP = Instant.parse("2031-01-11T03:00:00Z");

  /** Miami at Boston, then Denver at the Lakers. */
  static final List<ScheduledGame> GAMES =
      List.of(game(EARLY, TeamCode.BOS, TeamCode.MIA), game(LATE, TeamCode.LAL, TeamCode.DEN));

  static final List<GameTip> TIPS =
      List.of(GameTip.create(DAY, EARLY, EARLY_TIP), GameTip.create(DAY, LATE, LATE_TIP));

  static final List<RosterEntry> ROSTER =
      List.of(
          onRoster("1", "Zed Quillfeather", TeamCode.BOS),
          onRoster("2", "Ivo Đorđević", TeamCode.BOS),
          onRoster("3", "Ulf Marchbanks", TeamCode.MIA),
          onRoster("4", "Emeka Adu", TeamCode.DEN),
          onRoster("5", "Tyrell Mox", TeamCode.LAL),
          onRoster("6", "Sam Twice", TeamCode.LAL),
          onRoster("7", "Sam Twice", TeamCode.LAL));

  static final PlayerRegistry PLAYERS = PlayerRegistry.of(ROSTER);

  private Reports() {}

  static ScheduledGame game(String id, TeamCode home, TeamCode away) {
    return ScheduledGame.builder()
        .setSeason("2030-31")
        .setSeasonType(SeasonType.REGULAR)
        .setGameId(id)
        .setGameDate(DAY)
        .setHome(home)
        .setAway(away)
        .build();
  }

  private static RosterEntry onRoster(String id, String name, TeamCode team) {
    return RosterEntry.create(PlayerKey.of(id), name, team, DAY.plusDays(-30), Evidence.ROSTER);
  }

  /** A time of the slate's day, {@code 13:00} in New York for instance. */
  static Instant at(String clock) {
    return Instant.parse(DAY + "T" + clock + ":00-05:00");
  }

  static InjuryListing.Builder listing(String source, String clock, TeamCode team, String name) {
    return InjuryListing.builder()
        .setSource(source)
        .setFiledDate(DAY)
        .setGameDate(DAY)
        .setReportTime(at(clock))
        .setTeam(team)
        .setPlayerId("")
        .setPlayerName(name)
        .setStatus(InjuryStatus.OUT)
        .setStatusText("Out")
        .setReason("Left Ankle; Sprain")
        .setReceivedTime(at(clock));
  }

  /** In the league's report, received two minutes after it was published. */
  static InjuryListing.Builder official(String clock, TeamCode team, String name) {
    TeamCode opponent =
        GAMES.stream()
            .filter(game -> game.involves(team))
            .map(game -> game.getHome() == team ? game.getAway() : game.getHome())
            .findFirst()
            .orElseThrow();
    return listing("nbac_injury_report", clock, team, name)
        .setOpponent(opponent)
        .setReceivedTime(at(clock).plus(Duration.standardMinutes(2)));
  }

  static InjuryListing notSubmitted(String clock, TeamCode team) {
    return official(clock, team, "")
        .setStatus(InjuryStatus.NOT_SUBMITTED)
        .setStatusText("NOT YET SUBMITTED")
        .setReason("")
        .build();
  }

  static PlayerDnp absent(String game, TeamCode team, String player, String comment) {
    return PlayerDnp.builder()
        .setSeason("2030-31")
        .setSeasonType(SeasonType.REGULAR)
        .setGameId(game)
        .setGameDate(DAY)
        .setPlayerName("player " + player)
        .setPlayer(PlayerKey.of(player))
        .setTeam(team)
        .setOpponent(TeamCode.UTA)
        .setHome(true)
        .setComment(comment)
        .build();
  }
}
