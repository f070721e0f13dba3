package dev.tipoff.io.balldontlie;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.ParsedRows;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A player as balldontlie names him, in lists, injuries and box scores alike.
 *
 * @param id balldontlie's own, not the NBA's
 * @param name first and last name, or the one that he has
 */
record BdlPlayer(String id, String name) {
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "first_name",
          "last_name",
          "position",
          "height",
          "weight",
          "jersey_number",
          "college",
          "country",
          "draft_year",
          "draft_round",
          "draft_number");

  /**
   * Reads a player.
   *
   * @param others fields that the object may have beside those of a player
   */
  static BdlPlayer read(BodyNode player, ParsedRows rows, Set<String> others)
      throws BadBodyException {
    player.expect(rows, FIELDS, others);
    String name =
        Stream.of(player.textOrNone("first_name"), player.textOrNone("last_name"))
            .filter(Objects::nonNull)
            .map(String::strip)
            .collect(Collectors.joining(" "));
    if (name.isEmpty()) {
      throw new BadBodyException("at " + player.path() + ": a player without a name");
    }
    return new BdlPlayer(player.id("id"), name);
  }
}
