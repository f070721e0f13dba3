package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;

import dev.tipoff.pipelines.AlertServers;
import dev.tipoff.pipelines.ChildJvm;
import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.command.FaultCase.Result;
import dev.tipoff.transforms.failure.FailureCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The file of the embedded warehouse is out of reach. */
final class WarehouseFileFaults {
  private static final int FAILED = 1;
  private static final int BUSY = 4;

  private final PlayedNight night;
  private final AlertServers servers;

  WarehouseFileFaults(PlayedNight night, AlertServers servers) {
    this.night = night;
    this.servers = servers;
  }

  List<FaultCase> cases() {
    return Arrays.stream(OutsideFault.values())
        .filter(OutsideFault::isOfFilesToo)
        .map(fault -> new FaultCase("warehouse file", "watch", fault, () -> result(fault)))
        .toList();
  }

  private Result result(OutsideFault fault) throws Exception {
    servers.reset();
    TestWarehouse warehouse = night.copy();
    Ended ended =
        switch (fault) {
          case HANG -> held(warehouse);
          case ERROR -> withoutLog(warehouse);
          default -> {
            try (FaultyFile file = new FaultyFile(warehouse.file(), fault)) {
              yield watch(warehouse);
            }
          }
        };
    ended.with(fault == OutsideFault.HANG ? BUSY : FAILED);
    assertThat(
        ended.reason(),
        matchesRegex(
            fault == OutsideFault.HANG
                ? "tipoff watch: the warehouse .* is in use by .*\\(PID \\d+\\); waited 0 s.*"
                : "tipoff watch failed: cannot open the warehouse .*"));
    assertThat(ended.text(), not(containsString("\tat ")));
    int told = fault == OutsideFault.HANG ? 0 : 1;
    assertThat(servers.slack("error"), hasSize(told));
    assertThat(servers.sentry(), hasSize(told));
    watch(warehouse).with(0);
    night.assertAsPlayed(warehouse);
    return new Result(
        ended.reason(),
        told == 1 ? FailureCode.RUN_FAILED + ", alerted" : "",
        ended.exit(),
        "0, the same tables");
  }

  private Ended held(TestWarehouse warehouse) throws Exception {
    try (ChildJvm other =
        ChildJvm.start(night.newFolder(), HoldWarehouse.class, warehouse.file().toString())) {
      while (other.process().isAlive() && !other.output().contains("held")) {
        Thread.onSpinWait();
      }
      Ended ended = watch(warehouse);
      other.kill();
      return ended;
    }
  }

  /** The log of transactions cannot be written. */
  private Ended withoutLog(TestWarehouse warehouse) throws Exception {
    Path log = Files.createDirectory(Path.of(warehouse.file() + ".wal"));
    try {
      return watch(warehouse);
    } finally {
      Files.delete(log);
    }
  }

  private Ended watch(TestWarehouse warehouse) {
    return Ended.of(
        "watch",
        servers.commandLine(
            PlayedNight.option(warehouse), "--date=" + PlayedNight.DAY, "--lockWait=0s"));
  }
}
