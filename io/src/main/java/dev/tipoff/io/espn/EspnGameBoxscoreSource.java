package dev.tipoff.io.espn;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code espn_game_boxscore}: the box score of each game, from its page. */
@AutoService(SourceDeclaration.class)
public final class EspnGameBoxscoreSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of("espn_game_boxscore", Provider.ESPN_SITE, "/nba/boxscore")
        .description("The box score of each game, from its page")
        .forEachGameOf("espn_scoreboard")
        .query(ImmutableMap.of("gameId", "{event_id}"))
        .media(Source.Media.HTML)
        .parser(new EspnGameBoxscore())
        .into(FeedTables.PLAYER_GAMES)
        .build();
  }
}
