package dev.tipoff.io.bettingpros;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;
import java.time.Duration;

/** {@code bp_events}: the games of a slate, as BettingPros numbers them. */
@AutoService(SourceDeclaration.class)
public final class BettingProsEventsSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of("bp_events", Provider.BETTINGPROS, "/v3/events")
        .description("The games of a slate, as BettingPros numbers them")
        .query(ImmutableMap.of("sport", "NBA", "date", "{date}"))
        .cadence(Duration.ofHours(2))
        .parser(new BettingProsEvents())
        .into(FeedTables.GAMES)
        .build();
  }
}
