package dev.tipoff.io.balldontlie;

import com.google.auto.service.AutoService;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;
import java.time.Duration;

/** {@code bdl_live_box_scores}: the box scores of games under way. */
@AutoService(SourceDeclaration.class)
public final class BdlLiveBoxScoresSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of("bdl_live_box_scores", Provider.BALLDONTLIE, "/v1/box_scores/live")
        .description("The box scores of games under way")
        .cadence(Duration.ofMinutes(3))
        .parser(new BdlBoxScores())
        .into(FeedTables.GAMES, FeedTables.PLAYER_GAMES)
        .build();
  }
}
