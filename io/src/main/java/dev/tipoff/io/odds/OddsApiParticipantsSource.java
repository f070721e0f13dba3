package dev.tipoff.io.odds;

import com.google.auto.service.AutoService;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code oddsa_team_players}: who takes part, by the ids of The Odds API. */
@AutoService(SourceDeclaration.class)
public final class OddsApiParticipantsSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of(
            "oddsa_team_players", Provider.THE_ODDS_API, "/v4/sports/basketball_nba/participants")
        .description("Who takes part, by the ids of The Odds API")
        .credits(1)
        .parser(new OddsApiPlayers())
        .into(FeedTables.ROSTERS)
        .build();
  }
}
