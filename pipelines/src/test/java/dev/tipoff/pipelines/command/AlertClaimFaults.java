package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesRegex;

import dev.tipoff.io.alerts.AlertBudget;
import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.FakeStorage;
import dev.tipoff.io.warehouse.NamedQuery;
import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.AlertServers;
import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.command.FaultCase.Result;
import dev.tipoff.pipelines.command.FaultyPort.Protocol;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.Slates;
import dev.tipoff.pipelines.options.WatchOptions;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** The claims on alerts are in a Cloud Storage that is out of order. */
final class AlertClaimFaults {
  private static final Duration DEADLINE = Duration.ofSeconds(2);
  private static final int MOST_ATTEMPTS = 4;

  private static final Map<OutsideFault, String> SAID =
      Map.of(
          OutsideFault.REFUSED, "status 0|the deadline passed",
          OutsideFault.HANG, "status 0|the deadline passed",
          OutsideFault.TRICKLE, "the deadline passed",
          OutsideFault.ERROR, "status 503|the deadline passed",
          OutsideFault.GARBAGE, "status 0|the deadline passed",
          OutsideFault.PAGE, "its object is no claim");

  private final PlayedNight night;
  private final AlertServers servers;

  AlertClaimFaults(PlayedNight night, AlertServers servers) {
    this.night = night;
    this.servers = servers;
  }

  List<FaultCase> cases() {
    return Arrays.stream(OutsideFault.values())
        .map(fault -> new FaultCase("StorageAlertBudget", "watch", fault, () -> result(fault)))
        .toList();
  }

  private Result result(OutsideFault fault) throws Exception {
    servers.reset();
    TestWarehouse warehouse = night.copyWithAlert("slack");
    int exit;
    String said;
    try (FaultyPort port = FaultyPort.open(fault, Protocol.HTTP)) {
      exit = watch(warehouse, FakeStorage.claims(port.port(), DEADLINE)).with(0).exit();
      said = PlayedNight.deliveries(warehouse, "slack").get(0);
      assertThat(
          said,
          matchesRegex(
              "NOT_SENT the claim slack/sent/\\w+ in gs://tipoff-temp/runs/alert-claims/ cannot be"
                  + " asked: ("
                  + SAID.get(fault)
                  + ")"));
      assertThat(port.connections(), lessThanOrEqualTo(MOST_ATTEMPTS));
      assertThat("nobody can tell whether it may be sent", servers.slack("error"), hasSize(0));
      night.assertAsPlayed(warehouse);
    }
    try (FakeStorage storage = new FakeStorage()) {
      for (int round = 0; round < 2; round++) {
        watch(warehouse, FakeStorage.claims(storage.port(), Duration.ofSeconds(30))).with(0);
      }
    }
    assertThat(servers.slack("error"), hasSize(1));
    assertThat(PlayedNight.deliveries(warehouse, "slack").get(1), is("SENT "));
    night.assertAsPlayed(warehouse);
    return new Result(
        said.replaceFirst("NOT_SENT the claim \\S+ in \\S+", "the claim"),
        "NOT_SENT",
        exit,
        "0, the alert arrives once");
  }

  private Ended watch(TestWarehouse warehouse, AlertBudget.Source claims) {
    String[] usual =
        servers.commandLine(PlayedNight.option(warehouse), "--date=" + PlayedNight.DAY);
    WatchOptions options = Launcher.options(usual, WatchOptions.class);
    options.setAlertChannels("slack");
    return Ended.of(
        Command.WATCH,
        report ->
            WatchCommand.watch(
                options,
                Slates.of(options),
                new WithClaims(
                    DuckDbWarehouse.at(warehouse.file().toString(), Duration.ZERO), claims),
                report));
  }

  /** A warehouse whose claims on alerts are elsewhere. */
  private record WithClaims(Warehouse warehouse, AlertBudget.Source alertBudget)
      implements Warehouse {
    private static final long serialVersionUID = 1L;

    @Override
    public <T> PTransform<PBegin, PCollection<T>> read(Table<T> table, SlateRange slates) {
      return warehouse.read(table, slates);
    }

    @Override
    public <T> PTransform<PBegin, PCollection<T>> query(NamedQuery<T> query) {
      return warehouse.query(query);
    }

    @Override
    public <T>
        PTransform<PCollection<T>, WithFailures.Result<PCollection<StoredPartition>, Failure>>
            replace(Table<T> table) {
      return warehouse.replace(table);
    }

    @Override
    public <T>
        PTransform<PCollection<T>, WithFailures.Result<PCollection<StoredPartition>, Failure>>
            replace(Table<T> table, SlateRange expected) {
      return warehouse.replace(table, expected);
    }

    @Override
    public <T>
        PTransform<PCollection<T>, WithFailures.Result<PCollection<StoredPartition>, Failure>>
            upsert(Table<T> table) {
      return warehouse.upsert(table);
    }

    @Override
    public <T> PTransform<PCollection<SlateRange>, PCollection<T>> readEach(Table<T> table) {
      return warehouse.readEach(table);
    }

    @Override
    public <T> PTransform<PCollection<SlateRange>, PCollection<T>> queryEach(NamedQuery<T> query) {
      return warehouse.queryEach(query);
    }

    @Override
    public <T> PTransform<PCollection<T>, PCollection<Failure>> upsertEach(Table<T> table) {
      return warehouse.upsertEach(table);
    }

    @Override
    public WarehouseAdmin admin() {
      return warehouse.admin();
    }

    @Override
    public WarehouseAdmin admin(PipelineOptions options) {
      return warehouse.admin(options);
    }
  }
}
