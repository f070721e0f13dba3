package dev.tipoff.io.nba;

import com.google.auto.service.AutoService;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code nbac_roster}: the roster of a team, from its page. */
@AutoService(SourceDeclaration.class)
public final class NbaRosterSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of("nbac_roster", Provider.NBA_SITE, "/team/{nba_team_id}/{team_slug}/roster")
        .description("The roster of a team, from its page")
        .scope(Source.Scope.TEAM)
        .media(Source.Media.HTML)
        .parser(new NbaRosterPage())
        .into(FeedTables.ROSTERS)
        .build();
  }
}
