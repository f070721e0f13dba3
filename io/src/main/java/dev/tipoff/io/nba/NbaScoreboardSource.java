package dev.tipoff.io.nba;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code nbac_scoreboard_v2}: the games of a slate, how they stand or ended. */
@AutoService(SourceDeclaration.class)
public final class NbaScoreboardSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of("nbac_scoreboard_v2", Provider.NBA_STATS, "/stats/scoreboardv3")
        .description("The games of a slate, how they stand or ended")
        .query(
            ImmutableMap.<String, String>builder()
                .put("GameDate", "{date}")
                .put("LeagueID", "00")
                .buildOrThrow())
        .parser(new NbaScoreboard())
        .into(FeedTables.GAMES)
        .build();
  }
}
