package dev.tipoff.io.odds;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.catalogue.Tables;

/** {@code oddsa_game_lines_his}: spreads, totals and moneylines as they stood at a past time. */
@AutoService(SourceDeclaration.class)
public final class OddsApiPastGameLinesSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of(
            "oddsa_game_lines_his",
            Provider.THE_ODDS_API,
            "/v4/historical/sports/basketball_nba/events/{event_id}/odds")
        .description("Spreads, totals and moneylines as they stood at a past time")
        .forEachGameOf("oddsa_events_his")
        .query(
            ImmutableMap.<String, String>builder()
                .put("date", "{snapshot}")
                .put("regions", "us")
                .put("markets", "h2h,spreads,totals")
                .put("oddsFormat", "decimal")
                .put("dateFormat", "iso")
                .buildOrThrow())
        .noDataAt(404)
        .credits(30)
        .value(1)
        .parser(new OddsApiEventOdds())
        .into(Tables.ODDS_API_PLAYER_PROPS, FeedTables.GAME_LINES)
        .build();
  }
}
