package dev.tipoff.io.balldontlie;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code bdl_active_players}: every active player, with his team. */
@AutoService(SourceDeclaration.class)
public final class BdlActivePlayersSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of("bdl_active_players", Provider.BALLDONTLIE, "/v1/players/active")
        .description("Every active player, with his team")
        .query(ImmutableMap.of("per_page", "100"))
        .paging(Source.Paging.CURSOR)
        .parser(new BdlActivePlayers())
        .into(FeedTables.ROSTERS)
        .build();
  }
}
