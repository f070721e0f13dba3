package dev.tipoff.io.nba;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code nbac_player_boxscore}: the lines of everybody who played on a slate. */
@AutoService(SourceDeclaration.class)
public final class NbaPlayerBoxScoreSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of("nbac_player_boxscore", Provider.NBA_STATS, "/stats/leaguegamelog")
        .description("The lines of everybody who played on a slate")
        .query(
            ImmutableMap.<String, String>builder()
                .put("Counter", "1000")
                .put("DateFrom", "{date}")
                .put("DateTo", "{date}")
                .put("Direction", "DESC")
                .put("LeagueID", "00")
                .put("PlayerOrTeam", "P")
                .put("Season", "{season}")
                .put("SeasonType", "Regular Season")
                .put("Sorter", "DATE")
                .buildOrThrow())
        .parser(new NbaPlayerLog())
        .into(FeedTables.PLAYER_GAMES)
        .build();
  }
}
