package dev.tipoff.io.balldontlie;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code bdl_games}: the games of a slate, with their scores. */
@AutoService(SourceDeclaration.class)
public final class BdlGamesSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of("bdl_games", Provider.BALLDONTLIE, "/v1/games")
        .description("The games of a slate, with their scores")
        .query(
            ImmutableMap.<String, String>builder()
                .put("start_date", "{date}")
                .put("end_date", "{date}")
                .put("per_page", "100")
                .buildOrThrow())
        .paging(Source.Paging.CURSOR)
        .parser(new BdlGames())
        .into(FeedTables.GAMES)
        .build();
  }
}
