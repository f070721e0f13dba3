package dev.tipoff.transforms.roster;

import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.ImmutableSortedSet;
import dev.tipoff.transforms.model.AliasFile;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * Other names that players go by, normalised. A pair works both ways, because one feed's nickname
 * is another's registered name.
 */
final class PlayerAliases implements Serializable {
  private static final String RESOURCE = "player-aliases.csv";
  private static final String HEADER = "alias,canonical";

  private final ImmutableSetMultimap<String, String> names;

  private PlayerAliases(ImmutableSetMultimap<String, String> names) {
    this.names = names;
  }

  /** The pairs of the file beside this class. */
  static PlayerAliases load() {
    return parse(AliasFile.lines(PlayerAliases.class, RESOURCE));
  }

  /**
   * @throws IllegalArgumentException if a line is not a pair of different normalised names
   */
  static PlayerAliases parse(List<String> lines) {
    ImmutableSetMultimap.Builder<String, String> names = ImmutableSetMultimap.builder();
    for (List<String> pair : AliasFile.rows(lines, HEADER)) {
      if (pair.get(0).equals(pair.get(1)) || !pair.stream().allMatch(PlayerAliases::isNormalised)) {
        throw new IllegalArgumentException(
            "'" + String.join(",", pair) + "' is not a pair of different normalised names");
      }
      names.put(pair.get(0), pair.get(1));
      names.put(pair.get(1), pair.get(0));
    }
    return new PlayerAliases(names.build());
  }

  /** The other names of a normalised name, sorted; empty if it has none. */
  Set<String> of(String normalised) {
    return ImmutableSortedSet.copyOf(names.get(normalised));
  }

  private static boolean isNormalised(String name) {
    return !name.isEmpty() && name.equals(PlayerName.normalise(name));
  }
}
