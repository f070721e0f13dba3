package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.WriteEnvelopes;
import dev.tipoff.io.warehouse.WarehouseAdmin.Digest;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.RowShape;
import dev.tipoff.transforms.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** History from balldontlie alone: no source of the NBA's, and no import. */
public class BalldontlieHistoryTest {
  @ClassRule public static final TemporaryFolder ARCHIVE = new TemporaryFolder();

  private static final Path LEAGUE =
      Path.of(System.getProperty("tipoff.root")).resolve("test-data/league");
  private static final SlateRange SLATES =
      SlateRange.of(GameDay.parse("2031-01-02"), GameDay.parse("2031-01-10"));
  private static final List<Table<?>> FILLED =
      List.of(
          Tables.SCHEDULE,
          Tables.PLAYER_GAMES,
          Tables.PLAYER_DNP,
          FeedTables.GAMES,
          FeedTables.PLAYER_GAMES);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @BeforeClass
  public static void archive() throws IOException {
    List<Envelope> envelopes = new ArrayList<>();
    for (String source : List.of("bdl_games", "bdl_box_scores", "bdl_player_box_scores")) {
      for (JsonNode stub :
          new ObjectMapper()
              .readTree(LEAGUE.resolve("mappings/" + source + ".json").toFile())
              .path("mappings")) {
        JsonNode query = stub.path("request").path("queryParameters");
        String day =
            query.path("date").path("equalTo").asText(query.at("/start_date/equalTo").asText());
        if (!day.isEmpty()) {
          envelopes.add(envelope(source, day, stub.path("response").path("bodyFileName").asText()));
        }
      }
    }
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    pipeline
        .apply(Create.of(envelopes).withCoder(RowShape.coder(Envelope.class)))
        .apply(WriteEnvelopes.to(ARCHIVE.getRoot().toString()));
    pipeline.run().waitUntilFinish();
  }

  private static Envelope envelope(String source, String day, String file) throws IOException {
    return Envelope.answered()
        .setSource(source)
        .setGameDate(GameDay.parse(day))
        .setRequestKey(file.replaceAll("[^a-z0-9]+", "-"))
        .setRequest("GET " + file)
        .setReceivedTime(GameDay.parse(day).lastInstant())
        .setBody(Files.readAllBytes(LEAGUE.resolve("__files").resolve(file)))
        .build();
  }

  private TestWarehouse loaded(TestWarehouse warehouse) {
    warehouse.loadRaw(SLATES, ARCHIVE.getRoot().toPath());
    return warehouse;
  }

  @Test
  public void fillsTheScheduleAndTheBoxScoresTheSameWheneverItIsLoaded() throws IOException {
    TestWarehouse warehouse = loaded(TestWarehouse.in(folder.newFolder().toPath()));
    Map<String, Digest> once = warehouse.digests(FILLED);
    assertThat(warehouse.number("SELECT COUNT(*) FROM nba_raw.schedule"), is(10L));
    assertThat(warehouse.number("SELECT COUNT(*) FROM nba_raw.player_games"), is(100L));
    assertThat(warehouse.number("SELECT COUNT(*) FROM nba_raw.player_dnp"), is(5L));
    List<String> players =
        warehouse.column("SELECT DISTINCT player FROM nba_raw.player_games ORDER BY 1");
    assertThat(players, hasSize(21));
    assertThat(players, everyItem(startsWith("bdl-70")));
    assertThat(warehouse.number("SELECT COUNT(*) FROM nba_orchestration.failures"), is(0L));
    assertThat(loaded(warehouse).digests(FILLED), is(once));
    assertThat(loaded(TestWarehouse.in(folder.newFolder().toPath())).digests(FILLED), is(once));
  }

  @Test
  public void gamesThatWereImportedKeepTheirIds() throws IOException {
    TestWarehouse warehouse = TestWarehouse.in(folder.newFolder().toPath());
    Path schedule = folder.newFile("schedule.csv").toPath();
    Files.writeString(
        schedule,
        "season,season_type,game_id,date,home,away,home_points,away_points\n"
            + "2030-31,regular,0023000491,2031-01-08,MIA,BOS,,\n");
    warehouse.importFiles(options -> options.setSchedule(List.of(schedule.toString())));
    loaded(warehouse);
    assertThat(
        warehouse.column(
            "SELECT DISTINCT game_id FROM nba_raw.player_games"
                + " WHERE game_date = DATE '2031-01-08' ORDER BY 1"),
        contains("0023000491", "20310108-LALDEN"));
  }
}
