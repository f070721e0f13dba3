package dev.tipoff.io.balldontlie;

import com.google.common.collect.ImmutableList;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/** How balldontlie names a team: an object with its code, or a number from 1 to 30. */
final class BdlTeam {
  private static final Set<String> FIELDS =
      Set.of("id", "conference", "division", "city", "name", "full_name", "abbreviation");

  /** In the order of balldontlie's ids, which begin at 1. */
  private static final ImmutableList<TeamCode> BY_ID =
      ImmutableList.copyOf(
              ("ATL BOS BKN CHA CHI CLE DAL DEN DET GSW HOU IND LAC LAL MEM MIA MIL MIN NOP NYK OKC"
                      + " ORL PHI PHX POR SAC SAS TOR UTA WAS")
                  .split(" "))
          .stream()
          .map(TeamCode::parse)
          .collect(ImmutableList.toImmutableList());

  private BdlTeam() {}

  /**
   * The team of an object.
   *
   * @param others fields that the object may have beside those of a team
   */
  static TeamCode read(BodyNode team, ParsedRows rows, Set<String> others) throws BadBodyException {
    team.expect(rows, FIELDS, others);
    return team.team("abbreviation");
  }

  /** The team of a number that must be there. */
  static TeamCode byId(BodyNode entry, String field) throws BadBodyException {
    int id = entry.integer(field);
    if (id < 1 || id > BY_ID.size()) {
      throw new BadBodyException("at " + entry.path() + "/" + field + ": no team has the id " + id);
    }
    return BY_ID.get(id - 1);
  }

  static @Nullable TeamCode byIdOrNone(BodyNode entry, String field) throws BadBodyException {
    return entry.has(field) ? byId(entry, field) : null;
  }
}
