package dev.tipoff.transforms.model;

import java.util.Locale;

/** What kind of game it is. */
public enum SeasonType {
  REGULAR,
  CUP_FINAL,
  PLAYIN,
  PLAYOFFS;

  /**
   * Reads {@code regular}, {@code cup_final}, {@code playin} or {@code playoffs}.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  public static SeasonType parse(String text) {
    for (SeasonType type : values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(text)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "'" + text + "' is not a season type (regular, cup_final, playin, playoffs)");
  }

  /** Whether the game counts in the evaluated population: regular season and cup final. */
  public boolean evaluated() {
    return this == REGULAR || this == CUP_FINAL;
  }
}
