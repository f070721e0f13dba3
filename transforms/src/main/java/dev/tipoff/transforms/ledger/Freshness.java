package dev.tipoff.transforms.ledger;

import com.google.common.base.Ascii;
import java.time.Duration;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** How recent a source's last success is, held against how often it is meant to be asked. */
public enum Freshness {
  /** The source has not been asked. */
  NEVER,
  /** Its last scrape did not cover all that its slate needs. */
  FAILING,
  /** Its last success is longer ago than its cadence. */
  STALE,
  FRESH;

  /**
   * The freshness of a source at a time.
   *
   * @param status how its scrapes have gone; absent if there were none
   * @param cadence how old its last success may be
   */
  public static Freshness of(@Nullable SourceStatus status, Duration cadence, Instant now) {
    if (status == null) {
      return NEVER;
    }
    Instant success = status.getLastSuccess();
    if (success == null || success.isBefore(status.getLastRun())) {
      return FAILING;
    }
    return success.plus(cadence.toMillis()).isBefore(now) ? STALE : FRESH;
  }

  /** Its name for people, {@code stale} for instance. */
  public String id() {
    return Ascii.toLowerCase(name());
  }
}
