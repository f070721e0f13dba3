package dev.tipoff.pipelines.simulator;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class OddsBodiesTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
  private static final LocalDate LAST = LocalDate.of(2026, 1, 25);
  private static final ObjectMapper JSON = new ObjectMapper();

  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static Path archive;
  private static Path history;
  private static List<Path> files;
  private static List<JsonNode> bodies;

  @BeforeClass
  public static void writeBodies() throws IOException {
    archive = TEMP.newFolder().toPath();
    history = TEMP.newFolder().toPath();
    LeagueSimulator league = LeagueSimulator.of(7);
    league.writeHistory(history, LocalDate.of(2025, 10, 21), LAST);
    files = new ArrayList<>();
    bodies = new ArrayList<>();
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      files.addAll(league.writeOdds(archive, day));
    }
    for (Path file : files) {
      bodies.add(JSON.readTree(file.toFile()));
    }
  }

  @Test
  public void twoBodiesAGameStandWhereTheArchiveKeepsThem() throws IOException {
    Map<String, CSVRecord> lines = new HashMap<>();
    for (CSVRecord line : table("game_lines")) {
      if (!LocalDate.parse(line.get("date")).isBefore(FIRST)) {
        lines.put(line.get("event_id"), line);
      }
    }
    assertThat(files, hasSize(2 * lines.size()));
    for (int i = 0; i < files.size(); i++) {
      CSVRecord line = lines.get(bodies.get(i).get("id").asText());
      assertThat(
          archive.relativize(files.get(i)).toString(),
          matchesPattern(
              Pattern.quote(
                      "odds-api/player-props/"
                          + line.get("date")
                          + "/"
                          + line.get("event_id")
                          + "-"
                          + line.get("away")
                          + line.get("home")
                          + "/")
                  + "\\d{8}_(\\d{4})\\d\\d-snap-\\1\\.json"));
      assertThat(bodies.get(i).get("commence_time").asText(), is(line.get("commence_time")));
      assertThat(
          bodies.get(i).get("home_team").asText(),
          is(Franchise.valueOf(line.get("home")).fullName()));
    }
  }

  @Test
  public void bodiesAreTheSameWhenWrittenAgain() throws IOException {
    Path again = TEMP.newFolder().toPath();
    for (Path file : LeagueSimulator.of(7).writeOdds(again, LAST)) {
      Path before = archive.resolve(again.relativize(file));
      assertThat(Files.readString(file), equalTo(Files.readString(before)));
    }
  }

  @Test
  public void fourBooksOfferFourMarkets() {
    for (JsonNode body : bodies) {
      assertThat(
          body.findValuesAsText("title"), contains("DraftKings", "FanDuel", "BetMGM", "Caesars"));
      for (JsonNode book : body.get("bookmakers")) {
        List<String> markets = new ArrayList<>();
        book.get("markets").forEach(market -> markets.add(market.get("key").asText()));
        assertThat(
            markets,
            contains(
                "player_points",
                "player_rebounds",
                "player_assists",
                "player_points_rebounds_assists"));
      }
    }
  }

  @Test
  public void nearlyAllLinesHaveBothSidesAndAMargin() {
    int both = 0;
    int all = 0;
    int whole = 0;
    List<Double> margins = new ArrayList<>();
    for (JsonNode body : bodies) {
      for (JsonNode outcomes : body.findValues("outcomes")) {
        Map<String, Map<String, Integer>> prices = new HashMap<>();
        for (JsonNode outcome : outcomes) {
          String line = outcome.get("description").asText() + outcome.get("point").asDouble();
          whole += outcome.get("point").asDouble() % 1 == 0 ? 1 : 0;
          assertThat(Math.abs(outcome.get("price").intValue()), is(greaterThanOrEqualTo(100)));
          assertThat(outcome.get("point").asDouble(), is(greaterThan(0.0)));
          Integer twice =
              prices
                  .computeIfAbsent(line, none -> new HashMap<>())
                  .put(outcome.get("name").asText(), outcome.get("price").intValue());
          assertThat(line, twice == null, is(true));
        }
        for (Map<String, Integer> sides : prices.values()) {
          all++;
          if (sides.size() == 2) {
            both++;
            margins.add(implied(sides.get("Over")) + implied(sides.get("Under")) - 1);
          }
        }
      }
    }
    assertThat((double) both / all, is(both(greaterThan(0.95)).and(lessThan(1.0))));
    assertThat((double) whole / all, is(both(greaterThan(0.01)).and(lessThan(0.2))));
    for (double margin : margins) {
      assertThat(margin, is(closeTo(0.0575, 0.02)));
    }
  }

  @Test
  public void booksSpellNamesTheirOwnWay() throws IOException {
    Set<String> spelled = new HashSet<>();
    for (CSVRecord row : table("player_games")) {
      spelled.add(row.get("player"));
    }
    Map<String, Set<String>> names = new HashMap<>();
    for (JsonNode body : bodies) {
      for (JsonNode book : body.get("bookmakers")) {
        Set<String> ofBook =
            names.computeIfAbsent(book.get("key").asText(), none -> new HashSet<>());
        ofBook.addAll(book.findValuesAsText("description"));
      }
    }
    assertThat(spelled.containsAll(names.get("caesars")), is(true));
    assertThat(names.get("caesars"), hasItem(matchesPattern(".*\\P{ASCII}.*")));
    assertThat(names.get("caesars"), hasItem(matchesPattern(".* (Jr\\.|II|III|IV)")));
    assertThat(names.get("draftkings"), not(hasItem(matchesPattern(".*\\P{ASCII}.*"))));
    assertThat(names.get("betmgm"), not(hasItem(matchesPattern(".* (Jr\\.|II|III|IV)"))));
  }

  @Test
  public void theMarketBeatsARunningMean() throws IOException {
    Map<String, Double> closing = new HashMap<>();
    for (int i = 1; i < bodies.size(); i += 2) {
      String day = archive.relativize(files.get(i)).getName(2).toString();
      JsonNode caesars = bodies.get(i).get("bookmakers").get(3);
      for (JsonNode outcome : caesars.get("markets").get(0).get("outcomes")) {
        closing.put(day + outcome.get("description").asText(), outcome.get("point").asDouble());
      }
    }
    Map<String, double[]> running = new HashMap<>();
    double marketMiss = 0;
    double meanMiss = 0;
    for (CSVRecord row : table("player_games")) {
      double points = WrittenTable.decimal(row, "points");
      double[] mean = running.computeIfAbsent(row.get("player_id"), none -> new double[2]);
      Double line = closing.get(row.get("date") + row.get("player"));
      if (line != null && mean[1] > 4) {
        marketMiss += Math.abs(points - line);
        meanMiss += Math.abs(points - mean[0] / mean[1]);
      }
      mean[0] = 0.9 * mean[0] + points;
      mean[1] = 0.9 * mean[1] + 1;
    }
    assertThat(marketMiss / meanMiss, is(both(greaterThan(0.92)).and(lessThan(0.99))));
  }

  private static double implied(int price) {
    return price < 0 ? -price / (100.0 - price) : 100.0 / (100.0 + price);
  }

  private static List<CSVRecord> table(String name) throws IOException {
    return WrittenTable.read(history.resolve(name + ".csv.gz")).rows();
  }
}
