package dev.tipoff.io.balldontlie;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code bdl_box_scores}: the box scores of a slate, by game. */
@AutoService(SourceDeclaration.class)
public final class BdlBoxScoresSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of("bdl_box_scores", Provider.BALLDONTLIE, "/v1/box_scores")
        .description("The box scores of a slate, by game")
        .query(
            ImmutableMap.<String, String>builder()
                .put("date", "{date}")
                .put("per_page", "100")
                .buildOrThrow())
        .parser(new BdlBoxScores())
        .into(FeedTables.GAMES, FeedTables.PLAYER_GAMES)
        .build();
  }
}
