package dev.tipoff.io.balldontlie;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code bdl_standings}: the standings of the season. */
@AutoService(SourceDeclaration.class)
public final class BdlStandingsSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of("bdl_standings", Provider.BALLDONTLIE, "/v1/standings")
        .description("The standings of the season")
        .query(ImmutableMap.of("season", "{season_start}"))
        .parser(new BdlStandings())
        .into(FeedTables.STANDINGS)
        .build();
  }
}
