package dev.tipoff.pipelines;

import dev.tipoff.io.alerts.AlertFn;
import dev.tipoff.io.alerts.AlertSettings;
import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.alerts.GroupFailures;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.model.GameDay;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Wait;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.joda.time.Instant;

/**
 * Tells people what a run failed at, once that is stored: an alert for each step and code, stored
 * too before anybody tries to send it, then sent through each channel, then what became of it.
 */
final class SendAlerts extends PTransform<PCollection<Failure>, PCollectionList<StoredPartition>> {
  private static final long serialVersionUID = 1L;

  private final PCollection<StoredPartition> stored;
  private final AlertSettings settings;
  private final Warehouse warehouse;
  private final GroupFailures grouping;

  private SendAlerts(
      PCollection<StoredPartition> stored,
      AlertSettings settings,
      Warehouse warehouse,
      GroupFailures grouping) {
    this.stored = stored;
    this.settings = settings;
    this.warehouse = warehouse;
    this.grouping = grouping;
  }

  /**
   * Alerts of the failures after these are stored, if the run is one that alerts.
   *
   * @return what was stored of the alerts and what became of them
   */
  static PCollectionList<StoredPartition> after(
      PCollection<StoredPartition> stored,
      PCollection<Failure> failures,
      String pipeline,
      Services services) {
    if (services.run().isEmpty() || services.alerts().isEmpty()) {
      return PCollectionList.empty(failures.getPipeline());
    }
    RunEvent started = services.run().get().started().get(0);
    return failures.apply(
        "SendAlerts",
        new SendAlerts(
            stored,
            services.alerts().get(),
            services.warehouse(),
            GroupFailures.of(
                pipeline,
                started.getRunId(),
                GameDay.ofTip(started.getStartedAt()),
                Instant::now)));
  }

  @Override
  public PCollectionList<StoredPartition> expand(PCollection<Failure> failures) {
    AlertSettings who = settings;
    PCollection<Alert> alerts =
        failures
            .apply("Group", grouping)
            .apply(
                "Route",
                MapElements.into(TypeDescriptor.of(Alert.class))
                    .via(alert -> alert.through(who.route(alert))))
            .apply("FailuresStored", Wait.on(stored));
    PCollection<StoredPartition> storedAlerts =
        StoreFailures.orStop(
            "UnstoredAlerts", alerts.apply("StoreAlerts", warehouse.upsert(Tables.ALERTS)));
    PCollection<StoredPartition> deliveries =
        StoreFailures.orStop(
            "UnstoredDeliveries",
            alerts
                .apply("AlertsStored", Wait.on(storedAlerts))
                .apply(
                    "ByChannel",
                    FlatMapElements.into(new TypeDescriptor<KV<String, Alert>>() {})
                        .via(
                            alert ->
                                alert.channels().stream()
                                    .map(channel -> KV.of(channel, alert))
                                    .toList()))
                .setCoder(KvCoder.of(StringUtf8Coder.of(), Tables.ALERTS.coder()))
                .apply("Channels", GroupByKey.create())
                .apply("Send", ParDo.of(new AlertFn(settings, warehouse.alertBudget())))
                .setCoder(Tables.ALERT_DELIVERIES.coder())
                .apply("StoreDeliveries", warehouse.upsert(Tables.ALERT_DELIVERIES)));
    return PCollectionList.of(storedAlerts).and(deliveries);
  }
}
