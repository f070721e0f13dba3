package dev.tipoff.transforms.roster;

import dev.tipoff.transforms.model.PlayerKey;
import java.util.List;

/** What {@link PlayerRegistry} makes of a name. */
public sealed interface PlayerMatch {
  /**
   * The one player of that name.
   *
   * @param canonicalName the name that he goes by as of the slate
   */
  record Resolved(PlayerKey player, String canonicalName) implements PlayerMatch {}

  /**
   * Nobody has that name.
   *
   * @param suggestions names of up to three players with the same last name, the likeliest first
   */
  record Unresolved(List<String> suggestions) implements PlayerMatch {
    public Unresolved {
      suggestions = List.copyOf(suggestions);
    }
  }

  /**
   * Several players have that name, and the teams do not tell which is meant.
   *
   * @param candidates in the order of their ids
   */
  record Ambiguous(List<PlayerKey> candidates) implements PlayerMatch {
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }
}
