package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesRegex;

import dev.tipoff.pipelines.AlertServers;
import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.command.FaultCase.Result;
import dev.tipoff.transforms.failure.FailureCode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The folder of the models is out of reach. */
final class ModelFolderFaults {
  private static final Map<OutsideFault, String> SAID =
      Map.of(
          OutsideFault.REFUSED, "cannot read .*/registry\\.json: .*Permission denied.*",
          OutsideFault.HANG, "no answer within 1 s",
          OutsideFault.ERROR, "cannot read .*/registry\\.json: .*Input/output error.*",
          OutsideFault.GARBAGE, "registry\\.json cannot be read: .*");

  private final PlayedNight night;
  private final AlertServers servers;

  ModelFolderFaults(PlayedNight night, AlertServers servers) {
    this.night = night;
    this.servers = servers;
  }

  List<FaultCase> cases() {
    return Arrays.stream(OutsideFault.values())
        .filter(OutsideFault::isOfFilesToo)
        .map(fault -> new FaultCase("model folder", "watch", fault, () -> result(fault)))
        .toList();
  }

  private Result result(OutsideFault fault) throws Exception {
    servers.reset();
    TestWarehouse warehouse = night.copyWithAlert("slack");
    Path models = StoredModels.in(night.newFolder());
    Ended ended;
    try (FaultyFile registry = new FaultyFile(models.resolve("registry.json"), fault)) {
      ended = watch(warehouse, models, "T20:00:00Z").with(1);
    }
    String said = ended.text().lines().filter(line -> line.startsWith("stale: ")).findAny().get();
    assertThat(said, matchesRegex("stale: the champion of .* cannot be read: " + SAID.get(fault)));
    assertThat(ended.reason(), containsString("1 of what "));
    assertThat(PlayedNight.open(warehouse, FailureCode.STALE_MODEL), is(1L));
    assertThat("of the model", servers.slack("monitoring-warning"), hasSize(1));
    assertThat("what waited before", servers.slack("error"), hasSize(1));

    watch(warehouse, models, "T20:01:00Z").with(0);
    assertThat(PlayedNight.open(warehouse, FailureCode.STALE_MODEL), is(0L));
    assertThat("once", servers.slack("monitoring-warning"), hasSize(1));
    night.assertAsPlayed(warehouse);
    return new Result(said, "STALE_MODEL", ended.exit(), "0, the failure is resolved");
  }

  private Ended watch(TestWarehouse warehouse, Path models, String time) {
    return Ended.of(
        "watch",
        servers.commandLine(
            PlayedNight.option(warehouse),
            "--date=" + PlayedNight.DAY,
            "--modelDir=" + models,
            "--asOf=" + PlayedNight.DAY + time,
            "--runDeadline=1s"));
  }
}
