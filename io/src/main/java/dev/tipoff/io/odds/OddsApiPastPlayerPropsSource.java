package dev.tipoff.io.odds;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.catalogue.Tables;

/** {@code oddsa_player_props_his}: player props as they stood at a past time. */
@AutoService(SourceDeclaration.class)
public final class OddsApiPastPlayerPropsSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of(
            "oddsa_player_props_his",
            Provider.THE_ODDS_API,
            "/v4/historical/sports/basketball_nba/events/{event_id}/odds")
        .description("Player props as they stood at a past time")
        .forEachGameOf("oddsa_events_his")
        .query(
            ImmutableMap.<String, String>builder()
                .put("date", "{snapshot}")
                .put("regions", "us")
                .put(
                    "markets",
                    "player_points,player_rebounds,player_assists,player_points_rebounds_assists")
                .put("oddsFormat", "decimal")
                .put("dateFormat", "iso")
                .buildOrThrow())
        .noDataAt(404)
        .credits(40)
        .value(2)
        .parser(new OddsApiEventOdds())
        .into(Tables.ODDS_API_PLAYER_PROPS, FeedTables.GAME_LINES)
        .build();
  }
}
