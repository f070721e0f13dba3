package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import dev.tipoff.pipelines.AlertServers;
import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.command.FaultCase.Result;
import dev.tipoff.pipelines.command.FaultyPort.Protocol;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A source that is asked is out of order. */
final class SourceFaults {
  static final String SOURCE = "--sources=oddsa_events";

  private static final int ATTEMPTS = 4;

  private static final Map<OutsideFault, String> CODES =
      Map.of(
          OutsideFault.REFUSED, "CONNECTION_LOST",
          OutsideFault.HANG, "CALL_TIMEOUT",
          OutsideFault.TRICKLE, "CALL_TIMEOUT",
          OutsideFault.ERROR, "SOURCE_DOWN",
          OutsideFault.GARBAGE, "CONNECTION_LOST",
          OutsideFault.PAGE, "BAD_BODY");

  private final PlayedNight night;
  private final AlertServers servers;

  SourceFaults(PlayedNight night, AlertServers servers) {
    this.night = night;
    this.servers = servers;
  }

  List<FaultCase> cases() {
    return Arrays.stream(OutsideFault.values())
        .map(fault -> new FaultCase("ArchivedFirst", "scrape", fault, () -> result(fault)))
        .toList();
  }

  private Result result(OutsideFault fault) throws Exception {
    servers.reset();
    TestWarehouse warehouse = night.copy();
    Path archive = night.newFolder();
    Ended ended;
    try (FaultyPort port = FaultyPort.open(fault, Protocol.HTTP)) {
      ended = scrape(warehouse, archive, port.address()).with(1);
      assertThat(ended.reason(), containsString("1 of 1 source slates are incomplete"));
      assertThat(port.connections(), lessThanOrEqualTo(ATTEMPTS));
    }
    assertThat(
        warehouse.column("SELECT code FROM nba_orchestration.failures WHERE pipeline = 'scrape'"),
        hasItem(CODES.get(fault)));
    assertThat("somebody is told", servers.slack("default"), is(not(empty())));
    String message =
        warehouse
            .column(
                "SELECT message FROM nba_orchestration.failures WHERE code = '"
                    + CODES.get(fault)
                    + "'")
            .get(0);

    scrape(warehouse, archive, night.providers().address().toString()).with(0);
    assertThat(PlayedNight.digests(warehouse), is(night.scraped()));
    return new Result(
        message.replaceFirst("GET \\S+: ", ""),
        CODES.get(fault),
        ended.exit(),
        "0, complete, the same tables");
  }

  private Ended scrape(TestWarehouse warehouse, Path archive, String providers) {
    return Ended.of(
        "scrape",
        servers.commandLine(
            PlayedNight.option(warehouse),
            "--date=" + PlayedNight.DAY,
            PlayedNight.AS_OF,
            SOURCE,
            "--oddsApiKey=",
            "--archive=" + archive,
            "--providersAt=" + providers,
            "--attemptDeadline=1s"));
  }
}
