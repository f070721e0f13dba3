package dev.tipoff.transforms.analytics;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.feed.FeedShot;
import dev.tipoff.transforms.feed.Trust;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The shots of a game by one play-by-play: that which differs from the box score's field goal
 * attempts by the fewest shots, player by player; of several the most trusted source's. One that
 * differs by more than one shot in twenty is not used and a failure. Shots of nobody in the box
 * score are one failure a play-by-play.
 */
final class GameShots {
  /** A play-by-play with more of its game's shots wrong is cut, or another game's. */
  private static final double MOST_MISFIT = 0.05;

  private final @Nullable PlayByPlay chosen;
  private final List<Failure> failures = new ArrayList<>();

  /**
   * @param box the players of both teams; without any no shot can be told from another's
   * @param shots distinct, of any source
   */
  GameShots(SlateGame game, Collection<PlayerGame> box, Collection<FeedShot> shots) {
    Map<String, Map<String, List<FeedShot>>> byFile = new TreeMap<>(Trust.FIRST);
    for (FeedShot shot : shots) {
      byFile
          .computeIfAbsent(shot.getSource(), source -> new TreeMap<>())
          .computeIfAbsent(shot.getEventId(), event -> new ArrayList<>())
          .add(shot);
    }
    Shooters shooters = new Shooters(game.day(), box);
    List<PlayByPlay> files =
        byFile.values().stream()
            .flatMap(events -> events.values().stream())
            .map(file -> new PlayByPlay(file, shooters))
            .toList();
    for (PlayByPlay file : files) {
      if (!file.ofNobody().isEmpty()) {
        failures.add(ofNobody(game, file));
      }
    }
    PlayByPlay best =
        files.stream().min(Comparator.comparingInt(file -> file.misfit(box))).orElse(null);
    int attempts = box.stream().mapToInt(PlayerGame::getFieldGoalsAttempted).sum();
    if (best != null && best.misfit(box) > MOST_MISFIT * attempts) {
      failures.add(misfit(game, best, best.misfit(box), attempts));
      best = null;
    }
    this.chosen = best;
  }

  /** The source of the play-by-play; null if there is none that fits. */
  @Nullable String source() {
    return chosen == null ? null : chosen.source();
  }

  /** A player's shots; null without a play-by-play. */
  @Nullable ZoneTally of(PlayerKey player) {
    return chosen == null ? null : ZoneTally.of(chosen.of(player));
  }

  /** A team's shots; null without a play-by-play. */
  @Nullable ZoneTally of(TeamCode team) {
    return chosen == null
        ? null
        : ZoneTally.of(chosen.all().stream().filter(shot -> shot.getTeam() == team).toList());
  }

  List<Failure> failures() {
    return failures;
  }

  private static Failure ofNobody(SlateGame game, PlayByPlay file) {
    return game.failure(
        FailureCode.UNRESOLVED_PLAYER,
        file.source(),
        String.format(
            "%d of %d shots of %s are of nobody in the box score: %s",
            file.ofNobody().size(),
            file.all().size(),
            file.source(),
            file.ofNobody().stream()
                .map(shot -> shot.getPlayerName() + " (" + shot.getTeam() + ")")
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "))),
        file.ofNobody().get(0).toString());
  }

  private static Failure misfit(SlateGame game, PlayByPlay file, int misfit, int attempts) {
    return game.failure(
        FailureCode.PLAY_BY_PLAY_MISFIT,
        file.source(),
        String.format(
            "the play-by-play of %s has %d shots and differs from the %d of the box score in %d, too"
                + " many to count zones from it",
            file.source(), file.all().size(), attempts, misfit),
        "");
  }
}
