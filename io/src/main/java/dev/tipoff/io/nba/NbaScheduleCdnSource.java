package dev.tipoff.io.nba;

import com.google.auto.service.AutoService;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code nbac_schedule_cdn}: the schedule of the season that is played now. */
@AutoService(SourceDeclaration.class)
public final class NbaScheduleCdnSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of(
            "nbac_schedule_cdn",
            Provider.NBA_CDN,
            "/static/json/staticData/scheduleLeagueV2_1.json")
        .description("The schedule of the season that is played now")
        .parser(new NbaSchedule())
        .into(FeedTables.GAMES)
        .build();
  }
}
