package dev.tipoff.pipelines.launch;

import dev.tipoff.io.alerts.AlertBudget;
import dev.tipoff.io.alerts.AlertSettings;
import dev.tipoff.io.alerts.BudgetUnavailableException;
import dev.tipoff.io.alerts.DeclaredChannel;
import dev.tipoff.io.alerts.SendRound;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.io.warehouse.WarehouseException;
import dev.tipoff.pipelines.options.WarehouseOptions;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.alerts.AlertDelivery;
import dev.tipoff.transforms.alerts.GroupFailures;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.joda.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one failure that cannot be stored before people are told of it: that of the warehouse, which
 * is the same alert whichever command meets it on a day.
 */
public final class UnopenedWarehouse {
  private static final Logger LOG = LoggerFactory.getLogger(UnopenedWarehouse.class);
  private static final String NAME = "warehouse";

  private UnopenedWarehouse() {}

  /**
   * Opens the warehouse of a run, or tells people why it cannot.
   *
   * @throws WarehouseException if it cannot be opened, after people were told
   * @throws IllegalArgumentException if an option about alerts has a wrong value
   */
  public static WarehouseAdmin openOrTell(
      Warehouse warehouse, WarehouseOptions options, Report report) {
    Optional<AlertSettings> alerts = Alerting.of(options, NAME, List.of());
    try {
      return NamedWarehouse.open(warehouse);
    } catch (WarehouseException e) {
      alerts.ifPresent(who -> tell(warehouse, who, String.valueOf(e.getMessage()), report));
      throw e;
    }
  }

  private static void tell(Warehouse warehouse, AlertSettings who, String why, Report report) {
    Instant now = Instant.now();
    GameDay today = GameDay.ofTip(now);
    Failure failure = Failure.of("Open", FailureCode.RUN_FAILED, NAME, why, "", today);
    Alert alert =
        GroupFailures.of(NAME, NAME, today, () -> now).group(List.of(failure)).stream()
            .findFirst()
            .orElseThrow();
    AlertBudget.Source claims = warehouse.alertBudget();
    AlertSettings settings = isReachable(claims) ? who : who.forced();
    SendRound round = new SendRound(settings, claims, settings.secrets().open(), Clock.systemUTC());
    List<String> route = settings.route(alert);
    for (DeclaredChannel channel : settings.channels()) {
      if (route.contains(channel.id())) {
        for (AlertDelivery delivery : round.send(channel, List.of(alert), List.of())) {
          report.delivery(delivery);
        }
      }
    }
  }

  /** Claims in the file that cannot be opened must not keep its alert back. */
  private static boolean isReachable(AlertBudget.Source claims) {
    try (AlertBudget budget = claims.open()) {
      budget.holder(NAME);
      return true;
    } catch (BudgetUnavailableException e) {
      LOG.debug("the claims on alerts are out of reach with the warehouse", e);
      return false;
    }
  }
}
