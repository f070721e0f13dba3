package dev.tipoff.io.espn;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code espn_scoreboard}: the games of a slate with ESPN's ids and scores. */
@AutoService(SourceDeclaration.class)
public final class EspnScoreboardSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of(
            "espn_scoreboard", Provider.ESPN_API, "/apis/site/v2/sports/basketball/nba/scoreboard")
        .description("The games of a slate with ESPN's ids and scores")
        .query(ImmutableMap.of("dates", "{compact_date}"))
        .parser(new EspnScoreboard())
        .into(FeedTables.GAMES)
        .build();
  }
}
