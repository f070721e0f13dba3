package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.RowShape;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

/** What programs read of {@code predict} and {@code backtest}, and what people read beside it. */
public class OutputFormatTest {
  @ClassRule public static final PlayedNight NIGHT = new PlayedNight();

  private static final String DATE = "--date=" + PlayedNight.DAY;

  /** By then everybody has played often enough to be measured. */
  private static final LocalDate LATER = LocalDate.of(2025, 11, 15);

  private static TestWarehouse warehouse;
  private static TestWarehouse season;
  private static CommandRun json;
  private static CommandRun csv;

  @BeforeClass
  public static void predict() throws IOException {
    warehouse = NIGHT.copy();
    json = predict("json");
    csv = predict("csv");
    Path history = NIGHT.newFolder();
    LeagueSimulator.of(5).writeHistory(history, LocalDate.of(2025, 10, 21), LATER);
    season = TestWarehouse.in(NIGHT.newFolder());
    season.importAll(history);
  }

  private static CommandRun backtest(String... options) {
    List<String> words = new ArrayList<>(List.of("backtest", "--date=" + LATER));
    words.add("--retrain=never");
    words.addAll(List.of(options));
    return of(season, words);
  }

  private static CommandRun predict(String format) {
    return of("predict", DATE, PlayedNight.AS_OF, "--format=" + format);
  }

  private static CommandRun of(String... words) {
    return of(warehouse, List.of(words));
  }

  private static CommandRun of(TestWarehouse from, List<String> words) {
    List<String> args = new ArrayList<>(words);
    args.add(PlayedNight.option(from));
    return CommandRun.of(args.toArray(String[]::new));
  }

  /** The one document that there is, with nothing before or after it. */
  private static JsonNode document(CommandRun run) throws IOException {
    assertThat(run.text(), run.exit(), is(0));
    return new ObjectMapper()
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .readTree(run.out());
  }

  private static List<CSVRecord> records(CommandRun run) throws IOException {
    assertThat(run.text(), run.exit(), is(0));
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(run.out()))
        .getRecords();
  }

  private static long published() {
    return warehouse.number(
        "SELECT COUNT(*) FROM nba_predictions.current_predictions WHERE game_date = DATE '"
            + PlayedNight.DAY
            + "'");
  }

  @Test
  public void jsonIsOneDocumentOfAllThatIsPublished() throws IOException {
    JsonNode document = document(json);
    assertThat(document.path("from").asText(), is(PlayedNight.DAY.toString()));
    assertThat(document.path("to").asText(), is(PlayedNight.DAY.toString()));
    assertThat(published(), is(greaterThan(100L)));
    assertThat((long) document.path("predictions").size(), is(published()));
    JsonNode first = document.path("predictions").path(0);
    assertThat(first.path("mean").isNumber(), is(true));
    assertThat(first.path("home").isBoolean(), is(true));
    assertThat(first.path("as_of").asText(), startsWith(PlayedNight.DAY + "T19:00:00"));
  }

  @Test
  public void csvHasALineAPredictionWithTheColumnsOfTheTable() throws IOException {
    List<CSVRecord> records = records(csv);
    assertThat((long) records.size(), is(published()));
    assertThat(csv.out().lines().count(), is(1 + published()));
    assertThat(csv.out(), startsWith("game_date,player_name,team,opponent,market,system_id,"));
    assertThat(
        new TreeSet<>(records.get(0).toMap().keySet()),
        is(
            new TreeSet<>(
                RowShape.of(Prediction.class).columns().stream().map(Column::name).toList())));
  }

  @Test
  public void bothSayTheSameInTheSameOrder() throws IOException {
    List<CSVRecord> records = records(csv);
    int row = 0;
    for (JsonNode prediction : document(json).path("predictions")) {
      CSVRecord record = records.get(row++);
      record
          .toMap()
          .forEach(
              (column, cell) -> assertThat(column, cell, is(prediction.path(column).asText(""))));
    }
  }

  @Test
  public void whatPeopleAreToldGoesToStandardError() {
    for (CommandRun run : List.of(json, csv)) {
      assertThat(run.err(), containsString("predict     " + PlayedNight.DAY + " as of "));
      assertThat(run.err(), not(containsString("Best bets")));
    }
    CommandRun table = of("predict", DATE, PlayedNight.AS_OF);
    assertThat(table.out(), containsString("predict     " + PlayedNight.DAY + " as of "));
    assertThat(table.out(), containsString("\nBest bets"));
    assertThat(table.err(), is(""));
    assertThat(predict("table").out(), is(table.out()));
  }

  @Test
  public void aSlateThatIsNotReadyHasNoDataAndItsOwnExitCode() {
    for (String format : List.of("csv", "json")) {
      for (String command : List.of("predict", "backtest")) {
        CommandRun run = of(command, "--date=2099-01-01", "--format=" + format);
        assertThat(run.text(), run.exit(), is(3));
        assertThat(run.out(), is(""));
        assertThat(run.err(), containsString("not ready: "));
      }
    }
  }

  @Test
  public void ofABacktestJsonIsTheMetricsFileAndCsvALineARow() throws IOException {
    Path file = NIGHT.newFolder().resolve("metrics.json");
    CommandRun document = backtest("--format=json", "--metrics=" + file);
    JsonNode metrics = document(document);
    assertThat(document.out(), is(Files.readString(file)));
    assertThat(document.err(), containsString("predictions graded"));
    assertThat(document.err(), containsString("\nleft out:\n"));

    CommandRun lines = backtest("--format=csv");
    List<CSVRecord> records = records(lines);
    assertThat(lines.err(), is(document.err()));
    assertThat(records.size(), is(metrics.path("rows").size()));
    assertThat(records.size(), is(greaterThan(10)));
    for (int i = 0; i < records.size(); i++) {
      JsonNode row = metrics.path("rows").path(i);
      for (String name : List.of("id", "population", "source", "n")) {
        assertThat(name, records.get(i).get(name), is(row.path(name).asText("")));
      }
      assertThat(
          new BigDecimal(records.get(i).get("mae")),
          is(comparesEqualTo(row.path("mae").decimalValue())));
    }
  }
}
