package dev.tipoff.pipelines.simulator;

/** One side of one line on one player. */
record Quote(String side, Player player, int price, double line) {
  static final String OVER = "Over";
  static final String UNDER = "Under";
}
