package dev.tipoff.io.odds;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.catalogue.Tables;
import java.time.Duration;

/** {@code oddsa_game_lines}: spreads, totals and moneylines of every book, as they stand. */
@AutoService(SourceDeclaration.class)
public final class OddsApiGameLinesSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of(
            "oddsa_game_lines",
            Provider.THE_ODDS_API,
            "/v4/sports/basketball_nba/events/{event_id}/odds")
        .description("Spreads, totals and moneylines of every book, as they stand")
        .forEachGameOf("oddsa_events")
        .query(
            ImmutableMap.<String, String>builder()
                .put("regions", "us")
                .put("markets", "h2h,spreads,totals")
                .put("oddsFormat", "decimal")
                .put("dateFormat", "iso")
                .buildOrThrow())
        .credits(3)
        .value(1)
        .cadence(Duration.ofHours(2))
        .parser(new OddsApiEventOdds())
        .into(Tables.ODDS_API_PLAYER_PROPS, FeedTables.GAME_LINES)
        .build();
  }
}
