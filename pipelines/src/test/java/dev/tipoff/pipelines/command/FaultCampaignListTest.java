package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Sets;
import dev.tipoff.pipelines.OutsideUses;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Test;

/** That the campaign leaves nothing out that the code uses the outside for. */
public class FaultCampaignListTest {
  private static final String ARCHIVE = "archive";
  private static final String MODELS = "model folder";
  private static final String WAREHOUSE = "warehouse file";

  /** What the classes that touch files are for. */
  private static final ImmutableSortedMap<String, String> FILES =
      ImmutableSortedMap.<String, String>naturalOrder()
          .put("ArchiveFingerprints", ARCHIVE)
          .put("ArchiveFolder", ARCHIVE)
          .put("ArchivedRequests", ARCHIVE)
          .put("ArchivedSources", ARCHIVE)
          .put("ReadEnvelopes", ARCHIVE)
          .put("DuckDbFile", WAREHOUSE)
          .put("ModelFiles", MODELS)
          .put("OddsBodies", ARCHIVE)
          .put("FolderStore", SiteFaults.FOLDER)
          .buildOrThrow();

  /**
   * Files that a person hands over or asks for: what is wrong with them is said, and that is all.
   */
  private static final Set<String> BY_HAND =
      Set.of(
          "BacktestCommand",
          "CodeVersion",
          "DemoFolder",
          "FileSecrets",
          "HistoryFile",
          "PlannedRuns",
          "RunCommand",
          "TemplatesCommand",
          "WholeFile");

  private static Map<String, Set<OutsideFault>> faults() {
    return FaultCampaignTest.cases().stream()
        .collect(
            Collectors.groupingBy(
                FaultCase::use, Collectors.mapping(FaultCase::fault, Collectors.toSet())));
  }

  @Test
  public void everyUseOfTheOutsideIsInTheCampaign() {
    assertThat(
        new TreeSet<>(faults().keySet()),
        is(new TreeSet<>(Sets.union(OutsideUses.ofTheNetwork(), Set.copyOf(FILES.values())))));
  }

  @Test
  public void everyClassThatTouchesFilesIsAccountedFor() {
    assertThat(
        new TreeSet<>(OutsideUses.ofFiles()),
        is(new TreeSet<>(Sets.union(FILES.keySet(), BY_HAND))));
  }

  @Test
  public void eachMeetsEveryFault() {
    faults()
        .forEach(
            (use, faults) ->
                assertThat(
                    use,
                    faults,
                    hasItems(
                        Arrays.stream(OutsideFault.values())
                            .filter(fault -> !FILES.containsValue(use) || fault.isOfFilesToo())
                            .toArray(OutsideFault[]::new))));
  }
}
