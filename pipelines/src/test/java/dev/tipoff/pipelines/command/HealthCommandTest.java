package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.Iterables;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.ChildJvm;
import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.Tipoff;
import dev.tipoff.pipelines.launch.CodeVersion;
import dev.tipoff.transforms.alerts.AlertDelivery;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.learned.ModelFeatures;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.ledger.ScraperRun;
import dev.tipoff.transforms.model.GameDay;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.time.Instant;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What {@code health} says of a warehouse, its runs, sources and models, and how it ends. */
public class HealthCommandTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final GameDay DAY = GameDay.parse("2025-11-02");
  private static final Instant NOW = Instant.parse("2025-11-03T12:00:00Z");
  private static final String AS_OF = "--asOf=" + NOW;

  private static final int SOURCES = Catalogue.load().all().size();

  private static TestWarehouse empty;
  private static TestWarehouse worrying;

  @BeforeClass
  public static void fillWarehouses() throws IOException {
    empty = TestWarehouse.in(TEMP.newFolder().toPath());
    worrying = empty.copyTo(TEMP.newFolder().toPath());
    RunEvent precompute = started("precompute", hoursAgo(3));
    RunEvent grade = started("grade", hoursAgo(2));
    RunEvent graded = started("grade", hoursAgo(4));
    RunEvent publish = started("publish", hoursAgo(1));
    try (WarehouseAdmin admin =
        DuckDbWarehouse.at(worrying.file().toString(), Duration.ZERO).admin()) {
      admin.store(
          Tables.PIPELINE_RUNS,
          List.of(
              precompute,
              graded,
              graded.then(Event.COMPLETED, hoursAgo(4)).build(),
              grade,
              grade.then(Event.FAILED, hoursAgo(2)).setReason("token=canary").build(),
              publish,
              publish.then(Event.COMPLETED, hoursAgo(1)).build()));
      admin.store(
          Tables.SCRAPER_RUNS,
          List.of(
              scrape("nbac_scoreboard_v2", hoursAgo(3), true),
              scrape("oddsa_events", hoursAgo(3), true),
              scrape("bdl_games", hoursAgo(3), true),
              scrape("bdl_games", hoursAgo(2), false)));
      admin.store(
          Tables.ALERT_DELIVERIES,
          List.of(AlertDelivery.of("alert", "log", AlertDelivery.State.SENT, hoursAgo(2), "")));
    }
  }

  private static Instant hoursAgo(int hours) {
    return NOW.minus(hours * 3_600_000L);
  }

  private static RunEvent started(String pipeline, Instant start) {
    String id = RunEvent.runId(pipeline, DAY.toString(), start);
    return RunEvent.started(
        id, pipeline, DAY, null, start, start.plus(1_800_000), "asked for", "f00d");
  }

  private static ScraperRun scrape(String source, Instant asOf, boolean complete) {
    return ScraperRun.builder()
        .setRunKey(source + asOf)
        .setSource(source)
        .setGameDate(DAY)
        .setAsOf(asOf)
        .setComplete(complete)
        .setExpected(1)
        .setFetched(complete ? 1 : 0)
        .setNoData(0)
        .setFailed(complete ? 0 : 1)
        .setNotFetched(0)
        .setRequests(1)
        .setCredits(0)
        .setMissing("")
        .build();
  }

  /** What a command line came to. */
  private static CommandRun health(TestWarehouse warehouse, String... options) {
    return health(warehouse.file(), options);
  }

  private static CommandRun health(Path warehouse, String... options) {
    return CommandRun.of(
        Stream.concat(
                Stream.of("health", "--warehouse=duckdb:" + warehouse), Arrays.stream(options))
            .toArray(String[]::new));
  }

  private static JsonNode document(TestWarehouse warehouse, String... options) throws IOException {
    return health(
            warehouse,
            Stream.concat(Stream.of("--json"), Arrays.stream(options)).toArray(String[]::new))
        .json();
  }

  private static JsonNode row(JsonNode rows, String name, String value) {
    return Iterables.getOnlyElement(
        Iterables.filter(rows, row -> row.path(name).asText().equals(value)));
  }

  @Test
  public void anEmptyWarehouseIsHealthy() throws IOException {
    CommandRun run = health(empty, "--json");
    assertThat(run.err(), run.exit(), is(0));
    assertThat(run.err(), is(""));
    JsonNode json = run.json();
    assertThat(json.path("status").asText(), is("healthy"));
    assertThat(json.path("service").asText(), is("tipoff"));
    assertThat(json.path("version").asText(), is(versionOfThePom()));
    assertThat(json.path("code").asText(), is(CodeVersion.ofThisCode()));
    JsonNode components = json.path("components");
    assertThat(components.at("/scrapers/status").asText(), is("healthy"));
    assertThat(components.at("/scrapers/available").asInt(), is(SOURCES));
    assertThat(components.at("/orchestration/enabled_workflows").asInt(), is(10));
    assertThat(components.at("/warehouse/reachable").asBoolean(), is(true));
    assertThat(components.at("/warehouse/drift").asInt(-1), is(0));
    for (JsonNode phase : components.at("/runs/phases")) {
      assertThat(phase.path("state").asText(), is("NEVER"));
    }
    assertThat(components.at("/runs/phases").size(), is(7));
    assertThat(components.at("/freshness/sources").size(), is(SOURCES));
    assertThat(components.at("/model/summary").asText(), startsWith("none"));
  }

  private static String versionOfThePom() throws IOException {
    Matcher version =
        Pattern.compile("<artifactId>tipoff</artifactId>\\s*<version>([^<]+)<")
            .matcher(Files.readString(root().resolve("pom.xml")));
    assertThat(version.find(), is(true));
    return version.group(1);
  }

  private static Path root() {
    return Path.of(System.getProperty("tipoff.root"));
  }

  @Test
  public void runsThatFailedOrDiedAndSourcesThatStayedAwayDegradeIt() throws IOException {
    CommandRun run = health(worrying, "--json", AS_OF);
    assertThat(run.err(), run.exit(), is(0));
    assertThat(run.out(), not(containsString("canary")));
    JsonNode json = run.json();
    assertThat(json.path("status").asText(), is("degraded"));
    assertThat(json.path("checked_at").asText(), is(NOW.toString()));
    JsonNode runs = json.at("/components/runs");
    assertThat(runs.path("status").asText(), is("degraded"));
    assertThat(runs.path("summary").asText(), is("precompute LOST, grade FAILED"));
    JsonNode grade = row(runs.path("phases"), "phase", "grade");
    assertThat(grade.path("state").asText(), is("FAILED"));
    assertThat(grade.path("age_seconds").asInt(), is(7_200));
    assertThat(grade.path("slate").asText(), is(DAY.toString()));
    assertThat(
        row(runs.path("phases"), "phase", "publish").path("state").asText(), is("COMPLETED"));
    JsonNode freshness = json.at("/components/freshness");
    assertThat(freshness.path("status").asText(), is("degraded"));
    assertThat(
        freshness.path("summary").asText(),
        is("sources: " + (SOURCES - 3) + " never, 1 failing, 1 stale, 1 fresh"));
    JsonNode stale = row(freshness.path("sources"), "source", "oddsa_events");
    assertThat(stale.path("status").asText(), is("stale"));
    assertThat(stale.path("cadence_seconds").asInt(), is(7_200));
    assertThat(stale.path("age_seconds").asInt(), is(10_800));
    assertThat(stale.path("last_success").asText(), is(hoursAgo(3).toString()));
    assertThat(
        row(freshness.path("sources"), "source", "bdl_games").path("status").asText(),
        is("failing"));
  }

  @Test
  public void theTerminalShowsATable() {
    CommandRun run = health(worrying, AS_OF);
    assertThat(run.err(), run.exit(), is(0));
    assertThat(
        run.out(),
        allOf(
            containsString(" is degraded at " + NOW),
            containsString("\ncomponent      status    summary\n"),
            containsString("\nscrapers       healthy   " + SOURCES + " sources\n"),
            containsString("\nruns           degraded  precompute LOST, grade FAILED\n"),
            containsString("\nphase       state      run  "),
            containsString("\nscrape      NEVER      -  ")));
  }

  @Test
  public void aWarehouseThatIsNotThereIsUnhealthyAndNotMade() throws IOException {
    Path file = TEMP.newFolder().toPath().resolve("new.duckdb");
    CommandRun run = health(file, "--json");
    assertThat(run.exit(), is(1));
    assertThat(run.err(), containsString("unhealthy: warehouse, runs, freshness"));
    assertThat(run.json().path("status").asText(), is("unhealthy"));
    JsonNode warehouse = run.json().at("/components/warehouse");
    assertThat(warehouse.path("summary").asText(), is("there is no file " + file));
    assertThat(warehouse.path("reachable").asBoolean(true), is(false));
    assertThat(Files.exists(file), is(false));
  }

  @Test
  public void aWarehouseThatAnotherProcessHoldsIsBusy() throws Exception {
    TestWarehouse held = empty.copyTo(TEMP.newFolder().toPath());
    try (ChildJvm holder =
        ChildJvm.start(TEMP.newFolder().toPath(), HoldWarehouse.class, held.file().toString())) {
      await(holder, Pattern.compile("held"));
      CommandRun run = health(held, "--json", "--lockWait=0s");
      assertThat(run.out() + run.err(), run.exit(), is(1));
      JsonNode warehouse = run.json().at("/components/warehouse");
      assertThat(warehouse.path("status").asText(), is("unhealthy"));
      assertThat(warehouse.path("busy").asBoolean(), is(true));
      assertThat(
          warehouse.path("summary").asText(), containsString("PID " + holder.process().pid()));
      assertThat(run.json().at("/components/scrapers/status").asText(), is("healthy"));
    }
  }

  private static Matcher await(ChildJvm child, Pattern text) throws Exception {
    for (int i = 0; i < 600 && !text.matcher(child.output()).find(); i++) {
      assertThat(child.output(), child.process().waitFor(100, TimeUnit.MILLISECONDS), is(false));
    }
    Matcher found = text.matcher(child.output());
    assertThat(child.output(), found.find(), is(true));
    return found;
  }

  private static Path models(String features) throws IOException {
    return StoredModels.in(TEMP.newFolder().toPath(), features);
  }

  @Test
  public void aModelIsSaidWithWhatItLearnedAndIsUnhealthyOnceDamaged() throws IOException {
    Path folder = models(ModelFeatures.blind().names());
    Path set = folder.resolve("2025-10-31-report-0a0b0c0d");
    CommandRun whole = health(empty, "--json", AS_OF, "--modelDir=" + folder);
    assertThat(whole.err(), whole.exit(), is(0));
    JsonNode model = whole.json().at("/components/model");
    assertThat(model.path("status").asText(), is("healthy"));
    assertThat(model.path("folder").asText(), is(folder.toString()));
    assertThat(model.path("through").asText(), is("2025-10-31"));
    assertThat(
        model.path("checksum").asText(),
        is(StoredModels.sha256(Files.readString(set.resolve("card.json")))));
    Instant end = GameDay.parse("2025-10-31").lastInstant();
    assertThat(model.path("age_seconds").asLong(), is((NOW.getMillis() - end.getMillis()) / 1_000));
    Files.writeString(set.resolve("points.ubj"), "other trees");
    CommandRun damaged = health(empty, "--json", "--modelDir=" + folder);
    assertThat(damaged.exit(), is(1));
    assertThat(damaged.json().at("/components/model/summary").asText(), containsString("SHA-256"));
  }

  @Test
  public void aModelOfOtherFeaturesOrNoneIsUnhealthy() throws IOException {
    for (Path folder : List.of(models("height,weight"), TEMP.newFolder().toPath())) {
      CommandRun run = health(empty, "--json", "--modelDir=" + folder);
      assertThat(run.exit(), is(1));
      assertThat(run.err(), containsString("unhealthy: model"));
      assertThat(run.json().at("/components/model/folder").asText(), is(folder.toString()));
    }
  }

  @Test
  public void theConfigurationIsOfTheOptionsThatRowsHangOn() throws IOException {
    String usual = document(empty).path("config_hash").asText();
    assertThat(usual.matches("[0-9a-f]{16}"), is(true));
    assertThat(document(worrying, AS_OF, "--lockWait=3s").path("config_hash").asText(), is(usual));
    assertThat(document(empty, "--devig=SHIN").path("config_hash").asText(), is(not(usual)));
  }

  /** Fields are documented, and the documented ones are there, or absent where it says so. */
  @Test
  public void theDocumentIsAsDocumented() throws IOException {
    Matcher rows =
        Pattern.compile("\\| `([a-z_.\\[\\]]+)` \\| (.*)\\|")
            .matcher(Files.readString(root().resolve("docs/health.md")));
    Set<String> documented = new TreeSet<>();
    Set<String> always = new TreeSet<>();
    while (rows.find()) {
      if (rows.group(1).matches("healthy|degraded|unhealthy")) {
        continue;
      }
      documented.add(rows.group(1));
      if (!rows.group(2).contains("absent")) {
        always.add(rows.group(1));
      }
    }
    documented.remove("revision");
    TestWarehouse drifted = empty.copyTo(TEMP.newFolder().toPath());
    drifted.execute("ALTER TABLE nba_raw.schedule ADD COLUMN mood VARCHAR");
    Set<String> found = new TreeSet<>();
    for (JsonNode document :
        List.of(
            document(
                worrying,
                AS_OF,
                "--modelDir=" + models(ModelFeatures.blind().names()),
                "--alertChannels=log,slack"),
            document(empty))) {
      Set<String> fields = fields(document);
      assertThat(fields, hasItems(always.toArray(new String[0])));
      found.addAll(fields);
    }
    found.addAll(fields(document(drifted)));
    found.remove("revision");
    assertThat(found, containsInAnyOrder(documented.toArray()));
  }

  /** The paths of all values; elements of lists are {@code name[]}. */
  private static Set<String> fields(JsonNode json) {
    Set<String> fields = new TreeSet<>();
    addFields(json, "", fields);
    return fields;
  }

  private static void addFields(JsonNode json, String path, Set<String> fields) {
    if (json.isObject()) {
      json.properties()
          .forEach(
              field ->
                  addFields(
                      field.getValue(),
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      fields));
    } else if (json.isArray()) {
      json.forEach(element -> addFields(element, path + "[]", fields));
    } else {
      fields.add(path);
    }
  }

  @Test
  public void aWrongPortOrAddressIsWrongUsage() {
    for (String option : List.of("--serve=65536", "--serve=-1", "--serve=web")) {
      assertThat(option, health(empty, option).exit(), is(2));
    }
    CommandRun named = health(empty, "--serve=0", "--bind=localhost");
    assertThat(named.exit(), is(2));
    assertThat(named.err(), containsString("--bind=localhost is no address such as 127.0.0.1"));
  }

  /** While it serves, others may have the warehouse; told to stop, it ends as one that is done. */
  @Test
  public void itServesUntilItIsToldToStop() throws Exception {
    TestWarehouse served = empty.copyTo(TEMP.newFolder().toPath());
    try (ChildJvm child =
        ChildJvm.start(
            TEMP.newFolder().toPath(),
            Tipoff.class,
            "health",
            "--serve=0",
            "--warehouse=duckdb:" + served.file())) {
      String address = await(child, Pattern.compile("http://127\\.0\\.0\\.1:\\d+")).group();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + "/health"))
              .timeout(Duration.ofSeconds(60))
              .build();
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      assertThat(answer.body(), answer.statusCode(), is(200));
      assertThat(new ObjectMapper().readTree(answer.body()).path("status").asText(), is("healthy"));
      assertThat(served.number("SELECT COUNT(*) FROM nba_raw.schedule"), is(0L));
      child.process().destroy();
      assertThat(child.output(), child.exitCode(), is(0));
    }
  }
}
