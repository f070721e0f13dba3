package dev.tipoff.transforms.analytics;

import com.google.common.collect.ImmutableListMultimap;
import dev.tipoff.transforms.feed.FeedShot;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The shots of a game as one source's play-by-play has them, each given to its shooter. */
final class PlayByPlay {
  private final String source;
  private final ImmutableListMultimap<PlayerKey, FeedShot> byPlayer;
  private final List<FeedShot> all;
  private final List<FeedShot> ofNobody = new ArrayList<>();

  /**
   * @param shots at least one, all of one source
   */
  PlayByPlay(List<FeedShot> shots, Shooters shooters) {
    this.source = shots.get(0).getSource();
    this.all = shots;
    ImmutableListMultimap.Builder<PlayerKey, FeedShot> found = ImmutableListMultimap.builder();
    for (FeedShot shot : shots) {
      shooters.of(shot).ifPresentOrElse(who -> found.put(who, shot), () -> ofNobody.add(shot));
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
}
