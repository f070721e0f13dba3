package dev.tipoff.io.nba;

import com.google.auto.service.AutoService;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code nbac_play_by_play}: the shots of a game with their places. */
@AutoService(SourceDeclaration.class)
public final class NbaPlayByPlaySource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of(
            "nbac_play_by_play",
            Provider.NBA_CDN,
            "/static/json/liveData/playbyplay/playbyplay_{game_id}.json")
        .description("The shots of a game with their places")
        .forEachGameOf("nbac_scoreboard_v2")
        .parser(new NbaPlayByPlay())
        .into(FeedTables.SHOTS)
        .build();
  }
}
