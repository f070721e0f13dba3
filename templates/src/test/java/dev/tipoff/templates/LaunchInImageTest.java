package dev.tipoff.templates;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dev.tipoff.pipelines.command.Command;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.pipelines.simulator.ProviderServer;
import dev.tipoff.pipelines.template.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Every template launched as Google's launcher does, from the files of the image: the main class
 * and the class path of its environment, and the parameters of a launch as arguments. The runner is
 * the one of this machine.
 */
public class LaunchInImageTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final LocalDate OPENING = LocalDate.of(2025, 10, 21);
  private static final LocalDate DAY = OPENING.plusDays(13);
  private static final String AS_OF = "--asOf=" + DAY + "T22:30:00Z";
  private static final long LONGEST_SECONDS = 180;

  private static final Set<Template> LAUNCHED = EnumSet.noneOf(Template.class);

  private static Path folder;
  private static PackagedImage image;

  @BeforeClass
  public static void launchANight() throws Exception {
    folder = TEMP.getRoot().toPath().toRealPath();
    image = PackagedImage.unpackTo(folder.resolve("root"));
    LeagueSimulator league = LeagueSimulator.of(5);
    league.writeHistory(folder.resolve("history"), OPENING, DAY.minusDays(1));
    importHistory();
    try (ProviderServer providers = league.serveProviders(Instant.parse(DAY + "T22:30:00Z"))) {
      String[] asked = {
        "--archive=" + folder.resolve("archive"),
        "--providersAt=" + providers.address(),
        "--requestsPerSecond=50",
        "--oddsApiKey=",
        AS_OF
      };
      launch(Template.SCRAPE, and(asked, "--sources=nbac_scoreboard_v2,oddsa_game_lines"));
      launch(Template.WORKFLOW, and(asked, "--workflow=betting_lines", "--force=true"));
    }
    launch(Template.LOAD_RAW, "--archive=" + folder.resolve("archive"));
    launch(Template.ANALYTICS, AS_OF);
    launch(Template.PRECOMPUTE);
    launch(Template.TRAIN, "--modelDir=" + folder.resolve("models"), "--through=" + OPENING);
    launch(Template.PREDICT, AS_OF);
    launch(Template.PREDICT, AS_OF);
    league.writeMoves(folder.resolve("moves.jsonl.gz"), DAY);
    launch(Template.PREDICT_LIVE, "--replay=" + folder.resolve("moves.jsonl.gz"));
    launch(Template.GRADE);
    launch(Template.PUBLISH, "--site=" + folder.resolve("site"));
    launch(Template.WATCH, "--asOf=" + DAY + "T23:00:00Z");
    launch(
        Template.REPLAY,
        "--archive=" + folder.resolve("archive"),
        "--site=" + folder.resolve("site"),
        AS_OF);
  }

  private static void importHistory() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
    List<String> args = new ArrayList<>(List.of("import", warehouse()));
    for (String[] file :
        new String[][] {
          {"playerGames", "player_games"},
          {"dnp", "player_dnp"},
          {"schedule", "schedule"},
          {"gameLines", "game_lines"}
        }) {
      args.add("--" + file[0] + "=" + folder.resolve("history/" + file[1] + ".csv.gz"));
    }
    int exit = Command.run(args.toArray(String[]::new), stream, stream);
    assertThat(text.toString(StandardCharsets.UTF_8), exit, is(0));
  }

  private static String warehouse() {
    return "--warehouse=duckdb:" + folder.resolve("tipoff.duckdb");
  }

  private static String[] and(String[] parameters, String... more) {
    List<String> all = new ArrayList<>(List.of(parameters));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static void launch(Template template, String... parameters) throws Exception {
    LAUNCHED.add(template);
    List<String> args =
        new ArrayList<>(
            List.of("--template=" + template.id(), warehouse(), "--runner=DirectRunner"));
    if (template != Template.TRAIN && template != Template.REPLAY) {
      args.add("--date=" + DAY);
    }
    args.addAll(List.of(parameters));
    Launched launched = launch(args);
    assertThat(template + ": " + launched.text(), launched.exit(), is(0));
  }

  private record Launched(int exit, String text) {}

  private static Launched launch(List<String> args) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "launch", ".txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                folder.resolve("root") + image.environment("FLEX_TEMPLATE_JAVA_CLASSPATH"),
                image.environment("FLEX_TEMPLATE_JAVA_MAIN_CLASS")));
    command.addAll(args);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("still running: " + Files.readString(output));
      }
      return new Launched(process.exitValue(), Files.readString(output));
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> column(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("tipoff.duckdb"));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> column = new ArrayList<>();
      while (rows.next()) {
        column.add(rows.getString(1));
      }
      return column;
    }
  }

  @Test
  public void everyTemplateWasLaunched() {
    assertThat(LAUNCHED, is(EnumSet.allOf(Template.class)));
  }

  @Test
  public void everyRunIsInTheLedgerWithItsEnd() throws SQLException {
    assertThat(
        column(
            "SELECT pipeline || ' ' || event FROM nba_orchestration.pipeline_runs"
                + " WHERE event NOT IN ('STARTED', 'MEASURED') ORDER BY event_time"),
        is(
            List.of(
                "import COMPLETED",
                "scrape COMPLETED",
                "scrape COMPLETED",
                "load-raw COMPLETED",
                "analytics COMPLETED",
                "precompute COMPLETED",
                "train COMPLETED",
                "predict COMPLETED",
                "predict SKIPPED",
                "grade NOT_READY",
                "publish COMPLETED",
                "watch COMPLETED",
                // The replay: asked again for what the scrapes did not get.
                "scrape COMPLETED")));
  }

  @Test
  public void theEveningIsPredictedAnew() throws SQLException {
    assertThat(
        Long.parseLong(
            column(
                    "SELECT COUNT(DISTINCT as_of) FROM nba_predictions.player_prop_predictions"
                        + " WHERE as_of > TIMESTAMP '"
                        + DAY
                        + " 22:30:00'")
                .get(0)),
        is(greaterThan(0L)));
  }

  @Test
  public void theNightIsPredictedAndPublished() throws Exception {
    assertThat(
        Long.parseLong(
            column("SELECT COUNT(*) FROM nba_predictions.player_prop_predictions").get(0)),
        is(greaterThan(500L)));
    assertThat(
        Files.readString(folder.resolve("site/index.html")), containsString("<!DOCTYPE html>"));
    // Of the workflow's sources the made-up providers have but those of The Odds API.
    assertThat(
        column(
            "SELECT source FROM nba_orchestration.scraper_runs WHERE NOT complete ORDER BY source"),
        is(List.of("bp_events", "bp_player_props")));
    assertThat(
        column("SELECT workflow || ' ' || found FROM nba_orchestration.workflow_decisions"),
        is(List.of("betting_lines false")));
  }

  @Test
  public void aLaunchWithoutWhatItMustHaveEndsWithTwoAndALine() throws Exception {
    Launched launched = launch(List.of("--template=publish", warehouse(), "--runner=DirectRunner"));
    assertThat(launched.exit(), is(2));
    assertThat(launched.text(), startsWith("tipoff template: --site is missing."));
    assertThat(launched.text().lines().count(), is(1L));
  }
}
