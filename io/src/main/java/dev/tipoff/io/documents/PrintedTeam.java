package dev.tipoff.io.documents;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Locale;

/** Teams as documents print them: by code, by full name, in capitals, by the last words only. */
final class PrintedTeam {
  private PrintedTeam() {}

  /** A team by its code, or by its full name in small letters or capitals. */
  static TeamCode read(String name) throws BadBodyException {
    try {
      return TeamCode.parse(name.equalsIgnoreCase("LA Clippers") ? "LA Clippers" : name);
    } catch (IllegalArgumentException e) {
      throw new BadBodyException(String.valueOf(e.getMessage()));
    }
  }

  /** Whether the team's full name ends like this: "Trail Blazers" for instance. */
  static boolean isCalled(TeamCode team, String nickname) {
    return (" " + team.fullName().toLowerCase(Locale.ROOT))
        .endsWith(" " + nickname.toLowerCase(Locale.ROOT));
  }
}
