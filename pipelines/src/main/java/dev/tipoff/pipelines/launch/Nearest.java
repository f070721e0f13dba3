package dev.tipoff.pipelines.launch;

import com.google.common.base.Ascii;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody may have meant who typed a name that there is not. */
public final class Nearest {
  /** At most, and in a short name one in three letters. */
  private static final int SLIPS = 2;

  private static final int LETTERS_A_SLIP = 3;
  private static final int SHORTEST_START = 3;

  private Nearest() {}

  /** The known name with the fewest edits, however many; absent if none is known. */
  public static Optional<String> to(String name, Collection<String> known) {
    return known.stream().min(Comparator.comparingInt(other -> distance(name, other)));
  }

  /** A known name that begins as typed, or that a few slips turn into it. */
  public static Optional<String> likely(String name, Collection<String> known) {
    String typed = Ascii.toLowerCase(name).replace('_', '-');
    Optional<String> begun =
        known.stream()
            .filter(other -> typed.length() >= SHORTEST_START && other.startsWith(typed))
            .findFirst();
    return begun.isPresent()
        ? begun
        : to(typed, known)
            .filter(
                other ->
                    distance(typed, other)
                        <= Math.min(SLIPS, Math.max(1, other.length() / LETTERS_A_SLIP)));
  }

  /** Levenshtein's edit distance. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? diagonal : diagonal + 1;
        diagonal = row[j];
        row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
