package dev.tipoff.io.balldontlie;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;
import java.time.Duration;

/** {@code bdl_injuries}: who is injured, and how badly. */
@AutoService(SourceDeclaration.class)
public final class BdlInjuriesSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of("bdl_injuries", Provider.BALLDONTLIE, "/v1/player_injuries")
        .description("Who is injured, and how badly")
        .query(ImmutableMap.of("per_page", "100"))
        .paging(Source.Paging.CURSOR)
        .cadence(Duration.ofHours(2))
        .parser(new BdlInjuries())
        .into(FeedTables.INJURIES)
        .build();
  }
}
