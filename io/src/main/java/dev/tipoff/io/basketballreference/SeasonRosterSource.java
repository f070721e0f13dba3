package dev.tipoff.io.basketballreference;

import com.google.auto.service.AutoService;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;
import java.time.Duration;

/** {@code br_season_roster}: who played for each team in the season. */
@AutoService(SourceDeclaration.class)
public final class SeasonRosterSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of(
            "br_season_roster", Provider.BASKETBALL_REFERENCE, "/teams/{br_team}/{season_end}.html")
        .description("Who played for each team in the season")
        .scope(Source.Scope.TEAM)
        .media(Source.Media.HTML)
        .cadence(Duration.ofDays(7))
        .parser(new SeasonRoster())
        .into(FeedTables.ROSTERS)
        .build();
  }
}
