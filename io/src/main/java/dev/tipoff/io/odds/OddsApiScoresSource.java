package dev.tipoff.io.odds;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code oddsa_scores}: live and final scores of the last day. */
@AutoService(SourceDeclaration.class)
public final class OddsApiScoresSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of("oddsa_scores", Provider.THE_ODDS_API, "/v4/sports/basketball_nba/scores")
        .description("Live and final scores of the last day")
        .query(
            ImmutableMap.<String, String>builder()
                .put("daysFrom", "1")
                .put("dateFormat", "iso")
                .buildOrThrow())
        .credits(2)
        .parser(new OddsApiScores())
        .into(FeedTables.GAMES)
        .build();
  }
}
