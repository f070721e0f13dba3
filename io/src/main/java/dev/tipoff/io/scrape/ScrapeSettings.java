package dev.tipoff.io.scrape;

import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import dev.tipoff.io.sources.SlateParameters;
import dev.tipoff.transforms.ledger.QuotaEntry;
import dev.tipoff.transforms.ledger.QuotaEntry.Kind;
import dev.tipoff.transforms.model.GameDay;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** What every step of a scrape knows. */
@AutoValue
public abstract class ScrapeSettings implements Serializable {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final Pattern WORD = Pattern.compile("[0-9A-Za-z]{1,32}");

  /** The time that the run takes as its present. */
  public abstract Instant asOf();

  /** The most that may be spent of one provider's quota in a day of New York. */
  public abstract int creditsPerDay();

  /** Values for the braces of addresses that the run's user sets, by name. */
  public abstract ImmutableMap<String, String> parameters();

  /** The topic that answers with players' lines are sent to; absent if they are sent nowhere. */
  public abstract @Nullable String movesTopic();

  /**
   * Takes what a run was told.
   *
   * @throws IllegalArgumentException if the budget is not positive
   */
  public static ScrapeSettings of(Instant asOf, int creditsPerDay) {
    Preconditions.checkArgument(
        creditsPerDay > 0, "--creditsPerDay=%s must be more than 0", creditsPerDay);
    return new AutoValue_ScrapeSettings(asOf, creditsPerDay, ImmutableMap.of(), null);
  }

  /**
   * @param parameters such as {@link SlateParameters#DRIVE_FOLDER}
   */
  public ScrapeSettings withParameters(ImmutableMap<String, String> parameters) {
    return new AutoValue_ScrapeSettings(asOf(), creditsPerDay(), parameters, movesTopic());
  }

  /** The same with a topic, {@code projects/PROJECT/topics/NAME}; absent for none. */
  public ScrapeSettings withMovesTopic(@Nullable String topic) {
    return new AutoValue_ScrapeSettings(asOf(), creditsPerDay(), parameters(), topic);
  }

  /** The day in whose budget the run counts. */
  public GameDay budgetDate() {
    return GameDay.ofTip(asOf());
  }

  /**
   * Names a request of the run: the call, the run's present, and the page if it has several. A page
   * whose name, which the source chose, is no short word goes by a hash: the key names a file.
   */
  String requestKey(PlannedCall call, String page) {
    return call.key()
        + "-"
        + STAMP.format(java.time.Instant.ofEpochMilli(asOf().getMillis()))
        + (page.isEmpty() ? "" : "-p" + (WORD.matcher(page).matches() ? page : hash(page)));
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
