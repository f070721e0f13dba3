package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.GameDay;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A team's games in the order they were played, each with both box scores in full. */
public final class TeamHistory extends GameSequence<TeamGame, TeamHistory> {
  static final TeamHistory NONE = of(List.of());

  private TeamHistory(TeamGame[] games) {
    super(games);
  }

  private TeamHistory(TeamHistory other, int from, int to) {
    super(other, from, to);
  }

  static TeamHistory of(Collection<TeamGame> games) {
    TeamGame[] sorted =
        sorted(
            games.toArray(TeamGame[]::new), Comparator.comparing(TeamGame::day), TeamGame::gameId);
    return new TeamHistory(sorted);
  }

  @Override
  TeamHistory slice(int from, int to) {
    return new TeamHistory(this, from, to);
  }

  @Override
  TeamHistory chosen(TeamGame[] games) {
    return new TeamHistory(games);
  }

  @Override
  GameDay day(TeamGame game) {
    return game.day();
  }

  @Override
  String season(TeamGame game) {
    return game.season();
  }

  /** Points or the like per 100 of the possessions of the same games; NaN without games. */
  double per100(ToDoubleFunction<TeamGame> figure, ToDoubleFunction<TeamGame> possessions) {
    return 100 * sum(figure) / sum(possessions);
  }
}
