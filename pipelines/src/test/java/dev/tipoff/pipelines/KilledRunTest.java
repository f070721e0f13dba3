package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dev.tipoff.io.warehouse.WarehouseAdmin.Digest;
import dev.tipoff.pipelines.command.Command;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.GameDay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * A run of all phases that is killed at any moment, and run again: the tables are those of a run
 * that nobody disturbed, and people are told of everything, of one thing at most once more than
 * they had to be, under the same id. {@code -Dtipoff.kills=20} kills as often.
 */
public class KilledRunTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();
  @ClassRule public static final AlertServers SERVERS = new AlertServers();

  private static final GameDay DAY = GameDay.parse("2025-11-05");
  private static final int KILLS = Integer.getInteger("tipoff.kills", 1);
  private static final long SHORTEST_MILLIS = 1_500;

  private static Path archive;
  private static TestWarehouse imported;
  private static Map<String, Digest> whole;
  private static List<String> alerts;
  private static long longestMillis;

  @BeforeClass
  public static void runUndisturbed() throws Exception {
    LeagueSimulator simulator = LeagueSimulator.of(3);
    Path folder = TEMP.newFolder().toPath();
    archive = folder.resolve("archive");
    simulator.writeHistory(folder.resolve("history"), DAY.plusDays(-12).date(), DAY.date());
    simulator.writeOdds(archive, DAY.date());
    try (Stream<Path> bodies = Files.walk(archive)) {
      Path body = bodies.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
      Files.writeString(body.resolveSibling("20251105_120000.json"), "no JSON at all");
      String text = Files.readString(body);
      Matcher name = Pattern.compile("\"description\":\"([^\"]+)\"").matcher(text);
      assertThat(text, name.find(), is(true));
      Files.writeString(body, text.replace(name.group(1), "Ike Nobodyknows"));
    }
    imported = TestWarehouse.in(folder.resolve("imported"));
    imported.importAll(folder.resolve("history"));
    SERVERS.reset();
    TestWarehouse undisturbed = imported.copyTo(TEMP.newFolder().toPath());
    long start = System.nanoTime();
    try (ChildJvm child = start(undisturbed)) {
      assertThat(child.output(), child.process().waitFor(5, TimeUnit.MINUTES), is(true));
      assertThat(child.output(), child.process().exitValue(), is(0));
    }
    longestMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    whole = undisturbed.digests(Tables.reproducible());
    alerts = sent(undisturbed);
    assertThat(alerts.size(), is(greaterThan(1)));
    assertThat(messages().keySet().size(), is(alerts.size()));
  }

  @Test
  public void nothingIsLostAndLittleIsSaidTwice() throws Exception {
    Random random = new Random(20);
    long longest = longestMillis;
    for (int kills = 0; kills < KILLS; ) {
      SERVERS.reset();
      TestWarehouse warehouse = imported.copyTo(TEMP.newFolder().toPath());
      long moment = random.nextLong(SHORTEST_MILLIS, longest);
      try (ChildJvm child = start(warehouse)) {
        if (child.process().waitFor(moment, TimeUnit.MILLISECONDS)) {
          // The machine has got faster since the first run, and this one was not killed.
          longest = moment;
          continue;
        }
        child.kill();
        kills++;
      }
      again(warehouse);
      String what = "killed after " + moment + " of " + longest + " ms";
      assertThat(what, warehouse.digests(Tables.reproducible()), is(whole));
      assertThat(what, sent(warehouse), is(alerts));
      Map<String, Long> messages = messages();
      assertThat(what, messages.keySet().stream().sorted().toList(), is(alerts));
      long repeats = messages.values().stream().mapToLong(times -> times - 1).sum();
      System.out.println(what + ": " + repeats + " repeats");
      assertThat(what, repeats, is(lessThanOrEqualTo(1L)));
    }
  }

  private static String[] command(TestWarehouse warehouse) {
    String[] options =
        SERVERS.commandLine(
            "run",
            "--date=" + DAY,
            "--asOf=" + DAY + "T22:00:00Z",
            "--archive=" + archive,
            "--site=" + archive.resolveSibling("site"),
            "--warehouse=duckdb:" + warehouse.file());
    return Arrays.stream(options)
        .map(each -> each.startsWith("--alertChannels") ? "--alertChannels=slack" : each)
        .toArray(String[]::new);
  }

  private static ChildJvm start(TestWarehouse warehouse) throws IOException {
    return ChildJvm.start(TEMP.newFolder().toPath(), Tipoff.class, command(warehouse));
  }

  private static void again(TestWarehouse warehouse) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
    int exit = Command.run(command(warehouse), stream, stream);
    assertThat(text.toString(StandardCharsets.UTF_8), exit, is(0));
  }

  /** The ids of the alerts that the outbox has as sent, in order. */
  private static List<String> sent(TestWarehouse warehouse) {
    return warehouse.column(
        "SELECT DISTINCT alert_id FROM nba_orchestration.alert_deliveries"
            + " WHERE state = 'SENT' ORDER BY alert_id");
  }

  /** How many messages Slack got with the id of each alert. */
  private static Map<String, Long> messages() {
    List<String> messages =
        Stream.of("default", "error").flatMap(level -> SERVERS.slack(level).stream()).toList();
    return alerts.stream()
        .filter(id -> messages.stream().anyMatch(text -> text.contains(id)))
        .collect(
            Collectors.toMap(
                id -> id, id -> messages.stream().filter(text -> text.contains(id)).count()));
  }
}
