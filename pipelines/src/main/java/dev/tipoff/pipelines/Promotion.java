package dev.tipoff.pipelines;

/** Whether models that were trained become the champion. */
enum Promotion {
  /** If they pass their gates. */
  GATES,
  /** Whatever the gates would say; they are not asked. */
  ALWAYS,
  /** Not; they are stored as a challenger. */
  NEVER;

  /**
   * The promotion of an option.
   *
   * @throws IllegalArgumentException if none is called so
   */
  static Promotion parse(String text) {
    return Choice.of("promote", text, Promotion.class);
  }
}
