package dev.tipoff.pipelines.command;

import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.launch.AsOf;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.NamedWarehouse;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.options.AsOfOptions;
import dev.tipoff.transforms.ledger.Freshness;
import dev.tipoff.transforms.ledger.QuotaLeft;
import dev.tipoff.transforms.ledger.SourceStatus;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.time.Instant;

/** {@code sources}: the catalogue, and how the scrapes of each source have gone. */
final class SourcesCommand {
  private static final int QUOTA_DAYS = 40;

  private SourcesCommand() {}

  static void run(String[] args, Report report) {
    AsOfOptions options = Launcher.options(args, AsOfOptions.class);
    try (WarehouseAdmin admin = NamedWarehouse.open(NamedWarehouse.of(options))) {
      print(admin, AsOf.of(options), report);
    }
  }

  static void print(WarehouseAdmin admin, Instant now, Report report) {
    Map<String, SourceStatus> statuses =
        admin.rows(Queries.sourceStatus()).stream()
            .collect(Collectors.toMap(SourceStatus::getSource, Function.identity()));
    report.line(
        "%-24s %-20s %-7s %-8s %-20s %7s  %s",
        "source", "provider", "every", "status", "last success", "credits", "what");
    Catalogue catalogue = Catalogue.load();
    for (Source source : catalogue.all()) {
      SourceStatus status = statuses.get(source.id());
      Instant success = status == null ? null : status.getLastSuccess();
      report.line(
          "%-24s %-20s %-7s %-8s %-20s %7s  %s",
          source.id(),
          source.provider().id(),
          text(source.cadence()),
          Freshness.of(status, source.cadence(), now).id(),
          success == null ? "-" : success.toString().replaceFirst("\\.\\d+Z", "Z"),
          source.credits() == 0 ? "-" : String.valueOf(source.credits()),
          source.description());
    }
    report.line("%n%d sources", catalogue.all().size());
    GameDay today = GameDay.ofTip(now);
    for (QuotaLeft left :
        admin.rows(Queries.quotaLeft(SlateRange.of(today.plusDays(-QUOTA_DAYS), today)))) {
      report.line(
          "quota of %s: %,d credits left, as it said at %s",
          left.getProvider(), left.getRemaining(), left.getAsOf());
    }
  }

  private static String text(Duration cadence) {
    return cadence.toMinutes() < 120
        ? cadence.toMinutes() + " min"
        : cadence.toHours() < 48 ? cadence.toHours() + " h" : cadence.toDays() + " d";
  }
}
