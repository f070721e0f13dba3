package dev.tipoff.pipelines;

import dev.tipoff.io.alerts.AlertFn;
import dev.tipoff.io.alerts.AlertSettings;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.alerts.GroupFailures;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.tables.RowShape;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.AfterProcessingTime;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Repeatedly;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.joda.time.Duration;
import org.joda.time.Instant;

/**
 * {@link StoreFailures} of a stream: each failure is stored as it comes, and what has come in a
 * minute is told of together. An alert is stored beside being sent, so that what nobody took is
 * sent by the next run of anything.
 */
final class LiveFailures {
  private static final Duration TOGETHER = Duration.standardMinutes(1);

  private LiveFailures() {}

  /**
   * Stores failures and tells people of them.
   *
   * @param launched when the job was; the same failures alert once a day of it
   */
  static void store(
      List<PCollection<Failure>> failures, String pipeline, Instant launched, Services services) {
    Warehouse warehouse = services.warehouse();
    PCollection<Failure> all =
        PCollectionList.of(
                failures.stream()
                    .map(
                        step ->
                            step.apply(
                                "Unwindow" + failures.indexOf(step),
                                Window.into(new GlobalWindows())))
                    .toList())
            .apply("AllSteps", Flatten.pCollections())
            .setCoder(RowShape.coder(Failure.class))
            .apply(
                "CountFailures",
                MapElements.into(TypeDescriptor.of(Failure.class))
                    .via(
                        failure -> {
                          Metrics.counter(StoreFailures.COUNTERS, failure.getCode().name()).inc();
                          return failure.in(pipeline);
                        }))
            .setCoder(Tables.FAILURES.coder());
    refuse("Unstored", all.apply("StoreFailures", warehouse.upsertEach(Tables.FAILURES)));
    services.alerts().ifPresent(who -> tell(all, pipeline, launched, who, warehouse));
  }

  private static void tell(
      PCollection<Failure> failures,
      String pipeline,
      Instant launched,
      AlertSettings who,
      Warehouse warehouse) {
    PCollection<Alert> alerts =
        failures
            .apply(
                "Together",
                Window.<Failure>configure()
                    .triggering(
                        Repeatedly.forever(
                            AfterProcessingTime.pastFirstElementInPane().plusDelayOf(TOGETHER)))
                    .withAllowedLateness(Duration.ZERO)
                    .discardingFiredPanes())
            .apply(
                "Group",
                GroupFailures.of(
                    pipeline,
                    RunEvent.runId(pipeline, "", launched),
                    GameDay.ofTip(launched),
                    Instant::now))
            .apply(
                "Route",
                MapElements.into(TypeDescriptor.of(Alert.class))
                    .via(alert -> alert.through(who.route(alert))));
    refuse("UnstoredAlerts", alerts.apply("StoreAlerts", warehouse.upsertEach(Tables.ALERTS)));
    refuse(
        "UnstoredDeliveries",
        alerts
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
            .apply("Send", ParDo.of(new AlertFn(who, warehouse.alertBudget())))
            .setCoder(Tables.ALERT_DELIVERIES.coder())
            .apply("StoreDeliveries", warehouse.upsertEach(Tables.ALERT_DELIVERIES)));
  }

  /** What is not even kept as a failure must not go by unseen: it stops the bundle. */
  private static void refuse(String name, PCollection<Failure> unstored) {
    unstored.apply(
        name, MapElements.into(TypeDescriptor.of(Failure.class)).via(StoreFailures::refuse));
  }
}
