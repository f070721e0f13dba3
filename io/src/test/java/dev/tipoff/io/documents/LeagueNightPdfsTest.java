package dev.tipoff.io.documents;

import static dev.tipoff.io.sources.SourceFixtures.fixture;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.BadBodyException;
import java.util.Map;
import org.junit.Test;

/** The committed documents are those that {@link LeagueNightPdfs} writes. */
public class LeagueNightPdfsTest {
  @Test
  public void committedDocumentsAreAsWritten() throws BadBodyException {
    Map<String, byte[]> written =
        ImmutableMap.of(
            LeagueNightPdfs.INJURIES, LeagueNightPdfs.injuries(),
            LeagueNightPdfs.BOSTON, LeagueNightPdfs.boston(),
            LeagueNightPdfs.LOS_ANGELES, LeagueNightPdfs.losAngeles());
    for (Map.Entry<String, byte[]> document : written.entrySet()) {
      assertThat(
          document.getKey(),
          PdfText.pages(fixture("league/__files/" + document.getKey()).bytes()),
          is(PdfText.pages(document.getValue())));
    }
  }
}
