package dev.tipoff.transforms.export;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.tipoff.transforms.grading.SystemDailyPerformance;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.systems.SystemKind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Test;

public class ExportKindTest {
  private static final GameDay DAY = GameDay.parse("2031-01-10");
  private static final ExportKind<SystemDailyPerformance> DAYS =
      ExportKind.of("days", 3, SystemDailyPerformance.class, Duration.ofHours(1), "Systems' days.");

  private static SystemDailyPerformance day(String system) {
    return SystemDailyPerformance.builder()
        .setGameDate(DAY)
        .setSystemId(system)
        .setKind(SystemKind.BLIND)
        .setMarket(Market.POINTS)
        .setPredictions(9)
        .setGraded(8)
        .setVoids(1)
        .setBets(2)
        .setWins(1)
        .setLosses(1)
        .setPushes(0)
        .build();
  }

  private static String document(List<SystemDailyPerformance> rows) {
    return DAYS.document(DAY, items(rows));
  }

  private static SortedSet<String> items(List<SystemDailyPerformance> rows) {
    return rows.stream().map(DAYS::item).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  public void aDocumentSaysWhatItIsOfWhenAndHowMuch() throws IOException {
    JsonNode document = new ObjectMapper().readTree(document(List.of(day("one"), day("other"))));
    assertThat(document.get("kind").asText(), is("days"));
    assertThat(document.get("version").asInt(), is(3));
    assertThat(document.get("day").asText(), is("2031-01-10"));
    assertThat(document.get("count").asInt(), is(2));
    assertThat(document.get("items").findValuesAsText("system_id"), contains("one", "other"));
  }

  @Test
  public void withoutRowsItIsADocumentToo() throws IOException {
    JsonNode document = new ObjectMapper().readTree(document(List.of()));
    assertThat(document.get("count").asInt(), is(0));
    assertThat(document.get("items").size(), is(0));
  }

  @Test
  public void orderAndCopiesChangeNothing() {
    List<SystemDailyPerformance> rows = List.of(day("one"), day("other"), day("third"));
    List<SystemDailyPerformance> again = new ArrayList<>(Lists.reverse(rows));
    again.add(day("other"));
    assertThat(document(again), is(document(rows)));
  }

  /** What a document has, its schema wants, and allows nothing else. */
  @Test
  public void theSchemaIsOfTheWholeDocument() throws IOException {
    JsonNode schema = DAYS.schema();
    JsonNode document = new ObjectMapper().readTree(document(List.of(day("one"))));
    assertThat(
        ImmutableList.copyOf(document.fieldNames()),
        is(ImmutableList.copyOf(schema.get("properties").fieldNames())));
    assertThat(schema.get("required").size(), is(document.size()));
    assertThat(schema.get("additionalProperties").asBoolean(), is(false));
    assertThat(schema.at("/properties/kind/const").asText(), is("days"));
    assertThat(schema.at("/properties/version/const").asInt(), is(3));
    assertThat(schema.at("/properties/items/items/properties/bias/type").asText(), is("number"));
  }
}
