package dev.tipoff.io.sources;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Locale;

/** What other sources call a team in their addresses. */
final class TeamIds {
  private static final long FIRST_NBA_ID = 1_610_612_737L;

  /** In the order of the NBA's ids. */
  private static final ImmutableList<TeamCode> BY_NBA_ID =
      parse(
          "ATL BOS CLE NOP CHI DAL DEN GSW HOU LAC LAL MIA MIL MIN BKN NYK ORL IND PHI PHX POR SAC"
              + " SAS OKC TOR UTA MEM WAS DET CHA");

  /** In the order of ESPN's ids, which begin at 1. */
  private static final ImmutableList<TeamCode> BY_ESPN_ID =
      parse(
          "ATL BOS NOP CHI CLE DAL DEN DET GSW HOU IND LAC LAL MIA MIL MIN BKN NYK ORL PHI PHX POR"
              + " SAC SAS OKC UTA WAS TOR MEM CHA");

  private TeamIds() {}

  /** The team's names by the parameters that hold them. */
  static ImmutableMap<String, String> of(TeamCode team) {
    String[] words = team.fullName().split(" ");
    return ImmutableMap.of(
        "team",
        team.name(),
        "nba_team_id",
        String.valueOf(FIRST_NBA_ID + BY_NBA_ID.indexOf(team)),
        "espn_team_id",
        String.valueOf(1 + BY_ESPN_ID.indexOf(team)),
        "br_team",
        team.aliasAt("basketball_reference").orElse(team.name()),
        "team_slug",
        team.aliasAt("nba_slug").orElse(words[words.length - 1]).toLowerCase(Locale.ROOT));
  }

  private static ImmutableList<TeamCode> parse(String codes) {
    return ImmutableList.copyOf(codes.split(" ")).stream()
        .map(TeamCode::parse)
        .collect(ImmutableList.toImmutableList());
  }
}
