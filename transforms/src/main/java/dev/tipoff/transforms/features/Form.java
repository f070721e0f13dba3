package dev.tipoff.transforms.features;

import java.util.function.ToDoubleFunction;

/** Features from a player's own games of the season: levels, speeds and swings. */
final class Form {
  private static final String FEWER = ", over fewer games where there are fewer";

  private Form() {}

  static FeatureDefinition lastGame(Stat stat) {
    return of(stat, "", " in the latest game", known -> known.season().last(1).figures(stat).mean())
        .over("last game of the season");
  }

  static FeatureDefinition mean(Stat stat, int games) {
    return of(stat, "Mean ", FEWER, known -> known.season().last(games).figures(stat).mean())
        .over("last " + games + " games of the season");
  }

  static FeatureDefinition mean(Stat stat) {
    return of(stat, "Mean ", "", known -> known.season().figures(stat).mean());
  }

  static FeatureDefinition median(Stat stat, int games) {
    return of(stat, "Median of ", FEWER, known -> known.season().last(games).figures(stat).median())
        .over("last " + games + " games of the season");
  }

  static FeatureDefinition least(Stat stat, int games) {
    return of(stat, "Least ", FEWER, known -> known.season().last(games).figures(stat).least())
        .over("last " + games + " games of the season");
  }

  static FeatureDefinition most(Stat stat, int games) {
    return of(stat, "Most ", FEWER, known -> known.season().last(games).figures(stat).most())
        .over("last " + games + " games of the season");
  }

  /** The k-th latest game weighs {@code decay^(k-1)}. */
  static FeatureDefinition decayed(Stat stat, double decay) {
    return of(
        stat,
        "Mean ",
        String.format(", the k-th latest game weighted by %.2f^(k-1)", decay),
        known -> known.season().figures(stat).exponentialMean(decay));
  }

  static FeatureDefinition sd(Stat stat, int games) {
    return of(
            stat,
            "Sample standard deviation of ",
            "; needs two games",
            known -> known.season().last(games).figures(stat).standardDeviation())
        .over("last " + games + " games of the season")
        .absent("before his second game of the season");
  }

  /** What he has been doing lately over what he did all season, both as decayed means. */
  static FeatureDefinition swing(Stat stat, double fast, double slow) {
    return FeatureDefinition.of(
        stat.unit(),
        -stat.most(),
        stat.most(),
        String.format(
            "Mean %s with weights %.2f^(k-1) less that with weights %.2f^(k-1)",
            stat.unit(), fast, slow),
        known ->
            known.season().figures(stat).exponentialMean(fast)
                - known.season().figures(stat).exponentialMean(slow));
  }

  /** Least squares over the latest games. */
  static FeatureDefinition slope(Stat stat, int games) {
    return FeatureDefinition.of(
            stat.unit() + " per game",
            -stat.most(),
            stat.most(),
            "Slope of the least-squares line through " + stat.unit() + " of the latest games",
            known -> slope(known.season().last(games).figures(stat).values()))
        .over("last " + games + " games of the season")
        .absent("before his second game of the season");
  }

  private static double slope(double[] values) {
    double middle = (values.length - 1) / 2.0;
    double products = 0;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      products += (i - middle) * values[i];
      squares += (i - middle) * (i - middle);
    }
    return products / squares;
  }

  /** The latest three games against the season, in standard deviations of the season. */
  static FeatureDefinition zScore(Stat stat, int games) {
    return FeatureDefinition.of(
            "standard deviations",
            -10,
            10,
            String.format(
                "Mean %s of the latest %d games less the season's mean, over the season's standard"
                    + " deviation",
                stat.unit(), games),
            known -> {
              PlayerHistory season = known.season();
              double sd = season.figures(stat).standardDeviation();
              return sd == 0
                  ? Double.NaN
                  : (season.last(games).figures(stat).mean() - season.figures(stat).mean()) / sd;
            })
        .absent("before his second game of the season, or if all were alike");
  }

  static FeatureDefinition streak(Stat stat) {
    return FeatureDefinition.of(
        "games",
        -110,
        110,
        "Latest games in a row above the season's mean of "
            + stat.unit()
            + ", or below it (then negative)",
        known -> streak(known.season(), stat));
  }

  private static double streak(PlayerHistory season, Stat stat) {
    if (season.isEmpty()) {
      return Double.NaN;
    }
    double mean = season.figures(stat).mean();
    double[] values = season.figures(stat).values();
    double side = Math.signum(values[values.length - 1] - mean);
    int games = 0;
    for (int i = values.length - 1; i >= 0 && Math.signum(values[i] - mean) == side; i--) {
      games++;
    }
    return side * games;
  }

  /** Games in the same kind of arena: at home or away. */
  static FeatureDefinition sameVenue(Stat stat) {
    return of(
            stat,
            "Mean ",
            " in games at home if this one is, else in games away",
            known ->
                known
                    .season()
                    .where(game -> game.getHome() == known.context().getHome())
                    .figures(stat)
                    .mean())
        .absent("before his first such game of the season");
  }

  private static FeatureDefinition of(
      Stat stat, String before, String after, ToDoubleFunction<Pregame> value) {
    return FeatureDefinition.of(stat.unit(), 0, stat.most(), before + stat.unit() + after, value);
  }

  static FeatureDefinition games() {
    return FeatureDefinition.of("games", 0, 110, "Games played", known -> known.season().size())
        .neverAbsent();
  }

  /** Mean of figures per minute would let a minute with a basket count for as much as a game. */
  static FeatureDefinition perMinute(Stat stat, double decay) {
    return FeatureDefinition.of(
            stat.unit() + " per minute",
            0,
            4,
            String.format(
                "%s over minutes, both with the k-th latest game weighted by %.2f^(k-1)",
                stat.unit(), decay),
            known -> perMinute(known.season(), stat, decay))
        .absent("with fewer than 12 minutes so weighted");
  }

  static double perMinute(PlayerHistory games, Stat stat, double decay) {
    double minutes = games.figures(Stat.MINUTES).decayedSum(decay);
    return minutes < 12 ? Double.NaN : games.figures(stat).decayedSum(decay) / minutes;
  }
}
