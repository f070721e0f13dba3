package dev.tipoff.io.documents;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code nbac_referee_assignments}: who officiates the games of a slate. */
@AutoService(SourceDeclaration.class)
public final class NbaRefereeAssignmentsSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of(
            "nbac_referee_assignments", Provider.NBA_OFFICIAL, "/wp-json/api/v1/get-game-officials")
        .description("Who officiates the games of a slate")
        .query(ImmutableMap.of("date", "{date}"))
        .parser(new NbaRefereeAssignments())
        .into(FeedTables.REFEREES)
        .build();
  }
}
