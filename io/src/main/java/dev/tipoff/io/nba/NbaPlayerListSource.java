package dev.tipoff.io.nba;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code nbac_player_list}: the players of the season with their teams. */
@AutoService(SourceDeclaration.class)
public final class NbaPlayerListSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of("nbac_player_list", Provider.NBA_STATS, "/stats/playerindex")
        .description("The players of the season with their teams")
        .query(
            ImmutableMap.<String, String>builder()
                .put("LeagueID", "00")
                .put("Season", "{season}")
                .put("Historical", "0")
                .buildOrThrow())
        .parser(new NbaPlayerIndex())
        .into(FeedTables.ROSTERS)
        .build();
  }
}
