package dev.tipoff.io.nba;

import com.google.auto.service.AutoService;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code nbac_player_movement}: signings, waivers and trades of the season. */
@AutoService(SourceDeclaration.class)
public final class NbaPlayerMovementSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of(
            "nbac_player_movement",
            Provider.NBA_STATS,
            "/js/data/playermovement/NBA_Player_Movement.json")
        .description("Signings, waivers and trades of the season")
        .parser(new NbaPlayerMovements())
        .into(FeedTables.MOVEMENTS)
        .build();
  }
}
