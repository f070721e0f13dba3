package dev.tipoff.io.bettingpros;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;
import java.time.Duration;

/** {@code bp_player_props}: player props of every book, from a second source of them. */
@AutoService(SourceDeclaration.class)
public final class BettingProsPlayerPropsSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of("bp_player_props", Provider.BETTINGPROS, "/v3/offers")
        .description("Player props of every book, from a second source of them")
        .forEachGameOf("bp_events")
        .query(
            ImmutableMap.<String, String>builder()
                .put("sport", "NBA")
                .put("market_id", BettingProsOffers.MARKET_IDS)
                .put("event_id", "{event_id}")
                // More than ten a page are not given.
                .put("limit", "10")
                .buildOrThrow())
        .paging(Source.Paging.NUMBERED)
        .value(1)
        .cadence(Duration.ofHours(2))
        .parser(new BettingProsOffers())
        .into(FeedTables.BETTINGPROS_PLAYER_PROPS)
        .build();
  }
}
