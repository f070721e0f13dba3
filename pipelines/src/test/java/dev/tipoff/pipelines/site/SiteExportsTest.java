package dev.tipoff.pipelines.site;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.ClassRule;
import org.junit.Test;

/** What a published site has for machines. */
public class SiteExportsTest {
  @ClassRule public static final PublishedLeague LEAGUE = new PublishedLeague();

  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode document(String path) throws IOException {
    return JSON.readTree(LEAGUE.site().resolve("v1").resolve(path).toFile());
  }

  private static List<Path> documents() throws IOException {
    Path exports = LEAGUE.site().resolve("v1");
    try (Stream<Path> files = Files.walk(exports)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(exports.resolve("schemas")))
          .filter(file -> !file.endsWith("v1/manifest.json"))
          .toList();
    }
  }

  @Test
  public void everyDocumentIsAsItsPublishedSchemaSays() throws IOException {
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    Set<String> kinds = new TreeSet<>();
    for (Path file : documents()) {
      JsonNode document = JSON.readTree(file.toFile());
      String kind = document.get("kind").asText();
      JsonSchema schema = factory.getSchema(document("schemas/" + kind + ".schema.json"));
      Set<ValidationMessage> faults =
          schema.validate(
              document, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
      assertThat(file.toString(), faults, is(empty()));
      kinds.add(kind);
    }
    try (Stream<Path> schemas = Files.list(LEAGUE.site().resolve("v1/schemas"))) {
      assertThat(kinds.size(), is((int) schemas.count()));
    }
  }

  @Test
  public void theNamesThatReadersRelyOnAreThere() throws IOException {
    Path exports = LEAGUE.site().resolve("v1");
    List<String> names = new ArrayList<>();
    documents().forEach(file -> names.add(exports.relativize(file).toString()));
    assertThat(
        names,
        hasItems(
            "predictions/today.json",
            "predictions/" + PublishedLeague.TONIGHT + ".json",
            "best-bets/latest.json",
            "results/latest.json",
            "results/" + PublishedLeague.GRADED + ".json",
            "system-performance.json",
            "players/index.json",
            "players/" + LEAGUE.player() + ".json",
            "trends.json",
            "status.json"));
  }

  @Test
  public void predictionsAreOfEveryPropWithALine() throws IOException {
    long props =
        LEAGUE
            .league()
            .number(
                "SELECT COUNT(DISTINCT game_id || player || market) FROM"
                    + " nba_predictions.player_prop_predictions WHERE line IS NOT NULL AND"
                    + " game_date = DATE '"
                    + PublishedLeague.TONIGHT
                    + "'");
    assertThat(document("predictions/today.json").get("count").asLong(), is(props));
    assertThat(props, is(greaterThan(100L)));
    JsonNode best = document("best-bets/latest.json").get("items");
    assertThat(best.size(), is(lessThanOrEqualTo(15)));
    best.forEach(bet -> assertThat(bet.get("kind").asText(), is("MARKET_AWARE")));
  }

  @Test
  public void publishingAgainWritesNothingThatHasNotChanged() throws IOException {
    FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    List<Path> files;
    try (Stream<Path> all = Files.walk(LEAGUE.site())) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Files.setLastModifiedTime(file, longAgo);
    }
    LEAGUE.league().publish(SlateRange.of(PublishedLeague.TONIGHT), LEAGUE.site());
    for (Path file : files) {
      assertThat(file.toString(), Files.getLastModifiedTime(file), is(longAgo));
    }
  }
}
