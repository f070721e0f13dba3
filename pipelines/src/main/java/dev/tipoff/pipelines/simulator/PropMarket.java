package dev.tipoff.pipelines.simulator;

import dev.tipoff.pipelines.simulator.Expectation.Means;

/** The player markets that the books of this world offer. */
enum PropMarket {
  PLAYER_POINTS("player_points", 2.3, 18, 3) {
    @Override
    double mean(Means means) {
      return means.points();
    }
  },
  PLAYER_REBOUNDS("player_rebounds", 1.1, 12, 2) {
    @Override
    double mean(Means means) {
      return means.rebounds();
    }
  },
  PLAYER_ASSISTS("player_assists", 1.0, 12, 1.2) {
    @Override
    double mean(Means means) {
      return means.assists();
    }
  },
  PLAYER_POINTS_REBOUNDS_ASSISTS("player_points_rebounds_assists", 2.3, 14, 6) {
    @Override
    double mean(Means means) {
      return means.points() + means.rebounds() + means.assists();
    }
  };

  private final String key;
  private final double dispersion;
  private final double leastMinutes;
  private final double leastMean;

  PropMarket(String key, double dispersion, double leastMinutes, double leastMean) {
    this.key = key;
    this.dispersion = dispersion;
    this.leastMinutes = leastMinutes;
    this.leastMean = leastMean;
  }

  abstract double mean(Means means);

  /** The market's name in The Odds API. */
  String key() {
    return key;
  }

  boolean offers(Means means) {
    return means.minutes() >= leastMinutes && mean(means) >= leastMean;
  }

  CountSpread spread(double mean) {
    return new CountSpread(mean, dispersion);
  }
}
