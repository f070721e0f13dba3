package dev.tipoff.io.balldontlie;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code bdl_player_box_scores}: the box scores of a slate, by player. */
@AutoService(SourceDeclaration.class)
public final class BdlPlayerBoxScoresSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of("bdl_player_box_scores", Provider.BALLDONTLIE, "/v1/stats")
        .description("The box scores of a slate, by player")
        .query(
            ImmutableMap.<String, String>builder()
                .put("start_date", "{date}")
                .put("end_date", "{date}")
                .put("per_page", "100")
                .buildOrThrow())
        .paging(Source.Paging.CURSOR)
        .parser(new BdlPlayerBoxScores())
        .into(FeedTables.GAMES, FeedTables.PLAYER_GAMES)
        .build();
  }
}
