package dev.tipoff.io.documents;

import com.google.auto.service.AutoService;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;
import java.time.Duration;

/** {@code nbac_injury_report}: who is hurt, as teams tell the league. */
@AutoService(SourceDeclaration.class)
public final class NbaInjuryReportSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of(
            "nbac_injury_report",
            Provider.NBA_INJURIES,
            "/referee/injury/Injury-Report_{report}.pdf")
        .description("Who is hurt, as teams tell the league")
        .media(Source.Media.PDF)
        // A report that is not published is forbidden, not missing.
        .noDataAt(403)
        .cadence(Duration.ofHours(2))
        .parser(new NbaInjuryReport())
        .into(FeedTables.INJURIES)
        .build();
  }
}
