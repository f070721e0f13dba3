package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.GameDay;
import java.util.Collection;

/** The shots of a game by zone, of one player or of all who shot against a team. */
public final class ZoneGame {
  private final ZoneShots first;
  private final Collection<ZoneShots> shooters;

  /**
   * @param shooters at least one, all of one game
   */
  ZoneGame(Collection<ZoneShots> shooters) {
    this.first = shooters.iterator().next();
    this.shooters = shooters;
  }

  GameDay day() {
    return first.getGameDate();
  }

  String gameId() {
    return first.getGameId();
  }

  String season() {
    return first.getSeason();
  }

  public int attempts(Zone zone) {
    return shooters.stream().mapToInt(zone::attempts).sum();
  }

  public int makes(Zone zone) {
    return shooters.stream().mapToInt(zone::makes).sum();
  }

  /** Field goals made from wherever, heaves among them. */
  public int makes() {
    return shooters.stream().mapToInt(ZoneShots::getFieldGoalsMade).sum();
  }

  public int assistedMakes() {
    return shooters.stream().mapToInt(ZoneShots::getAssistedMakes).sum();
  }
}
