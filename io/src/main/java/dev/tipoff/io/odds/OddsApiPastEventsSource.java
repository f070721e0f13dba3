package dev.tipoff.io.odds;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code oddsa_events_his}: the games that odds were offered on at a past time. */
@AutoService(SourceDeclaration.class)
public final class OddsApiPastEventsSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of(
            "oddsa_events_his",
            Provider.THE_ODDS_API,
            "/v4/historical/sports/basketball_nba/events")
        .description("The games that odds were offered on at a past time")
        .query(
            ImmutableMap.<String, String>builder()
                .put("date", "{snapshot}")
                .put("commenceTimeFrom", "{day_start}")
                .put("commenceTimeTo", "{day_end}")
                .put("dateFormat", "iso")
                .buildOrThrow())
        .credits(1)
        .parser(new OddsApiEvents())
        .into(FeedTables.GAMES)
        .build();
  }
}
