package dev.tipoff.io.nba;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code nbac_schedule_api}: the schedule of the season with tip-offs and scores. */
@AutoService(SourceDeclaration.class)
public final class NbaScheduleApiSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of("nbac_schedule_api", Provider.NBA_STATS, "/stats/scheduleleaguev2int")
        .description("The schedule of the season with tip-offs and scores")
        .query(
            ImmutableMap.<String, String>builder()
                .put("LeagueID", "00")
                .put("Season", "{season}")
                .buildOrThrow())
        .parser(new NbaSchedule())
        .into(FeedTables.GAMES)
        .build();
  }
}
