package dev.tipoff.io.alerts;

import com.google.common.base.Stopwatch;
import dev.tipoff.io.deadline.Deadline;
import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.alerts.AlertDelivery;
import dev.tipoff.transforms.alerts.AlertDelivery.State;
import dev.tipoff.transforms.alerts.HeldAlerts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends alerts through one channel, the most urgent first, within what it may be sent, and a digest
 * of those held back. What the channel does not take is said so, and is left to the next round, as
 * is what is not tried: a channel that refuses twice, or is slow, is left alone for the rest of it.
 */
public final class SendRound {
  private static final Logger LOG = LoggerFactory.getLogger(SendRound.class);
  private static final int REFUSALS = 2;

  private final AlertSettings settings;
  private final AlertBudget.Source budgets;
  private final Secrets secrets;
  private final Clock clock;

  public SendRound(
      AlertSettings settings, AlertBudget.Source budgets, Secrets secrets, Clock clock) {
    this.settings = settings;
    this.budgets = budgets;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * What became of each alert. It never throws for what is outside.
   *
   * @param alerts to be sent
   * @param held alerts that were held back before and of which no digest has told yet
   */
  public List<AlertDelivery> send(DeclaredChannel channel, List<Alert> alerts, List<Alert> held) {
    List<AlertDelivery> deliveries = new ArrayList<>();
    try (AlertBudget budget = new LazyBudget(budgets);
        Round round = new Round(channel, budget, deliveries)) {
      alerts.stream()
          .sorted(
              Comparator.comparing(Alert::getSeverity).reversed().thenComparing(Alert::getAlertId))
          .forEach(round::send);
      round.tell(held);
    } catch (BudgetUnavailableException e) {
      // Only closing them is left to fail here, when every alert has its row.
      LOG.debug("channel={} the claims on alerts are not closed", channel.id(), e);
    }
    return deliveries;
  }

  private Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  private final class Round implements AutoCloseable {
    private final DeclaredChannel declared;
    private final AlertAllowance allowance;
    private final boolean isLimited;
    private final Stopwatch elapsed = Stopwatch.createStarted();
    private final List<AlertDelivery> deliveries;
    private final List<Alert> heldNow = new ArrayList<>();
    private @Nullable AlertChannel open;
    private int refusals;

    Round(DeclaredChannel declared, AlertBudget budget, List<AlertDelivery> deliveries) {
      this.declared = declared;
      this.isLimited = declared.isRationed() && !settings.force();
      this.allowance = new AlertAllowance(budget, declared.id(), settings.perHour());
      this.deliveries = deliveries;
    }

    void send(Alert alert) {
      try {
        if (isLimited && allowance.isSent(alert)) {
          record(alert, State.SENT, "");
        } else if (!isLimited || allowance.allows(alert, now())) {
          attempt(alert, State.SENT, List.of(alert));
        } else {
          heldNow.add(alert);
          record(alert, State.HELD, settings.perHour() + " of its kind were sent in this hour");
        }
      } catch (BudgetUnavailableException e) {
        record(alert, State.NOT_SENT, String.valueOf(e.getMessage()));
      }
    }

    /** Tells of everything that was held back, if the hour's digest has not been sent. */
    void tell(List<Alert> heldBefore) {
      List<Alert> held = new ArrayList<>(heldBefore);
      held.addAll(heldNow);
      if (held.isEmpty()) {
        return;
      }
      Alert digest = HeldAlerts.digest(held);
      try {
        if (allowance.isSent(digest)) {
          held.forEach(alert -> record(alert, State.TOLD, digest.getAlertId()));
        } else if (allowance.allowsDigest(digest, now())) {
          attempt(digest, State.TOLD, held);
        }
      } catch (BudgetUnavailableException e) {
        record(digest, State.NOT_SENT, String.valueOf(e.getMessage()));
      }
    }

    private void attempt(Alert alert, State success, List<Alert> told) {
      String obstacle = obstacle();
      if (obstacle != null) {
        LOG.debug("alert={} channel={} {}", alert.getAlertId(), declared.id(), obstacle);
        return;
      }
      try {
        if (open == null) {
          open = declared.open(secrets);
        }
        open.send(alert);
      } catch (UnsentAlertException | RuntimeException e) {
        // Whatever is wrong with a channel must not cost the run that alerts.
        refused(alert, e instanceof UnsentAlertException ? e.getMessage() : e.getClass().getName());
        return;
      }
      told.forEach(each -> record(each, success, success == State.TOLD ? alert.getAlertId() : ""));
      if (!declared.isRationed()) {
        return;
      }
      try {
        allowance.markSent(alert, now());
      } catch (BudgetUnavailableException e) {
        // Its row says it too, unless the run dies before that is stored.
        LOG.debug(
            "alert={} channel={} is sent without a mark", alert.getAlertId(), declared.id(), e);
      }
    }

    private @Nullable String obstacle() {
      if (refusals >= REFUSALS || (isLimited && allowance.isResting(now()))) {
        return "not tried: it took nothing a moment ago";
      }
      return elapsed.elapsed().compareTo(Deadline.OUTSIDE_CALL) > 0
          ? "not tried: it was too slow with those before"
          : null;
    }

    private void refused(Alert alert, @Nullable String reason) {
      refusals++;
      if (refusals == REFUSALS && isLimited) {
        allowance.rest(now(), String.valueOf(reason));
      }
      record(alert, State.NOT_SENT, reason);
    }

    private void record(Alert alert, State state, @Nullable String reason) {
      deliveries.add(
          AlertDelivery.of(
              alert.getAlertId(), declared.id(), state, now(), String.valueOf(reason)));
    }

    @Override
    public void close() {
      if (open != null) {
        open.close();
      }
    }
  }
}
