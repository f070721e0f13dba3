package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tipoff.pipelines.ChildJvm;
import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.options.AlertTestOptions;
import dev.tipoff.pipelines.options.AnalyticsOptions;
import dev.tipoff.pipelines.options.AsOfOptions;
import dev.tipoff.pipelines.options.BackfillOptions;
import dev.tipoff.pipelines.options.BacktestOptions;
import dev.tipoff.pipelines.options.DemoOptions;
import dev.tipoff.pipelines.options.DigestOptions;
import dev.tipoff.pipelines.options.HealthOptions;
import dev.tipoff.pipelines.options.ImportOptions;
import dev.tipoff.pipelines.options.LoadRawOptions;
import dev.tipoff.pipelines.options.PredictCommandOptions;
import dev.tipoff.pipelines.options.PredictLiveOptions;
import dev.tipoff.pipelines.options.PublishOptions;
import dev.tipoff.pipelines.options.ReplayOptions;
import dev.tipoff.pipelines.options.ReportOptions;
import dev.tipoff.pipelines.options.RunOptions;
import dev.tipoff.pipelines.options.SchemaOptions;
import dev.tipoff.pipelines.options.ScrapeOptions;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.pipelines.options.SourcesOptions;
import dev.tipoff.pipelines.options.TemplatesOptions;
import dev.tipoff.pipelines.options.TrainOptions;
import dev.tipoff.pipelines.options.WatchOptions;
import dev.tipoff.pipelines.options.WorkflowOptions;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.options.Description;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What the command says and how it ends, for right and for wrong command lines. */
public class CommandTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final LocalDate OPENING = LocalDate.of(2025, 10, 21);

  private static Path folder;
  private static String warehouse;

  /** Two days of history: too little for any forecast of the third, whose odds are there. */
  @BeforeClass
  public static void importTwoDays() throws IOException {
    folder = TEMP.getRoot().toPath().toRealPath();
    warehouse = "--warehouse=duckdb:" + folder.resolve("tipoff.duckdb");
    LeagueSimulator league = LeagueSimulator.of(5);
    league.writeHistory(folder.resolve("history"), OPENING, OPENING.plusDays(1));
    league.writeUpcoming(folder.resolve("tonight"), OPENING.plusDays(2));
    league.writeOdds(folder.resolve("archive"), OPENING.plusDays(2));
    CommandRun imported =
        CommandRun.of(
            "import",
            warehouse,
            file("playerGames", "history", "player_games"),
            file("dnp", "history", "player_dnp"),
            file("schedule", "history", "schedule"),
            file("gameLines", "history", "game_lines"));
    assertThat(imported.text(), imported.exit(), is(0));
    CommandRun tonight =
        CommandRun.of(
            "import",
            warehouse,
            file("schedule", "tonight", "schedule"),
            file("gameLines", "tonight", "game_lines"));
    assertThat(tonight.text(), tonight.exit(), is(0));
  }

  private static String file(String option, String from, String name) {
    return "--" + option + "=" + folder.resolve(from).resolve(name + ".csv.gz");
  }

  /** Wrong usage says what is wrong on standard error and how to go on, and does nothing. */
  private static void assertWrongUsage(CommandRun run, String message) {
    assertThat(run.text(), run.exit(), is(2));
    assertThat(run.err(), containsString(message));
    assertThat(run.err(), containsString("try: tipoff "));
    assertThat(run.err(), not(containsString("Exception")));
    assertThat(run.out(), is(""));
  }

  private static void assertNotReady(CommandRun run, String message) {
    assertThat(run.text(), run.exit(), is(3));
    assertThat(run.err(), containsString("not ready: "));
    assertThat(run.err(), containsString(message));
  }

  private static String writeFile(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  public void helpOfEveryCommandListsAllItsOptions() {
    Map<String, Class<?>> options = new TreeMap<>();
    options.put("demo", DemoOptions.class);
    options.put("import", ImportOptions.class);
    options.put("scrape", ScrapeOptions.class);
    options.put("load-raw", LoadRawOptions.class);
    options.put("workflow", WorkflowOptions.class);
    options.put("sources", AsOfOptions.class);
    options.put("analytics", AnalyticsOptions.class);
    options.put("precompute", SlateOptions.class);
    options.put("predict", PredictCommandOptions.class);
    options.put("predict-live", PredictLiveOptions.class);
    options.put("grade", SlateOptions.class);
    options.put("publish", PublishOptions.class);
    options.put("backtest", BacktestOptions.class);
    options.put("digest", DigestOptions.class);
    options.put("train", TrainOptions.class);
    options.put("run", RunOptions.class);
    options.put("watch", WatchOptions.class);
    options.put("replay", ReplayOptions.class);
    options.put("alert", AlertTestOptions.class);
    options.put("backfill", BackfillOptions.class);
    options.put("verify", SlateOptions.class);
    options.put("report", ReportOptions.class);
    options.put("secrets", SourcesOptions.class);
    options.put("templates", TemplatesOptions.class);
    options.put("schema", SchemaOptions.class);
    options.put("health", HealthOptions.class);
    List<String> commands = new ArrayList<>();
    for (Command command : Command.values()) {
      commands.add(command.id());
      CommandRun run = CommandRun.of(command.id(), "--help");
      assertThat(run.exit(), is(0));
      assertThat(run.err(), is(""));
      assertThat(run.out(), containsString("example: tipoff " + command.id()));
      assertThat(run.out(), containsString("Exit codes: "));
      for (Method getter : options.get(command.id()).getMethods()) {
        Description description = getter.getAnnotation(Description.class);
        if (getter.getName().startsWith("get")
            && !getter.isAnnotationPresent(JsonIgnore.class)
            && getter.getDeclaringClass().getName().startsWith("dev.tipoff.")) {
          String name = getter.getName().substring(3);
          String option = "--" + Character.toLowerCase(name.charAt(0)) + name.substring(1) + "=";
          assertThat(command + option, run.out(), containsString("  " + option));
          assertThat(command + option, run.out(), containsString(description.value()));
        }
      }
    }
    commands.sort(null);
    assertThat(commands, is(List.copyOf(options.keySet())));
  }

  @Test
  public void anUnknownOptionIsAnsweredWithTheNearestOne() {
    assertWrongUsage(
        CommandRun.of("analytics", warehouse, "--dat=2025-10-23"),
        "there is no option --dat; did you mean --date?");
    assertWrongUsage(
        CommandRun.of("import", warehouse, "--playergames=x.csv"), "did you mean --playerGames?");
  }

  @Test
  public void anArgumentThatIsNoOptionIsWrongUsage() {
    assertWrongUsage(
        CommandRun.of("analytics", warehouse, "2025-10-23"), "'2025-10-23' is no option");
  }

  @Test
  public void aWrongDateIsWrongUsage() {
    assertWrongUsage(
        CommandRun.of("analytics", warehouse, "--date=23.10.2025"),
        "'23.10.2025' is not a date like");
    assertWrongUsage(
        CommandRun.of("analytics", warehouse, "--date=2025-02-30"),
        "'2025-02-30' is not a date like");
    assertWrongUsage(CommandRun.of("analytics", warehouse, "--date="), "is not a date like");
  }

  @Test
  public void slatesMustBeOneDateOrARange() {
    String message = "say which slates: --date=";
    assertWrongUsage(CommandRun.of("grade", warehouse), message);
    assertWrongUsage(CommandRun.of("grade", warehouse, "--from=2025-10-23"), message);
    assertWrongUsage(CommandRun.of("grade", warehouse, "--to=2025-10-23"), message);
    assertWrongUsage(
        CommandRun.of(
            "grade", warehouse, "--date=2025-10-23", "--from=2025-10-22", "--to=2025-10-23"),
        message);
    assertWrongUsage(
        CommandRun.of("grade", warehouse, "--from=2025-10-24", "--to=2025-10-23"),
        "the range ends on 2025-10-23, before it begins on 2025-10-24");
  }

  @Test
  public void anOptionOfTheWrongTypeIsWrongUsage() {
    assertWrongUsage(
        CommandRun.of(
            "predict",
            warehouse,
            "--date=2025-10-23",
            "--asOf=2025-10-23T22:00:00Z",
            "--minExpectedValue=a lot"),
        "'--minExpectedValue=a lot' cannot be read: ");
    assertWrongUsage(
        CommandRun.of("analytics", warehouse, "--date=2025-10-23", "--runner=FastRunner"),
        "'--runner=FastRunner' cannot be read: ");
    assertWrongUsage(
        CommandRun.of("demo", "--folder=" + folder.resolve("demo"), "--seed=abc"),
        "'--seed=abc' cannot be read: ");
  }

  @Test
  public void anOptionWithTheValueOfASecretIsWrongUsageAndNotRepeated() {
    String random = "0d9f8e7c6b5a4c3d2e1f0a9b8c7d6e5f";
    for (String arg :
        List.of(
            "--oddsApiKey=" + random,
            "--oddsApiKey=secret:f" + random,
            "--sources=" + random,
            "--providersAt=https://me:" + random + "@127.0.0.1",
            "--runner=AI" + "za" + random + "abc",
            "--noSuchOption=" + random,
            "--driveFolder=token=" + random,
            random)) {
      CommandRun run = CommandRun.of("scrape", warehouse, "--date=2025-10-23", arg);
      assertWrongUsage(run, "has what looks like the value of a secret; give a reference such as");
      assertThat(run.text(), not(containsString(random)));
    }
    assertWrongUsage(
        CommandRun.of("scrape", warehouse, "--date=2025-10-23", "--oddsApiKey=hunter2"),
        "a secret is given by reference");
    CommandRun folderOfDrive =
        CommandRun.of("schema", warehouse, "--driveFolder=1Zx8Qm3LtR7vKp2NwYc5JhB9dFs4GaTe6");
    assertWrongUsage(folderOfDrive, "there is no option --driveFolder");
  }

  @Test
  public void whatAFailureRepeatsOfASecretIsNotTold() throws IOException {
    String header = "password=" + "hunter2hunter2";
    CommandRun run =
        CommandRun.of(
            "import", warehouse, "--schedule=" + writeFile("told.csv", header + "," + header));
    assertThat(run.text(), containsString("password=***"));
    assertThat(run.text(), not(containsString("hunter2")));
  }

  @Test
  public void aProfileThatLacksWhatItNeedsIsWrongUsage() {
    assertWrongUsage(
        CommandRun.of("analytics", warehouse, "--date=2025-10-23", "--profile=staging"),
        "--profile=staging is none of [local, production]");
    assertWrongUsage(
        CommandRun.of("analytics", warehouse, "--date=2025-10-23", "--profile=production"),
        "say whose with --secretsProject=PROJECT");
  }

  @Test
  public void anOptionGivenTwiceIsWrongUsage() {
    assertWrongUsage(
        CommandRun.of("analytics", warehouse, "--date=2025-10-22", "--date=2025-10-23"),
        "--date is given twice");
  }

  @Test
  public void anUnknownWayToDevigIsWrongUsage() {
    assertWrongUsage(
        CommandRun.of("predict", warehouse, "--date=2025-10-23", "--devig=MAGIC"),
        "--devig=MAGIC is none of [POWER, MULTIPLICATIVE, ADDITIVE, SHIN]");
  }

  @Test
  public void anUnknownFormatIsWrongUsage() {
    for (String command : List.of("predict", "backtest")) {
      for (String text : List.of("xml", "JSON", "")) {
        assertWrongUsage(
            CommandRun.of(command, warehouse, "--date=2025-10-23", "--format=" + text),
            "--format=" + text + " is none of [table, csv, json]");
      }
      assertWrongUsage(
          CommandRun.of(command, warehouse, "--date=2025-10-23", "--fromat=csv"),
          "there is no option --fromat; did you mean --format?");
    }
  }

  @Test
  public void aLeadThatIsNoTimeBeforeTheTipIsWrongUsage() {
    for (String text : List.of("6h", "-PT1H", "")) {
      assertWrongUsage(
          CommandRun.of("backtest", warehouse, "--date=2025-10-23", "--lead=" + text),
          "--lead=" + text + " is no time before the tip, such as PT6H");
    }
  }

  @Test
  public void aStakeThatIsNoShareIsWrongUsage() {
    assertWrongUsage(
        CommandRun.of("predict", warehouse, "--date=2025-10-23", "--maxStakePerGame=5"),
        "the stake of a game lies between 0 and 1, not at 5.0");
  }

  @Test
  public void anUnknownAvailabilityIsWrongUsage() {
    for (String text : List.of("perfect", "REPORT", "")) {
      assertWrongUsage(
          CommandRun.of("backtest", warehouse, "--date=2025-10-23", "--availability=" + text),
          "--availability=" + text + " is none of [unknown, report, hindsight]");
    }
  }

  @Test
  public void anImportWithoutFilesIsWrongUsage() {
    assertWrongUsage(
        CommandRun.of("import", warehouse), "nothing to import: name at least one file");
  }

  @Test
  public void aFileThatCannotBeImportedIsWrongUsage() throws IOException {
    assertWrongUsage(
        CommandRun.of("import", warehouse, "--schedule=" + folder.resolve("absent.csv")),
        "absent.csv does not exist");
    assertWrongUsage(
        CommandRun.of("import", warehouse, "--schedule=" + folder),
        "is a directory; name a CSV file in it");
    assertWrongUsage(
        CommandRun.of("import", warehouse, "--schedule=" + writeFile("empty.csv", "")),
        "empty.csv is empty; its first line should name the columns [season,");
    assertWrongUsage(
        CommandRun.of(
            "import", warehouse, "--schedule=" + writeFile("wrong.csv", "date,home\n2025-01-01,X")),
        "is no file for nba_raw.schedule: it lacks the columns [season,");
  }

  @Test
  public void aTextThatIsNoTimeIsWrongUsage() {
    for (String text : List.of("yesterday", "2025-10-23", "2025-10-23T22:00:00", "")) {
      for (String phase : List.of("analytics", "predict")) {
        assertWrongUsage(
            CommandRun.of(phase, warehouse, "--date=2025-10-23", "--asOf=" + text),
            "--asOf=" + text + " is no time with its zone");
      }
    }
  }

  @Test
  public void aWarehouseOfNoKnownKindIsWrongUsage() {
    for (String name : List.of("foo:bar", "duckdb:", "tipoff.duckdb", "")) {
      assertWrongUsage(
          CommandRun.of("analytics", "--date=2025-10-23", "--warehouse=" + name),
          "--warehouse=" + name + " names no warehouse; use --warehouse=duckdb:FILE or");
    }
  }

  @Test
  public void aDirectoryIsNoWarehouse() {
    assertWrongUsage(
        CommandRun.of("analytics", "--date=2025-10-23", "--warehouse=duckdb:" + folder),
        "is a directory");
  }

  @Test
  public void aFileOfAnotherKindIsNoWarehouse() throws IOException {
    String file =
        writeFile("notes.txt", "not a database, but long enough to look at\n".repeat(500));
    CommandRun run = CommandRun.of("analytics", "--date=2025-10-23", "--warehouse=duckdb:" + file);
    assertThat("it may have been one", run.exit(), is(1));
    assertThat(run.err(), containsString("cannot open the warehouse " + file));
  }

  @Test
  public void aWaitThatIsNoNumberOfSecondsIsWrongUsage() {
    assertWrongUsage(
        CommandRun.of("analytics", warehouse, "--date=2025-10-23", "--lockWait=long"),
        "--lockWait=long is no number of seconds");
  }

  @Test
  public void aTableThatDoesNotExistIsWrongUsage() {
    assertWrongUsage(
        CommandRun.of("digest", warehouse, "--table=nba_raw.games"),
        "there is no table nba_raw.games");
  }

  @Test
  public void anArchiveThatIsNotThereIsWrongUsage() {
    assertWrongUsage(
        CommandRun.of(
            "load-raw", warehouse, "--date=2025-10-23", "--archive=" + folder.resolve("nowhere")),
        "is not a folder");
  }

  @Test
  public void aDayWithoutGamesIsNotReady() {
    assertNoGames("2025-08-01");
  }

  @Test
  public void aDayInTheFutureIsNotReady() {
    assertNoGames("2031-01-10");
  }

  private static void assertNoGames(String day) {
    String date = "--date=" + day;
    assertNotReady(
        CommandRun.of("load-raw", warehouse, date, "--archive=" + folder.resolve("archive")),
        "no bodies for " + day);
    assertNotReady(
        CommandRun.of("analytics", warehouse, date), "no games are scheduled for " + day);
    assertNotReady(
        CommandRun.of("precompute", warehouse, date), "nobody is expected to play on " + day);
    assertNotReady(
        CommandRun.of("predict", warehouse, date, "--asOf=" + day + "T20:00:00Z"),
        "no lines are known for " + day);
    assertNotReady(CommandRun.of("grade", warehouse, date), "nothing was published for " + day);
    assertNotReady(
        CommandRun.of("publish", warehouse, date, "--site=" + folder.resolve("site")),
        "nothing is predicted for " + day + " nor graded in its season");
    assertNotReady(
        CommandRun.of("backtest", warehouse, date),
        "no rows of nba_raw.schedule of " + day + " are known");
  }

  /** Everybody has one or two games: nobody can be predicted, everybody is told why. */
  @Test
  public void playersWithoutHistoryAreCountedAndKept() throws IOException {
    TestWarehouse copy = copyOfWarehouse();
    String own = "--warehouse=duckdb:" + copy.file();
    String date = "--date=2025-10-23";
    assertThat(
        CommandRun.of("load-raw", own, date, "--archive=" + folder.resolve("archive")).exit(),
        is(0));
    assertThat(CommandRun.of("analytics", own, date).exit(), is(0));
    assertThat(CommandRun.of("precompute", own, date).exit(), is(0));
    CommandRun run = CommandRun.of("predict", own, date, "--asOf=2025-10-23T22:00:00Z");
    assertThat(run.text(), run.exit(), is(0));
    assertThat(run.out(), containsString(": 0 predictions, 5 data reads"));
    assertThat(run.out(), containsString("  no-history\n"));
    assertThat(run.out(), containsString("each is a row of nba_orchestration.failures"));
    long lined =
        copy.number(
            "SELECT COUNT(*) FROM (SELECT DISTINCT game_id, player, market"
                + " FROM nba_analytics.player_prop_lines"
                + " WHERE snapshot_time <= TIMESTAMP '2025-10-23 22:00:00')");
    assertThat(copy.failures("Predict"), is(Map.of("NO_HISTORY", lined)));
  }

  private static TestWarehouse copyOfWarehouse() throws IOException {
    return TestWarehouse.in(folder).copyTo(TEMP.newFolder().toPath());
  }

  @Test
  public void aWarehouseThatAnotherProcessHoldsIsBusy() throws Exception {
    TestWarehouse copy = copyOfWarehouse();
    try (ChildJvm holder =
        ChildJvm.start(TEMP.newFolder().toPath(), HoldWarehouse.class, copy.file().toString())) {
      awaitHeld(holder);
      CommandRun run =
          CommandRun.of("digest", "--warehouse=duckdb:" + copy.file(), "--lockWait=0s");
      assertThat(run.text(), run.exit(), is(4));
      assertThat(
          run.err(),
          allOf(
              containsString("is in use by "),
              containsString("PID " + holder.process().pid()),
              containsString("waited 0 s")));
      holder.process().getOutputStream().close();
      assertThat(holder.output(), holder.exitCode(), is(0));
      CommandRun after =
          CommandRun.of("digest", "--warehouse=duckdb:" + copy.file(), "--lockWait=60s");
      assertThat(after.text(), after.exit(), is(0));
    }
  }

  private static void awaitHeld(ChildJvm holder) throws Exception {
    for (int i = 0; i < 600 && !holder.output().contains("held"); i++) {
      assertThat(holder.output(), holder.process().waitFor(100, TimeUnit.MILLISECONDS), is(false));
    }
    assertThat(holder.output(), containsString("held"));
  }

  @Test
  public void digestNamesEveryTableAndItsRows() {
    CommandRun run = CommandRun.of("digest", warehouse, "--from=2025-10-21", "--to=2025-10-22");
    assertThat(run.text(), run.exit(), is(0));
    assertThat(run.out(), containsString("nba_raw.player_games"));
    assertThat(run.out(), not(containsString("nba_orchestration.failures")));
    CommandRun one =
        CommandRun.of("digest", warehouse, "--table=nba_raw.schedule", "--date=2025-10-21");
    assertThat(one.out(), one.out().trim().split("\n").length, is(1));
    assertThat(one.out(), anyOf(containsString(" 2  "), containsString(" 1  ")));
  }

  @Test
  public void aTableThatIsNotSplitHasNoDigestOfADay() {
    assertWrongUsage(
        CommandRun.of(
            "digest", warehouse, "--table=nba_orchestration.failures", "--date=2025-10-21"),
        "nba_orchestration.failures is not split by slates");
  }

  @Test
  public void schemaPrintsStatementsAndTouchesNoFile() throws IOException {
    Path file = TEMP.newFolder().toPath().resolve("new.duckdb");
    CommandRun run = CommandRun.of("schema", "--warehouse=duckdb:" + file);
    assertThat(run.text(), run.exit(), is(0));
    assertThat(
        run.out(),
        allOf(
            startsWith("CREATE SCHEMA IF NOT EXISTS nba_raw;"),
            containsString(
                "CREATE TABLE IF NOT EXISTS nba_raw.schedule (\n  away VARCHAR NOT NULL"),
            containsString("COMMENT ON COLUMN nba_raw.player_games.points IS 'Points scored';")));
    assertThat(Files.exists(file), is(false));
  }

  @Test
  public void schemaAppliesWhatIsMissingAndChecksIt() throws IOException {
    Path file = TEMP.newFolder().toPath().resolve("new.duckdb");
    String own = "--warehouse=duckdb:" + file;
    CommandRun before = CommandRun.of("schema", own, "--check");
    assertThat(before.text(), before.exit(), is(1));
    assertThat(before.out(), is("there is no file " + file + "\n"));
    assertThat(Files.exists(file), is(false));
    assertThat(CommandRun.of("schema", own, "--apply").exit(), is(0));
    assertThat(CommandRun.of("schema", own, "--apply").exit(), is(0));
    CommandRun after = CommandRun.of("schema", own, "--check");
    assertThat(after.text(), after.exit(), is(0));
    assertThat(after.out(), startsWith("duckdb:" + file + " is as declared: "));
    assertThat(after.out().lines().count(), is(1L));
  }

  @Test
  public void schemaNamesEveryDriftAndFails() throws Exception {
    TestWarehouse copy = copyOfWarehouse();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + copy.file());
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE nba_raw.schedule DROP COLUMN season");
      statement.execute("ALTER TABLE nba_raw.schedule ADD COLUMN mood VARCHAR");
    }
    CommandRun run = CommandRun.of("schema", "--warehouse=duckdb:" + copy.file(), "--check");
    assertThat(run.text(), run.exit(), is(1));
    assertThat(
        run.out(),
        is(
            "nba_raw.schedule.season is missing, VARCHAR NOT NULL\n"
                + "nba_raw.schedule.mood is surplus, VARCHAR\n"));
    assertThat(run.err(), containsString("is not as declared: 2 differences"));
    CommandRun applied = CommandRun.of("schema", "--warehouse=duckdb:" + copy.file(), "--apply");
    assertThat(applied.text(), applied.exit(), is(1));
    assertThat(applied.err(), containsString("nba_raw.schedule.season is missing"));
  }

  @Test
  public void schemaAppliesOrChecks() {
    assertWrongUsage(
        CommandRun.of("schema", warehouse, "--apply", "--check"),
        "choose one of --apply and --check");
  }

  @Test
  public void aDemoLeavesFoldersOfOthersAlone() throws IOException {
    Path mine = TEMP.newFolder().toPath();
    Path letter = Files.writeString(mine.resolve("letter.txt"), "dear");
    assertWrongUsage(
        CommandRun.of("demo", "--folder=" + mine),
        "exists and is no demo's folder; name another one");
    assertThat(Files.readString(letter), is("dear"));
  }
}
