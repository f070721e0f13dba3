package dev.tipoff.transforms.profile;

import com.google.auto.value.AutoValue;
import java.util.Map;

/**
 * Whether a slate's rows of a table say enough of its columns.
 *
 * <p>Twenty players who agree are no chance, but of one game or two they may well: everybody of a
 * game shares its total, everybody of a team its pace and rest. Three games are six teams. And
 * early in a season nobody has a past to differ by: the players have to have played five games on
 * average, where the table says how many they have.
 */
@AutoValue
abstract class SlateSample {
  private static final int ROWS = 20;
  private static final int GAMES = 3;
  private static final double GAMES_PLAYED = 5;

  /** Of a table with it: the game that a row is of. */
  private static final String GAME_COLUMN = "game_id";

  /** Of a table with it: how many games the row's player has played this season. */
  private static final String GAMES_PLAYED_COLUMN = "games_season";

  abstract boolean enoughGames();

  /**
   * @param columns the profiles of all columns, by name
   */
  static SlateSample of(Map<String, ColumnProfile> columns) {
    ColumnProfile games = columns.get(GAME_COLUMN);
    ColumnProfile played = columns.get(GAMES_PLAYED_COLUMN);
    return new AutoValue_SlateSample(
        (games == null || games.getDistinctCount() >= GAMES)
            && (played == null || hasPlayed(played)));
  }

  private static boolean hasPlayed(ColumnProfile played) {
    Double mean = played.getMean();
    return mean == null || mean >= GAMES_PLAYED;
  }

  boolean showsEmpty(ColumnProfile column) {
    return enoughGames() && column.getRowCount() >= ROWS && column.valueCount() == 0;
  }

  /** Rows without a value say nothing, so there have to be enough that have one. */
  boolean showsConstant(ColumnProfile column) {
    return enoughGames() && column.valueCount() >= ROWS && column.getDistinctCount() == 1;
  }
}
