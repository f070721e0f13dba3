package dev.tipoff.io.odds;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;
import java.time.Duration;

/** {@code oddsa_events}: the games of a slate that odds are offered on. */
@AutoService(SourceDeclaration.class)
public final class OddsApiEventsSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of("oddsa_events", Provider.THE_ODDS_API, "/v4/sports/basketball_nba/events")
        .description("The games of a slate that odds are offered on")
        .query(
            ImmutableMap.<String, String>builder()
                .put("commenceTimeFrom", "{day_start}")
                .put("commenceTimeTo", "{day_end}")
                .put("dateFormat", "iso")
                .buildOrThrow())
        .cadence(Duration.ofHours(2))
        .parser(new OddsApiEvents())
        .into(FeedTables.GAMES)
        .build();
  }
}
