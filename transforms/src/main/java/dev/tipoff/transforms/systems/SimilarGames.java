package dev.tipoff.transforms.systems;

import dev.tipoff.transforms.features.DefenceTier;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerGame;
import java.util.List;

/**
 * The earlier games of a player that were played under circumstances like tonight's.
 *
 * @param count how many there are
 * @param weight what they weigh together, a late game alike in everything weighing one
 * @param mean what he recorded in them, weighted; zero without any
 */
record SimilarGames(int count, double weight, double mean) {
  /** Scores add up to this for a game alike in everything. */
  private static final double ALIKE = 100;

  /** Of 100; with 50 or 70 the error is larger, if by less than a hundredth of a point. */
  private static final double LEAST_SCORE = 60;

  private static final double DEFENCE = 30;
  private static final double REST = 15;
  private static final double VENUE = 15;
  private static final double FORM = 40;
  private static final double OTHER_FORM = FORM / 3;

  /** Weight of the game before. */
  private static final double DECAY = 0.97;

  /** Earlier ones would weigh next to nothing. */
  private static final int LOOK_BACK = 100;

  /** From so many days on, rest is rest. */
  private static final int LONG_REST = 4;

  private static final int RECENT = 5;

  /** By so much of the season's mean the latest games differ if a player is hot or cold. */
  private static final double HOT = 0.3;

  /** Looks among his games of this season and the three before, up to the slate. */
  static SimilarGames of(GameContext context, KnownGames games, Market market) {
    List<PlayerGame> played = games.player(context.getPlayer()).last(LOOK_BACK).games();
    double[] before = new double[played.size() + 1];
    for (int i = 0; i < played.size(); i++) {
      before[i + 1] = before[i] + market.actual(played.get(i));
    }
    DefenceTier defence = games.defenceTier(games.season(), context.getOpponent());
    int[] starts = seasonStarts(played, games.season());
    int rest = rest(played, starts, played.size(), games.slate());
    int form = form(before, starts[played.size()], played.size());
    int count = 0;
    double weights = 0;
    double sum = 0;
    double decay = 1;
    for (int i = played.size() - 1; i >= 0; i--) {
      PlayerGame game = played.get(i);
      double score =
          DEFENCE * nearness(games.defenceTier(game.getSeason(), game.getOpponent()), defence)
              + REST * nearness(rest(played, starts, i, game.getGameDate()), rest)
              + (game.getHome() == context.getHome() ? VENUE : 0)
              + (form(before, starts[i], i) == form ? FORM : OTHER_FORM);
      if (score >= LEAST_SCORE) {
        count++;
        weights += score / ALIKE * decay;
        sum += score / ALIKE * decay * market.actual(game);
      }
      decay *= DECAY;
    }
    return new SimilarGames(count, weights, count == 0 ? 0 : sum / weights);
  }

  /** By game and, at the end, of tonight: the place of the first game of its season. */
  private static int[] seasonStarts(List<PlayerGame> played, String tonight) {
    int[] starts = new int[played.size() + 1];
    for (int i = 1; i <= played.size(); i++) {
      String season = i == played.size() ? tonight : played.get(i).getSeason();
      starts[i] = played.get(i - 1).getSeason().equals(season) ? starts[i - 1] : i;
    }
    return starts;
  }

  /** Days from the game before, of the same season, to a day: 1 to 4, where 4 is more as well. */
  private static int rest(List<PlayerGame> played, int[] starts, int place, GameDay day) {
    if (starts[place] == place) {
      return LONG_REST;
    }
    long days = day.getEpochDay() - played.get(place - 1).getGameDate().getEpochDay();
    return (int) Math.min(LONG_REST, days);
  }

  /** 1 if his last five games were well above his season until then, -1 if below, 0 otherwise. */
  private static int form(double[] before, int start, int place) {
    if (place - start < RECENT) {
      return 0;
    }
    double season = (before[place] - before[start]) / (place - start);
    double recent = (before[place] - before[place - RECENT]) / RECENT;
    return recent > season * (1 + HOT) ? 1 : recent < season * (1 - HOT) ? -1 : 0;
  }

  private static double nearness(DefenceTier one, DefenceTier other) {
    return 1 - one.distance(other) / 2.0;
  }

  private static double nearness(int rest, int other) {
    return Math.max(0, 1 - Math.abs(rest - other) / 2.0);
  }
}
