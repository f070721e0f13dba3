package dev.tipoff.pipelines.simulator;

/** Where a player plays, and what the average man there does differently. */
enum Position {
  GUARD(0.48, 0.525, 0.60, 1.70, 1.20, 0.4),
  WING(0.48, 0.54, 0.95, 0.90, 1.00, 0.8),
  BIG(0.24, 0.57, 1.70, 0.75, 0.75, 2.2);

  final double three;
  final double twoRate;
  final double rebounding;
  final double passing;
  final double stealing;
  final double blocking;

  Position(
      double three,
      double twoRate,
      double rebounding,
      double passing,
      double stealing,
      double blocking) {
    this.three = three;
    this.twoRate = twoRate;
    this.rebounding = rebounding;
    this.passing = passing;
    this.stealing = stealing;
    this.blocking = blocking;
  }

  /** The position that a depth chart's place usually holds, five of each kind in fifteen. */
  static Position at(int depth, int shuffle) {
    return values()[(depth * 2 + shuffle) % 3];
  }
}
