package dev.tipoff.io.scrape;

import com.google.auto.value.AutoValue;
import com.google.common.hash.Hashing;
import dev.tipoff.transforms.model.GameDay;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** A call that a slate needs. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PlannedCall {
  /** The id of the source in the catalogue. */
  public abstract String getSource();

  public abstract GameDay getGameDate();

  /** What fills the braces of the source's address, and what its parser wants to know. */
  public abstract Map<String, String> getParameters();

  /** When the game that it is about tips off; absent if it is about none. */
  public abstract @Nullable Instant getTip();

  /** What each request costs of the provider's quota. */
  public abstract int getCredits();

  /** Worth of the call among those of its tip. */
  public abstract int getValue();

  /** How many requests may go out for it, retries and further pages included. */
  public abstract int getRequests();

  /** Names the call among all that can be planned, in 16 hexadecimal digits. */
  public String key() {
    String text = getSource() + "|" + getGameDate() + "|" + new TreeMap<>(getParameters());
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString().substring(0, 16);
  }

  /** What people call it: the game, the team, or the slate. */
  public String label() {
    Map<String, String> parameters = getParameters();
    if (parameters.containsKey("away")) {
      return parameters.get("away") + "@" + parameters.get("home");
    }
    return parameters.getOrDefault("team", getGameDate().toString());
  }

  public static Builder builder() {
    return new AutoValue_PlannedCall.Builder();
  }

  abstract Builder toBuilder();

  /** The call with as many requests as may go out for it. */
  public PlannedCall allowing(int requests) {
    return toBuilder().setRequests(requests).build();
  }

  /** Builds a {@link PlannedCall}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSource(String source);

    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setParameters(Map<String, String> parameters);

    public abstract Builder setTip(@Nullable Instant tip);

    public abstract Builder setCredits(int credits);

    public abstract Builder setValue(int value);

    public abstract Builder setRequests(int requests);

    public abstract PlannedCall build();
  }
}
