package dev.tipoff.transforms.analytics;

import com.google.common.collect.ImmutableListMultimap;
import dev.tipoff.transforms.feed.FeedShot;
import dev.tipoff.transforms.feed.Trust;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.roster.PlayerName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The shots of a game as one source's play-by-play has them, each given to a player of the box
 * score: by the NBA's id where the source has it, else by the name, which must be that of exactly
 * one player of the shooter's team.
 */
final class PlayByPlay {
  private final String source;
  private final ImmutableListMultimap<PlayerKey, FeedShot> byPlayer;
  private final List<FeedShot> all;
  private final List<FeedShot> ofNobody = new ArrayList<>();

  /**
   * @param shots at least one, all of one source
   * @param box the players of both teams
   */
  PlayByPlay(List<FeedShot> shots, Collection<PlayerGame> box) {
    this.source = shots.get(0).getSource();
    this.all = shots;
    ImmutableListMultimap.Builder<PlayerKey, FeedShot> found = ImmutableListMultimap.builder();
    for (FeedShot shot : shots) {
      shooter(shot, box).ifPresentOrElse(who -> found.put(who, shot), () -> ofNobody.add(shot));
    }
    this.byPlayer = found.build();
  }

  String source() {
    return source;
  }

  /** All shots, also those of nobody in the box score. */
  List<FeedShot> all() {
    return all;
  }

  /** The shots of a player; empty if he took none. */
  List<FeedShot> of(PlayerKey player) {
    return byPlayer.get(player);
  }

  /** The shots of nobody in the box score. */
  List<FeedShot> ofNobody() {
    return ofNobody;
  }

  /** How many shots it has more or fewer than the box score, player by player. */
  int misfit(Collection<PlayerGame> box) {
    int misfit = ofNobody.size();
    for (PlayerGame row : box) {
      misfit += Math.abs(row.getFieldGoalsAttempted() - of(row.getPlayer()).size());
    }
    return misfit;
  }

  private static Optional<PlayerKey> shooter(FeedShot shot, Collection<PlayerGame> box) {
    if (Trust.namesLeagueIds(shot.getSource())) {
      Optional<PlayerKey> named =
          onlyOne(box, row -> row.getPlayer().getId().equals(shot.getPlayerId()));
      if (named.isPresent()) {
        return named;
      }
    }
    String name = shot.getPlayerName();
    return onlyOne(
            box,
            row ->
                row.getTeam() == shot.getTeam()
                    && PlayerName.normalise(row.getPlayerName()).equals(PlayerName.normalise(name)))
        .or(
            () ->
                onlyOne(
                    box,
                    row ->
                        row.getTeam() == shot.getTeam()
                            && PlayerName.withoutSuffix(row.getPlayerName())
                                .equals(PlayerName.withoutSuffix(name))));
  }

  private static Optional<PlayerKey> onlyOne(
      Collection<PlayerGame> box, Predicate<PlayerGame> wanted) {
    List<PlayerGame> found = box.stream().filter(wanted).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.get(0).getPlayer()) : Optional.empty();
  }
}
