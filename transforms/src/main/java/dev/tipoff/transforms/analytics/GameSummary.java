package dev.tipoff.transforms.analytics;

import dev.tipoff.transforms.boxscore.TeamBoxScore;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.feed.FeedShot;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.TeamCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One game's summaries: see {@link SummariseGames}. The order of its parts changes nothing. */
final class GameSummary {
  private final SlateGame game;
  private final FinalScore score;
  private final Map<TeamCode, TeamBoxScore> boxes = new EnumMap<>(TeamCode.class);
  private final GameShots shots;
  private final List<Failure> failures = new ArrayList<>();
  private final List<PlayerGameSummary> players = new ArrayList<>();
  private final List<TeamOffenseGameSummary> offenses = new ArrayList<>();
  private final List<TeamDefenseGameSummary> defenses = new ArrayList<>();

  GameSummary(
      SlateGame game,
      Iterable<ScheduledGame> schedule,
      Iterable<PlayerGame> played,
      Iterable<PlayerDnp> absent,
      Iterable<FeedShot> told) {
    this.game = game;
    List<ScheduledGame> scheduled =
        DistinctRows.of(game, "schedule", schedule, ScheduledGame::getGameId, failures);
    this.score = new FinalScore(scheduled.isEmpty() ? null : scheduled.get(0));
    List<PlayerGame> box =
        DistinctRows.of(game, "box scores", played, row -> row.getPlayer().getId(), failures);
    List<FeedShot> distinct =
        DistinctRows.of(
            game,
            "shots",
            told,
            shot -> shot.getSource() + "|" + shot.getEventId() + "|" + shot.getEventNumber(),
            failures);
    this.shots = new GameShots(game, box, box.isEmpty() ? List.of() : distinct);
    failures.addAll(shots.failures());
    for (TeamCode team : TeamCode.values()) {
      List<PlayerGame> own = box.stream().filter(row -> row.getTeam() == team).toList();
      if (!own.isEmpty()) {
        boxes.put(team, TeamBoxScore.of(own));
      }
    }
    if (scheduled.isEmpty() && boxes.isEmpty() && !distinct.isEmpty()) {
      failures.add(misfiled(distinct));
    }
    boxes.values().forEach(this::summarise);
    addAbsent(
        box, DistinctRows.of(game, "absences", absent, row -> row.getPlayer().getId(), failures));
    checkBoxScores();
  }

  /** A row a player who played or was listed. */
  List<PlayerGameSummary> players() {
    return players;
  }

  /** A row a team with a box score. */
  List<TeamOffenseGameSummary> offenses() {
    return offenses;
  }

  /** A row a team with a box score whose opponent has one too. */
  List<TeamDefenseGameSummary> defenses() {
    return defenses;
  }

  List<Failure> failures() {
    return failures;
  }

  private void summarise(TeamBoxScore own) {
    for (PlayerGame row : own.players()) {
      players.add(PlayerSummaries.played(row, own, score.win(own.team()), shots));
    }
    TeamBoxScore other = boxes.get(own.opponent());
    TeamSummaries summaries = new TeamSummaries(own, other, score);
    offenses.add(summaries.offense());
    if (other != null) {
      defenses.add(summaries.defense(other, shots));
    }
  }

  private void addAbsent(Collection<PlayerGame> box, Collection<PlayerDnp> absent) {
    for (PlayerDnp row : absent) {
      if (box.stream().anyMatch(line -> line.getPlayer().equals(row.getPlayer()))) {
        failures.add(
            game.failure(
                FailureCode.CONFLICTING_ROWS,
                row.getPlayer().getId(),
                row.getPlayerName() + " is listed as absent and has a box score, which counts",
                row.toString()));
      } else {
        players.add(PlayerSummaries.absent(row, score.win(row.getTeam())));
      }
    }
  }

  /** Each team of a finished game, or of one with any box score, has one that adds up. */
  private void checkBoxScores() {
    Set<TeamCode> teams = EnumSet.noneOf(TeamCode.class);
    boxes.values().forEach(box -> teams.addAll(List.of(box.team(), box.opponent())));
    teams.addAll(score.teams());
    for (TeamCode team : teams) {
      TeamBoxScore box = boxes.get(team);
      if (box == null || !box.isComplete()) {
        failures.add(incomplete(team, box == null ? 0 : box.minutes()));
      }
      Integer points = score.of(team);
      if (box != null && points != null && points != box.points()) {
        failures.add(
            game.failure(
                FailureCode.SCORE_MISMATCH,
                team.name(),
                String.format(
                    "%s scored %d by the schedule and %.0f by its players' box scores",
                    team, points, box.points()),
                ""));
      }
    }
  }

  private Failure incomplete(TeamCode team, double minutes) {
    return game.failure(
        FailureCode.INCOMPLETE_BOX_SCORE,
        team.name(),
        String.format(
            "the box scores of %s have %.1f minutes, a whole game has %.0f",
            team, minutes, TeamBoxScore.REGULATION_MINUTES),
        "");
  }

  private Failure misfiled(List<FeedShot> told) {
    return game.failure(
        FailureCode.WRONG_SLATE,
        "shots",
        String.format(
            "%d shots of game %s are filed under %s, whose schedule does not have it",
            told.size(), game.gameId(), game.day()),
        told.get(0).toString());
  }
}
