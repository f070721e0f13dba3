package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.tipoff.io.live.ReadMoves;
import dev.tipoff.io.live.ReplayMessages;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.pipelines.TestWarehouse.Counts;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.MovingConsensus;
import dev.tipoff.transforms.prediction.Prediction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.PeriodicImpulse;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** An evening of moving lines on the complete graph: what it ends at is what a batch comes to. */
public class PredictLiveTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final GameDay OPENING = GameDay.parse("2025-10-21");
  private static final GameDay DAY = GameDay.parse("2025-11-14");
  private static final SlateRange SLATE = SlateRange.of(DAY);

  private static Path folder;
  private static TestWarehouse prepared;
  private static LineMessages messages;
  private static Map<String, Prediction> batch;

  /** A day up to its features; and its batch, made again just before each tip. */
  @BeforeClass
  public static void predictInBatch() throws Exception {
    folder = TEMP.getRoot().toPath();
    LeagueSimulator league = LeagueSimulator.of(9);
    league.writeHistory(folder.resolve("history"), OPENING.date(), DAY.plusDays(-1).date());
    league.writeUpcoming(folder.resolve("tonight"), DAY.date());
    league.writeMoves(folder.resolve("moves.jsonl.gz"), DAY.date());
    messages = LineMessages.read(folder.resolve("moves.jsonl.gz"));
    prepared = TestWarehouse.in(TEMP.newFolder("prepared").toPath());
    prepared.importAll(folder.resolve("history"));
    prepared.importAll(folder.resolve("tonight"));
    prepared.loadRaw(SLATE, messages.archiveIn(folder.resolve("archive")));
    prepared.analytics(SLATE);
    prepared.precompute(SLATE);
    TestWarehouse inBatch = prepared.copyTo(folder.resolve("batch"));
    for (String tip :
        inBatch.column(
            "SELECT DISTINCT epoch_ms(tip_time) FROM nba_analytics.player_prop_lines ORDER BY 1")) {
      inBatch.predict(SLATE, Instant.ofEpochMilli(Long.parseLong(tip)).minus(1));
    }
    batch = published(inBatch);
  }

  /** What is published, whenever it was. */
  private static Map<String, Prediction> published(TestWarehouse warehouse) {
    Map<String, Prediction> rows = new TreeMap<>();
    for (Prediction row : warehouse.rows(Queries.currentPredictions(SLATE))) {
      rows.put(
          String.join(
              "|",
              row.getSystemId(),
              row.getGameId(),
              row.getPlayer().getId(),
              row.getMarket().id()),
          row.toBuilder().setAsOf(Instant.EPOCH).build());
    }
    return rows;
  }

  private static Counts replay(TestWarehouse live, LineMessages moves) throws IOException {
    return live.predictLive(
        SLATE, moves.writeTo(folder.resolve(live.file().getParent().getFileName() + ".jsonl.gz")));
  }

  @Test
  public void theEveningEndsAtWhatTheBatchSays() throws IOException {
    TestWarehouse live = prepared.copyTo(folder.resolve("live"));
    Counts counts = replay(live, messages);
    assertThat(batch, is(not(anEmptyMap())));
    assertThat(published(live), is(batch));
    assertThat(counts.get(MovingConsensus.COUNTERS, "moves"), is(greaterThan(2_000L)));
    assertThat(counts.get(MovingConsensus.COUNTERS, "late"), is(0L));
  }

  @Test
  public void doubledAndOutOfOrderItEndsThereToo() throws IOException {
    TestWarehouse live = prepared.copyTo(folder.resolve("shuffled"));
    Counts counts = replay(live, messages.doubledAndLate(9, 3));
    assertThat(published(live), is(batch));
    assertThat(counts.get(MovingConsensus.COUNTERS, "outdated"), is(greaterThan(1_000L)));
    assertThat(counts.get(MovingConsensus.COUNTERS, "late"), is(0L));
  }

  /** Read three times, of which the last is what is asked for; the evening is the same. */
  @Test
  public void whatIsLookedUpMayBeReadAgainAndAgain() throws IOException {
    TestWarehouse live = prepared.copyTo(folder.resolve("again"));
    Path file = messages.writeTo(folder.resolve("again.jsonl.gz"));
    Instant afternoon = Instant.parse(DAY + "T20:00:00Z");
    Duration every = Duration.standardMinutes(5);
    live.predictLive(
        ReadMoves.from(ReplayMessages.of(file.toString(), Duration.standardMinutes(10))),
        pipeline ->
            LiveSideInputs.again(
                pipeline.apply(
                    PeriodicImpulse.create()
                        .startAt(afternoon)
                        .stopAt(afternoon.plus(every.multipliedBy(2)))
                        .withInterval(every)
                        .applyWindowing()),
                live.services().warehouse()));
    assertThat(published(live), is(batch));
  }

  @Test
  public void everyPublicationIsBeforeItsTipAndKnowsNothingLater() throws IOException {
    TestWarehouse live = prepared.copyTo(folder.resolve("times"));
    replay(live, messages);
    assertThat(
        live.number("SELECT COUNT(*) FROM nba_predictions.player_prop_predictions"),
        is(greaterThanOrEqualTo((long) batch.size())));
    assertThat(
        live.column(
            "SELECT game_id FROM nba_predictions.player_prop_predictions"
                + " WHERE as_of >= tip_time OR as_of < snapshot_time"),
        is(List.of()));
  }

  @Test
  public void aMessageThatIsNoneIsAFailureAndTheRestGoesOn() throws IOException {
    TestWarehouse live = prepared.copyTo(folder.resolve("broken"));
    Path file = folder.resolve("broken.jsonl");
    java.nio.file.Files.writeString(file, "{\"source\": 7}\nnot even JSON\n");
    for (var envelope : messages.envelopes()) {
      java.nio.file.Files.write(
          file,
          List.of(
              new String(
                  dev.tipoff.io.archive.EnvelopeMessage.write(envelope),
                  java.nio.charset.StandardCharsets.UTF_8)),
          java.nio.file.StandardOpenOption.APPEND);
    }
    live.predictLive(SLATE, file);
    assertThat(published(live), is(batch));
    assertThat(live.failures("ReadMoves"), is(Map.of("BAD_FILE", 2L)));
    assertThat(
        live.number("SELECT COUNT(*) FROM " + Tables.FAILURES.name() + " WHERE pipeline IS NULL"),
        is(0L));
  }
}
