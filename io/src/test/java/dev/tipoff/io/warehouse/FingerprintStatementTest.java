package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.fingerprint.FingerprintRow;
import dev.tipoff.transforms.fingerprint.FingerprintRow.Branch;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The fingerprint statement of each phase, through DuckDB. */
public class FingerprintStatementTest {
  private static final GameDay DAY = InventedRows.DAY;
  private static final List<String> PHASES =
      List.of("load-raw", "analytics", "precompute", "predict", "grade", "publish");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private WarehouseFile file;

  @Before
  public void make() {
    file = WarehouseFile.in(folder);
  }

  /** Count and hash of each source and day. */
  private Map<String, String> fingerprints(String phase) {
    Map<String, String> found = new TreeMap<>();
    try (WarehouseAdmin admin = file.warehouse().admin()) {
      for (FingerprintRow row : admin.rows(Queries.fingerprints(phase, SlateRange.of(DAY)))) {
        if (row.getBranch() == Branch.SOURCE) {
          found.put(
              row.getSource() + " " + row.getGameDate(),
              row.getRowCount() + " " + row.getRowHashes());
        }
      }
    }
    return found;
  }

  private static PlayerGame game(String id, GameDay day, int points) {
    return InventedRows.game().setGameId(id).setGameDate(day).setPoints(points).build();
  }

  @Test
  public void aChangedAddedOrLostRowChangesItsSourcesDayAndNothingElse() {
    GameDay before = DAY.plusDays(-1);
    GameDay earlier = DAY.plusDays(-2);
    file.replace(Tables.SCHEDULE, List.of(InventedRows.scheduled().build()));
    file.replace(Tables.PLAYER_GAME_CONTEXT, List.of(InventedRows.context().build()));
    List<PlayerGame> games =
        List.of(game("1", before, 10), game("2", before, 11), game("3", earlier, 12));
    file.replace(Tables.PLAYER_GAMES, games);
    String changedDay = "nba_raw.player_games " + before;
    for (String phase : List.of("analytics", "precompute", "predict")) {
      file.replace(Tables.PLAYER_GAMES, games);
      Map<String, String> whole = fingerprints(phase);
      for (List<PlayerGame> other :
          List.of(
              List.of(game("1", before, 10), game("2", before, 12)),
              List.of(game("1", before, 10)),
              List.of(game("1", before, 10), game("2", before, 11), game("4", before, 1)))) {
        file.replace(Tables.PLAYER_GAMES, other);
        Map<String, String> changed = fingerprints(phase);
        assertThat(phase, changed.get(changedDay), is(not(whole.get(changedDay))));
        Map<String, String> rest = new TreeMap<>(whole);
        rest.put(changedDay, changed.get(changedDay));
        assertThat(phase, changed, is(rest));
      }
      file.replace(Tables.PLAYER_GAMES, List.of(game("2", before, 11), game("1", before, 10)));
      assertThat(phase + " in another order", fingerprints(phase), is(whole));
    }
  }

  @Test
  public void historyEndsBeforeTheSlateAndOtherSourcesAreOfTheSlate() {
    file.replace(Tables.PLAYER_GAMES, List.of(game("1", DAY.plusDays(-1), 1), game("2", DAY, 2)));
    assertThat(
        fingerprints("precompute").keySet(),
        containsInAnyOrder("nba_raw.player_games " + DAY.plusDays(-1)));
    assertThat(fingerprints("grade").keySet(), containsInAnyOrder("nba_raw.player_games " + DAY));
  }

  private static RunEvent started(String pipeline, long at) {
    return InventedRows.started(pipeline, null, InventedRows.AS_OF.plus(at));
  }

  private static RunEvent completed(RunEvent started) {
    return started
        .then(Event.COMPLETED, started.getStartedAt())
        .setInputs("start=" + started.getStartedAt())
        .setTableRows("nba_raw.schedule=" + started.getStartedAt().getMillis() % 1_000)
        .build();
  }

  private void store(RunEvent... events) {
    try (WarehouseAdmin admin = file.warehouse().admin()) {
      admin.store(Tables.PIPELINE_RUNS, List.of(events));
    }
  }

  private List<String> recorded(String phase, Branch branch) {
    try (WarehouseAdmin admin = file.warehouse().admin()) {
      return admin.rows(Queries.fingerprints(phase, SlateRange.of(DAY))).stream()
          .filter(row -> row.getBranch() == branch)
          .map(row -> row.getSource() + " " + row.getRecorded())
          .toList();
    }
  }

  @Test
  public void theLastRunIsTheNewestAndOnlyIfItWasCompleted() {
    RunEvent one = started("predict", 0);
    RunEvent two = started("predict", 60_000);
    RunEvent three = started("predict", 120_000);
    assertThat(recorded("predict", Branch.LAST_RUN), is(empty()));
    store(one, completed(one));
    assertThat(
        recorded("predict", Branch.LAST_RUN), is(List.of("predict start=" + one.getStartedAt())));
    assertThat(recorded("grade", Branch.LAST_RUN), is(empty()));
    store(two, completed(two));
    assertThat(
        recorded("predict", Branch.LAST_RUN), is(List.of("predict start=" + two.getStartedAt())));
    store(three);
    assertThat("a later run may have written", recorded("predict", Branch.LAST_RUN), is(empty()));
  }

  @Test
  public void otherPhasesSayWhatTheyWroteWhenTheyWereLastCompleted() {
    RunEvent one = started("analytics", 1);
    RunEvent two = started("analytics", 2);
    RunEvent three = started("analytics", 3);
    store(one, completed(one), two, completed(two), three);
    assertThat(
        "the third has not said so",
        recorded("predict", Branch.EXPECTED),
        is(List.of("analytics nba_raw.schedule=125")));
    assertThat(recorded("analytics", Branch.EXPECTED), is(empty()));
  }

  @Test
  public void everyPhaseHasItsStatement() {
    for (String phase : PHASES) {
      assertThat(phase, fingerprints(phase).keySet(), is(empty()));
    }
  }
}
