package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.tipoff.pipelines.AlertServers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.AfterClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.Timeout;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/**
 * For everything outside and each way in which it can be out of order: a command ends, says so by
 * its exit code and to people, loses nothing, and comes to the same afterwards as if nothing had
 * been. The table of results is {@code target/fault-campaign.md}.
 */
@RunWith(Parameterized.class)
public class FaultCampaignTest {
  private static final Path TABLE = Path.of("target", "fault-campaign.md");

  @ClassRule public static final AlertServers SERVERS = new AlertServers();
  @ClassRule public static final PlayedNight NIGHT = new PlayedNight();

  private static final FaultTable RESULTS = new FaultTable();

  @Rule public final Timeout muchTooLong = Timeout.seconds(180);

  @Parameterized.Parameter(0)
  public FaultCase row;

  @Parameterized.Parameter(1)
  public int place;

  static List<FaultCase> cases() {
    return Stream.of(
            new SourceFaults(NIGHT, SERVERS).cases(),
            new AlertChannelFaults(NIGHT, SERVERS).cases(),
            new AlertClaimFaults(NIGHT, SERVERS).cases(),
            new SecretManagerFaults(NIGHT, SERVERS).cases(),
            BigQueryFaults.cases(),
            new WarehouseFileFaults(NIGHT, SERVERS).cases(),
            new ArchiveFaults(NIGHT).cases(),
            new ModelFolderFaults(NIGHT, SERVERS).cases(),
            new SiteFaults(NIGHT).cases())
        .flatMap(List::stream)
        .toList();
  }

  /** Those that a file can have too, unless {@code -Dtipoff.faults=all} asks for the rest. */
  @Parameterized.Parameters(name = "{0}")
  public static List<Object[]> rows() {
    List<FaultCase> cases = cases();
    boolean isAll = System.getProperty("tipoff.faults", "").equals("all");
    return IntStream.range(0, cases.size())
        .filter(place -> isAll || cases.get(place).fault().isOfFilesToo())
        .mapToObj(place -> new Object[] {cases.get(place), place})
        .toList();
  }

  @AfterClass
  public static void write() throws IOException {
    RESULTS.write(TABLE);
  }

  @Test
  public void itEndsLosesNothingAndHeals() throws Exception {
    FaultCase.Result result = row.play().play();
    RESULTS.add(place, row, result);
    assertThat(result.said(), result.exit(), is(exit()));
  }

  /** What the command is to exit with while the fault lasts. */
  private int exit() {
    return switch (row.use()) {
      case "SlackChannel", "SentryChannel", "MailChannel", "StorageAlertBudget" -> 0;
      case "archive", SiteFaults.FOLDER -> row.fault() == OutsideFault.GARBAGE ? 0 : 1;
      case "warehouse file" -> row.fault() == OutsideFault.HANG ? 4 : 1;
      default -> 1;
    };
  }
}
