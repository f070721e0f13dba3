package dev.tipoff.transforms.ledger;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.joda.time.Instant;

/**
 * How far the scrape of one source for one slate came: what was expected, and what of it was
 * covered.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class ScraperRun {
  @SchemaFieldDescription("Hash of source, slate and as-of time")
  public abstract String getRunKey();

  @SchemaFieldDescription("Id of the source in the catalogue, bdl_games for instance")
  public abstract String getSource();

  @SchemaFieldDescription("Slate that was asked for")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("UTC; the time that the run was asked to see as its present")
  public abstract Instant getAsOf();

  @SchemaFieldDescription(
      "Whether every expected call came back with data or with the word that there is none")
  public abstract boolean getComplete();

  @SchemaFieldDescription("Calls that the slate needs; 0 while the games to ask for are not known")
  public abstract int getExpected();

  @SchemaFieldDescription("Expected calls that brought a body")
  public abstract int getFetched();

  @SchemaFieldDescription("Expected calls whose source says that there is nothing")
  public abstract int getNoData();

  @SchemaFieldDescription("Expected calls without a usable answer")
  public abstract int getFailed();

  @SchemaFieldDescription("Expected calls that the budget did not allow")
  public abstract int getNotFetched();

  @SchemaFieldDescription("Requests that went out, retries and further pages included")
  public abstract int getRequests();

  @SchemaFieldDescription("Credits of the provider's quota that were set aside for the calls")
  public abstract int getCredits();

  @SchemaFieldDescription(
      "Keys of the expected calls that are not covered, at most ten, joined by commas")
  public abstract String getMissing();

  public static Builder builder() {
    return new AutoValue_ScraperRun.Builder();
  }

  /** Builds a {@link ScraperRun}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setRunKey(String runKey);

    public abstract Builder setSource(String source);

    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setAsOf(Instant asOf);

    public abstract Builder setComplete(boolean complete);

    public abstract Builder setExpected(int expected);

    public abstract Builder setFetched(int fetched);

    public abstract Builder setNoData(int noData);

    public abstract Builder setFailed(int failed);

    public abstract Builder setNotFetched(int notFetched);

    public abstract Builder setRequests(int requests);

    public abstract Builder setCredits(int credits);

    public abstract Builder setMissing(String missing);

    public abstract ScraperRun build();
  }
}
