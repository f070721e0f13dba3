package dev.tipoff.transforms.alerts;

import com.google.auto.value.AutoValue;
import com.google.common.base.Splitter;
import com.google.common.hash.Hashing;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.failure.Severity;
import dev.tipoff.transforms.model.GameDay;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.joda.time.Instant;

/**
 * What a person is told: the failures of one step with one code that one run met, or a digest of
 * alerts that were held back. The same failures met again on the same day are the same alert, so
 * that a run that is repeated repeats none.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class Alert {
  @SchemaFieldDescription(
      "Hash of pipeline, step, code, the ids of the failures, and the day: met again that day it is"
          + " the same alert")
  public abstract String getAlertId();

  @SchemaFieldDescription("How urgent it is: INFO, WARNING or CRITICAL")
  public abstract Severity getSeverity();

  @SchemaFieldDescription("Pipeline, load-raw for instance")
  public abstract String getPipeline();

  @SchemaFieldDescription("The step that refused the inputs, ResolveLines for instance")
  public abstract String getStep();

  @SchemaFieldDescription("What kind of failure it is, BAD_ROW for instance")
  public abstract FailureCode getCode();

  @SchemaFieldDescription("The run that met them first")
  public abstract String getRunId();

  @SchemaFieldDescription("How many failures there are")
  public abstract long getFailures();

  @SchemaFieldDescription("UTC; when the run met the first of them")
  public abstract Instant getFirstSeen();

  @SchemaFieldDescription("UTC; when the run met the last of them")
  public abstract Instant getLastSeen();

  @SchemaFieldDescription("The first and last slate that they are of; empty if they name none")
  public abstract String getSlates();

  @SchemaFieldDescription("Key and message of at most three of them, a line each")
  public abstract String getSamples();

  @SchemaFieldDescription("The channels that it goes to, joined by commas")
  public abstract String getChannels();

  /**
   * What alerts of one kind have in common, of which only some may be sent in an hour; also what
   * other systems are to group them by.
   */
  public String category() {
    return category(getPipeline(), getStep(), getCode());
  }

  static String category(String pipeline, String step, FailureCode code) {
    return String.join("/", pipeline, step, code.name());
  }

  /** One line that says it all. */
  public String title() {
    return String.format(
        "%,d %s in %s, step %s%s",
        getFailures(),
        getCode(),
        getPipeline(),
        getStep(),
        getSlates().isEmpty() ? "" : ", slate " + getSlates());
  }

  /**
   * The id of an alert.
   *
   * @param content stands for the ids of the failures, in any order
   */
  static String id(String category, String content, GameDay day) {
    return Hashing.sha256()
        .hashString(
            String.join("\u0000", category, content, day.toString()), StandardCharsets.UTF_8)
        .toString()
        .substring(0, 32);
  }

  /** The same, on its way through some channels. */
  public Alert through(List<String> channels) {
    return toBuilder().setChannels(String.join(",", channels)).build();
  }

  /** The channels that it goes to. */
  public List<String> channels() {
    return Splitter.on(',').omitEmptyStrings().splitToList(getChannels());
  }

  abstract Builder toBuilder();

  public static Builder builder() {
    return new AutoValue_Alert.Builder();
  }

  /** Builds an {@link Alert}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setAlertId(String alertId);

    public abstract Builder setSeverity(Severity severity);

    public abstract Builder setPipeline(String pipeline);

    public abstract Builder setStep(String step);

    public abstract Builder setCode(FailureCode code);

    public abstract Builder setRunId(String runId);

    public abstract Builder setFailures(long failures);

    public abstract Builder setFirstSeen(Instant firstSeen);

    public abstract Builder setLastSeen(Instant lastSeen);

    public abstract Builder setSlates(String slates);

    public abstract Builder setSamples(String samples);

    public abstract Builder setChannels(String channels);

    public abstract Alert build();
  }
}
