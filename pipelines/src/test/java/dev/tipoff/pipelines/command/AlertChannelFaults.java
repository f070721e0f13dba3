package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesRegex;

import dev.tipoff.pipelines.AlertServers;
import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.command.FaultCase.Result;
import dev.tipoff.pipelines.command.FaultyPort.Protocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An alert waits for all channels, and one of them is out of order. */
final class AlertChannelFaults {
  private static final Map<OutsideFault, String> OVER_HTTP =
      Map.of(
          OutsideFault.REFUSED, "the connection broke before the headers: .*",
          OutsideFault.HANG, "the deadline passed before the headers",
          OutsideFault.TRICKLE, "the deadline passed before the headers",
          OutsideFault.ERROR, "status 503",
          OutsideFault.GARBAGE, "the connection broke before the headers: .*",
          OutsideFault.PAGE, "status 200 with somebody else's page: .*");

  private static final Map<OutsideFault, String> OVER_SMTP =
      Map.of(
          OutsideFault.REFUSED, ".*Connection refused.*",
          OutsideFault.HANG, "the deadline passed",
          OutsideFault.TRICKLE, "the deadline passed",
          OutsideFault.ERROR, ".*bad greeting from SMTP host.* response: 421",
          OutsideFault.GARBAGE, ".*MessagingException.*",
          OutsideFault.PAGE, ".*MessagingException.*");

  private final PlayedNight night;
  private final AlertServers servers;

  AlertChannelFaults(PlayedNight night, AlertServers servers) {
    this.night = night;
    this.servers = servers;
  }

  List<FaultCase> cases() {
    List<FaultCase> cases = new ArrayList<>();
    for (OutsideFault fault : OutsideFault.values()) {
      cases.add(new FaultCase("SlackChannel", "watch", fault, () -> slack(fault)));
    }
    for (OutsideFault fault : OutsideFault.values()) {
      cases.add(new FaultCase("SentryChannel", "watch", fault, () -> sentry(fault)));
    }
    for (OutsideFault fault : OutsideFault.values()) {
      cases.add(new FaultCase("MailChannel", "watch", fault, () -> mail(fault)));
    }
    return cases;
  }

  private Result slack(OutsideFault fault) throws Exception {
    try (FaultyPort port = FaultyPort.open(fault, Protocol.HTTP)) {
      servers.secret("slack-" + fault, port.address() + "/services/T0/B0/faulty-webhook");
      return result(
          "slack", port, OVER_HTTP.get(fault), "--slackErrorWebhook=secret:slack-" + fault);
    }
  }

  private Result sentry(OutsideFault fault) throws Exception {
    try (FaultyPort port = FaultyPort.open(fault, Protocol.HTTP)) {
      servers.secret(
          "sentry-" + fault, port.address().replace("://", "://0123456789abcdef@") + "/42");
      return result("sentry", port, OVER_HTTP.get(fault), "--sentryDsn=secret:sentry-" + fault);
    }
  }

  private Result mail(OutsideFault fault) throws Exception {
    try (FaultyPort port = FaultyPort.open(fault, Protocol.SMTP)) {
      return result("mail", port, OVER_SMTP.get(fault), "--smtpPort=" + port.port());
    }
  }

  private Result result(String channel, FaultyPort port, String reason, String option)
      throws Exception {
    servers.reset();
    TestWarehouse warehouse = night.copyWithAlert("slack", "mail", "sentry");
    Ended ended = watch(warehouse, option).with(0);
    for (String each : List.of("slack", "mail", "sentry")) {
      assertThat(
          PlayedNight.deliveries(warehouse, each).toString(),
          matchesRegex(
              each.equals(channel)
                  ? "\\[NOT_SENT " + channel + ": " + reason + "\\]"
                  : "\\[SENT \\]"));
    }
    String said = PlayedNight.deliveries(warehouse, channel).get(0);
    assertThat("one attempt", port.connections() <= 1, is(true));
    night.assertAsPlayed(warehouse);

    assertThat(watch(warehouse).with(0).text(), containsString("all is well"));
    assertThat(PlayedNight.deliveries(warehouse, channel), hasSize(2));
    assertThat(PlayedNight.deliveries(warehouse, channel).get(1), is("SENT "));
    assertThat(servers.slack("error"), hasSize(1));
    assertThat(servers.sentry(), hasSize(1));
    assertThat("one for each recipient", servers.mails(), hasSize(2));
    return new Result(
        said.replaceFirst("NOT_SENT ", ""), "NOT_SENT", ended.exit(), "0, the alert arrives once");
  }

  /** The options replace those of the servers that are well. */
  private Ended watch(TestWarehouse warehouse, String... replaced) {
    List<String> names = Arrays.stream(replaced).map(each -> each.split("=", 2)[0] + "=").toList();
    String[] usual =
        servers.commandLine(
            PlayedNight.option(warehouse), "--date=" + PlayedNight.DAY, "--alertDeadline=3s");
    return Ended.of(
        "watch",
        Stream.concat(
                Arrays.stream(usual).filter(each -> names.stream().noneMatch(each::startsWith)),
                Arrays.stream(replaced))
            .toArray(String[]::new));
  }
}
