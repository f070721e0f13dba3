package dev.tipoff.io.nba;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code nbac_team_boxscore}: the box score of a game, of players and teams. */
@AutoService(SourceDeclaration.class)
public final class NbaTeamBoxScoreSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of("nbac_team_boxscore", Provider.NBA_STATS, "/stats/boxscoretraditionalv2")
        .description("The box score of a game, of players and teams")
        .forEachGameOf("nbac_scoreboard_v2")
        .query(
            ImmutableMap.<String, String>builder()
                .put("GameID", "{game_id}")
                .put("StartPeriod", "0")
                .put("EndPeriod", "10")
                .put("StartRange", "0")
                .put("EndRange", "28800")
                .put("RangeType", "0")
                .buildOrThrow())
        .parser(new NbaBoxScore())
        .into(FeedTables.PLAYER_GAMES, FeedTables.TEAM_GAMES)
        .build();
  }
}
