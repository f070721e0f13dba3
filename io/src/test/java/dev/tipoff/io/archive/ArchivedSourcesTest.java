package dev.tipoff.io.archive;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;
import org.junit.Test;

public class ArchivedSourcesTest {
  private static final SlateRange NIGHTS =
      SlateRange.of(GameDay.parse("2031-01-10"), GameDay.parse("2031-01-11"));

  /** A list of Cloud Storage begins with what is before the first star. */
  @Test
  public void cloudStorageIsAskedForADayOfASource() {
    List<String> patterns = ArchivedSources.patterns("gs://bucket/archive/", NIGHTS);
    assertThat(patterns, hasItem("gs://bucket/archive/bdl_games/2031-01-11/*.json.gz"));
    assertThat(patterns, hasSize(2 * Catalogue.load().all().size()));
    assertThat(
        patterns.stream().filter(pattern -> !pattern.matches(".*/2031-01-1[01]/\\*.*")).toList(),
        hasSize(0));
  }

  @Test
  public void aFolderIsLookedThroughForSourcesThatNobodyKnows() {
    assertThat(
        ArchivedSources.patterns("archive", NIGHTS),
        contains("archive/*/2031-01-10/*.json.gz", "archive/*/2031-01-11/*.json.gz"));
  }
}
