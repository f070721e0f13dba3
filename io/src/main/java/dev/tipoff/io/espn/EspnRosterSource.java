package dev.tipoff.io.espn;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code espn_roster}: each team's players, and which of them are hurt. */
@AutoService(SourceDeclaration.class)
public final class EspnRosterSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of(
            "espn_roster",
            Provider.ESPN_API,
            "/apis/site/v2/sports/basketball/nba/teams/{espn_team_id}")
        .description("Each team's players, and which of them are hurt")
        .scope(Source.Scope.TEAM)
        .query(ImmutableMap.of("enable", "roster"))
        .parser(new EspnRoster())
        .into(FeedTables.ROSTERS, FeedTables.INJURIES)
        .build();
  }
}
