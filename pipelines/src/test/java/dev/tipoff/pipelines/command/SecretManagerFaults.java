package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.startsWith;

import dev.tipoff.io.secrets.FakeSecretManager;
import dev.tipoff.pipelines.AlertServers;
import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.command.FaultCase.Result;
import dev.tipoff.pipelines.command.FaultyPort.Protocol;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.Slates;
import dev.tipoff.pipelines.options.ScrapeOptions;
import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The key of a source and the address of Slack are in a Secret Manager that is out of order. */
final class SecretManagerFaults {
  private static final Duration DEADLINE = Duration.ofSeconds(1);
  private static final int MOST_REQUESTS = 12;

  private final PlayedNight night;
  private final AlertServers servers;

  SecretManagerFaults(PlayedNight night, AlertServers servers) {
    this.night = night;
    this.servers = servers;
  }

  List<FaultCase> cases() {
    return Arrays.stream(OutsideFault.values())
        .map(fault -> new FaultCase("SecretManagerSecrets", "scrape", fault, () -> result(fault)))
        .toList();
  }

  private Result result(OutsideFault fault) throws Exception {
    servers.reset();
    TestWarehouse warehouse = night.copy();
    Path archive = night.newFolder();
    int before = night.providers().requests();
    Ended ended = faulty(fault, warehouse, archive).with(1);
    assertThat(
        ended.reason(), startsWith("tipoff scrape failed: secret:odds-key cannot be fetched now"));
    assertThat(night.providers().requests(), is(before));
    night.assertAsPlayed(warehouse);
    assertThat(
        warehouse.column(
            "SELECT event FROM nba_orchestration.pipeline_runs WHERE pipeline = 'scrape'"
                + " ORDER BY event_time"),
        is(List.of("STARTED", "FAILED")));
    assertThat(
        PlayedNight.deliveries(warehouse, "slack").toString(),
        matchesRegex("\\[NOT_SENT slack: secret:slack-hook cannot be fetched now.*\\]"));

    try (FakeSecretManager well = FakeSecretManager.start()) {
      well.answer("odds-key/versions/latest", FakeSecretManager.value("4e1f7a90c2"));
      well.answer("slack-hook/versions/latest", FakeSecretManager.value(servers.webhook("error")));
      scrape(warehouse, archive, well.port(), Duration.ofSeconds(10)).with(0);
    }
    assertThat("that the run failed", servers.slack("error"), hasSize(1));
    assertThat(servers.slack("error").get(0), containsString("RUN_FAILED"));
    assertThat(PlayedNight.digests(warehouse), is(night.scraped()));
    return new Result(
        ended.reason(), "RUN_FAILED", ended.exit(), "0, the same tables, the alert arrives once");
  }

  private Ended faulty(OutsideFault fault, TestWarehouse warehouse, Path archive) throws Exception {
    if (fault == OutsideFault.ERROR) {
      try (FakeSecretManager down = FakeSecretManager.start()) {
        for (String name : List.of("odds-key", "slack-hook")) {
          down.answer(name + "/versions/latest", FakeSecretManager.refusal(Status.UNAVAILABLE));
        }
        Ended ended = scrape(warehouse, archive, down.port(), DEADLINE);
        assertThat(down.requests().size(), lessThanOrEqualTo(MOST_REQUESTS));
        return ended;
      }
    }
    try (FaultyPort port = FaultyPort.open(fault, Protocol.HTTP)) {
      Ended ended = scrape(warehouse, archive, port.port(), DEADLINE);
      assertThat(port.connections(), lessThanOrEqualTo(MOST_REQUESTS));
      return ended;
    }
  }

  private Ended scrape(TestWarehouse warehouse, Path archive, int manager, Duration deadline) {
    ScrapeOptions options =
        Launcher.options(
            new String[] {
              PlayedNight.option(warehouse),
              "--date=" + PlayedNight.DAY,
              PlayedNight.AS_OF,
              SourceFaults.SOURCE,
              "--oddsApiKey=secret:odds-key",
              "--archive=" + archive,
              "--providersAt=" + night.providers().address(),
              "--alertChannels=slack",
              "--slackErrorWebhook=secret:slack-hook",
              "--slackWebhook=secret:slack-hook"
            },
            ScrapeOptions.class);
    options.setSecretsAccess(FakeSecretManager.access(manager, deadline));
    return Ended.of(
        Command.SCRAPE,
        report ->
            PhaseCommands.withWarehouse(
                options, Slates.of(options), report, ScrapeCommand::scrape));
  }
}
