package dev.tipoff.pipelines.command;

import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import com.google.common.hash.Hashing;
import com.google.common.net.InetAddresses;
import dev.tipoff.io.alerts.AlertSettings;
import dev.tipoff.io.secrets.SecretsAccess;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.pipelines.health.ComponentHealth;
import dev.tipoff.pipelines.health.Deployment;
import dev.tipoff.pipelines.health.FreshnessHealth;
import dev.tipoff.pipelines.health.HealthCheck;
import dev.tipoff.pipelines.health.HealthEvaluation;
import dev.tipoff.pipelines.health.HealthReport;
import dev.tipoff.pipelines.health.HealthServer;
import dev.tipoff.pipelines.health.HealthStatus;
import dev.tipoff.pipelines.health.HealthText;
import dev.tipoff.pipelines.health.ModelHealth;
import dev.tipoff.pipelines.health.StoredHealthCheck;
import dev.tipoff.pipelines.launch.Alerting;
import dev.tipoff.pipelines.launch.AsOf;
import dev.tipoff.pipelines.launch.CodeVersion;
import dev.tipoff.pipelines.launch.CommandFailedException;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.NamedWarehouse;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.RunSettings;
import dev.tipoff.pipelines.launch.SecretsInUse;
import dev.tipoff.pipelines.options.HealthOptions;
import dev.tipoff.pipelines.options.RunOptions;
import dev.tipoff.pipelines.workflow.Workflows;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.joda.time.Instant;

/** {@code health}: what is well and what is not, once or over HTTP for as long as it is asked. */
final class HealthCommand {
  /** Whoever asks wants an answer rather than the warehouse. */
  private static final String LOCK_WAIT = "1s";

  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final int HASH_LENGTH = 16;
  private static final Range<Integer> PORTS = Range.closed(0, 65_535);

  private HealthCommand() {}

  static void run(String[] args, Report report) {
    HealthOptions options = Launcher.options(args, HealthOptions.class);
    if (Arrays.stream(args).noneMatch(arg -> arg.startsWith("--lockWait="))) {
      options.setLockWait(LOCK_WAIT);
    }
    Instant asOf = AsOf.of(options);
    Supplier<Instant> clock = options.getAsOf() == null ? Instant::now : () -> asOf;
    Deployment deployment = Deployment.of(CodeVersion.ofThisCode(), configuration(options));
    Warehouse warehouse = NamedWarehouse.of(options);
    try (HealthEvaluation evaluation =
        new HealthEvaluation(checks(options), warehouse, stored(options, warehouse), DEADLINE)) {
      Supplier<HealthReport> reports =
          () -> {
            Instant now = clock.get();
            return new HealthReport(deployment, now, evaluation.at(now));
          };
      if (options.getServe() == null) {
        once(reports.get(), options, report);
      } else {
        serve(address(options.getBind(), options.getServe()), reports, report);
      }
    }
  }

  /** Components that need no warehouse, in the order in which they are shown. */
  private static ImmutableMap<String, HealthCheck> checks(HealthOptions options) {
    SecretsAccess secrets = options.getSecretsAccess();
    // A machine that is not told to ask sources needs no keys.
    String sources = Objects.requireNonNullElse(options.getSources(), "");
    return ImmutableMap.<String, HealthCheck>builder()
        .put("scrapers", now -> count("available", Catalogue.load().all().size(), "sources"))
        .put(
            "orchestration",
            now -> count("enabled_workflows", Workflows.load().all().size(), "workflows"))
        .put("model", now -> ModelHealth.of(options.getModelDir(), now))
        .put("secrets", now -> SecretsHealth.of(SecretsInUse.of(options, sources), secrets.open()))
        .buildOrThrow();
  }

  /** Components that the warehouse knows of, in the order in which they are shown. */
  private static ImmutableMap<String, StoredHealthCheck> stored(
      HealthOptions options, Warehouse warehouse) {
    AlertSettings alerts = Alerting.of(options);
    return ImmutableMap.<String, StoredHealthCheck>builder()
        .put("runs", RunsHealth::check)
        .put("freshness", FreshnessHealth::check)
        .put("alerts", (admin, now) -> AlertsHealth.check(admin, warehouse, alerts, now))
        .buildOrThrow();
  }

  private static ComponentHealth count(String name, int number, String what) {
    return new ComponentHealth(
        HealthStatus.HEALTHY, number + " " + what, ImmutableMap.of(name, number));
  }

  /** A hash of the options that a run with them hangs on; they name secrets and have none. */
  private static String configuration(HealthOptions options) {
    Map<String, String> settings =
        new TreeMap<>(RunSettings.options(options.as(RunOptions.class), RunOptions.class));
    settings.remove("asOf");
    return Hashing.sha256()
        .hashString(settings.toString(), StandardCharsets.UTF_8)
        .toString()
        .substring(0, HASH_LENGTH);
  }

  private static void once(HealthReport health, HealthOptions options, Report report) {
    report.text(options.getJson() ? health.json() : HealthText.of(health));
    if (health.status() == HealthStatus.UNHEALTHY) {
      throw new CommandFailedException(
          health.components().entrySet().stream()
              .filter(component -> component.getValue().status() == HealthStatus.UNHEALTHY)
              .map(Map.Entry::getKey)
              .collect(Collectors.joining(", ", "unhealthy: ", "")));
    }
  }

  private static InetSocketAddress address(String bind, int port) {
    Preconditions.checkArgument(
        PORTS.contains(port), "--serve=%s is no port from 0 to 65535", port);
    Preconditions.checkArgument(
        InetAddresses.isInetAddress(bind), "--bind=%s is no address such as 127.0.0.1", bind);
    return new InetSocketAddress(InetAddresses.forString(bind), port);
  }

  private static void serve(
      InetSocketAddress address, Supplier<HealthReport> reports, Report report) {
    try (HealthServer server = HealthServer.start(address, reports)) {
      report.line("health      %s/health and /ready, until it is told to stop", server.address());
      StopSignal.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new CommandFailedException(
          String.format(
              "nothing can listen at port %d of %s: %s",
              address.getPort(), address.getAddress().getHostAddress(), e.getMessage()));
    }
  }
}
