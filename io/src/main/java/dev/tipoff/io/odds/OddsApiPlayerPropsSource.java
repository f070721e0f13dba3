package dev.tipoff.io.odds;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.catalogue.Tables;
import java.time.Duration;

/** {@code oddsa_player_props}: player props of every book, as they stand. */
@AutoService(SourceDeclaration.class)
public final class OddsApiPlayerPropsSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of(
            "oddsa_player_props",
            Provider.THE_ODDS_API,
            "/v4/sports/basketball_nba/events/{event_id}/odds")
        .description("Player props of every book, as they stand")
        .forEachGameOf("oddsa_events")
        .query(
            ImmutableMap.<String, String>builder()
                .put("regions", "us")
                .put(
                    "markets",
                    "player_points,player_rebounds,player_assists,player_points_rebounds_assists")
                .put("oddsFormat", "decimal")
                .put("dateFormat", "iso")
                .buildOrThrow())
        .credits(4)
        .value(2)
        .cadence(Duration.ofHours(2))
        .parser(new OddsApiEventOdds())
        .into(Tables.ODDS_API_PLAYER_PROPS, FeedTables.GAME_LINES)
        .build();
  }
}
