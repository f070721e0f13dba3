package dev.tipoff.transforms.model;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import java.util.List;
import java.util.Optional;

/** What providers call teams, other than by tricode and full name. */
final class TeamAliases {
  private static final String HEADER = "alias,team,providers";

  /** The aliases of the file beside this class. */
  static final TeamAliases KNOWN = parse(AliasFile.lines(TeamAliases.class, "team-aliases.csv"));

  private final ImmutableMap<String, TeamCode> teams;
  private final ImmutableTable<TeamCode, String, String> byProvider;

  private TeamAliases(
      ImmutableMap<String, TeamCode> teams, ImmutableTable<TeamCode, String, String> byProvider) {
    this.teams = teams;
    this.byProvider = byProvider;
  }

  /**
   * @throws IllegalArgumentException if an alias is blank, repeated or of no team, or if a provider
   *     has two for one team
   */
  static TeamAliases parse(List<String> lines) {
    ImmutableMap.Builder<String, TeamCode> teams = ImmutableMap.builder();
    ImmutableTable.Builder<TeamCode, String, String> byProvider = ImmutableTable.builder();
    for (List<String> row : AliasFile.rows(lines, HEADER)) {
      String alias = row.get(0);
      TeamCode team = TeamCode.valueOf(row.get(1));
      if (alias.isBlank()) {
        throw new IllegalArgumentException("a team's alias must not be blank");
      }
      teams.put(TeamCode.key(alias), team);
      for (String provider : Splitter.on(' ').omitEmptyStrings().split(row.get(2))) {
        byProvider.put(team, provider, alias);
      }
    }
    return new TeamAliases(teams.buildOrThrow(), byProvider.buildOrThrow());
  }

  /** The team of an alias. */
  Optional<TeamCode> team(String alias) {
    return Optional.ofNullable(teams.get(TeamCode.key(alias)));
  }

  /** What a provider calls a team, if not what the league does. */
  Optional<String> of(TeamCode team, String provider) {
    return Optional.ofNullable(byProvider.get(team, provider));
  }
}
