package dev.tipoff.pipelines.simulator;

/**
 * A player's part in one night.
 *
 * @param minutes expected
 * @param playing probability that he plays at all
 * @param form factor on how often he looks for his own shot lately
 */
record Shift(Player player, double minutes, double playing, boolean starter, double form) {

  /** Pull on his team's plays over the expected minutes. */
  double load() {
    return minutes * player.usage() * form;
  }
}
