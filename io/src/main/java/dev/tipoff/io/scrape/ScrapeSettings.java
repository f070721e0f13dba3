package dev.tipoff.io.scrape;

import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import com.google.common.hash.Hashing;
import dev.tipoff.transforms.ledger.QuotaEntry;
import dev.tipoff.transforms.ledger.QuotaEntry.Kind;
import dev.tipoff.transforms.model.GameDay;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.joda.time.Instant;

/** What every step of a scrape knows. */
@AutoValue
public abstract class ScrapeSettings implements Serializable {
  /** The time that the run takes as its present. */
  public abstract Instant asOf();

  /** The most that may be spent of one provider's quota in a day of New York. */
  public abstract int creditsPerDay();

  /**
   * @throws IllegalArgumentException if the budget is not positive
   */
  public static ScrapeSettings of(Instant asOf, int creditsPerDay) {
    Preconditions.checkArgument(
        creditsPerDay > 0, "--creditsPerDay=%s must be more than 0", creditsPerDay);
    return new AutoValue_ScrapeSettings(asOf, creditsPerDay);
  }

  /** The day in whose budget the run counts. */
  public GameDay budgetDate() {
    return GameDay.ofTip(asOf());
  }

  QuotaEntry.Builder entry(String provider, String call, Kind kind) {
    return QuotaEntry.builder()
        .setEntryId(hash(provider + "|" + asOf() + "|" + kind + "|" + call))
        .setProvider(provider)
        .setBudgetDate(budgetDate())
        .setAsOf(asOf())
        .setKind(kind)
        .setCallKey(call);
  }

  static String hash(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString().substring(0, 32);
  }
}
