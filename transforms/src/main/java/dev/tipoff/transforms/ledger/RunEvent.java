package dev.tipoff.transforms.ledger;

import com.google.auto.value.AutoValue;
import com.google.common.hash.Hashing;
import dev.tipoff.transforms.model.GameDay;
import java.nio.charset.StandardCharsets;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** Something that happened to a run of a pipeline, of one slate or of none. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class RunEvent {
  /** What can happen to a run. */
  public enum Event {
    /** The launcher is about to run the graph. */
    STARTED,
    /** All is written: said by the graph, after its writes, of each slate. */
    COMPLETED,
    /** The graph found its inputs missing. */
    NOT_READY,
    /** It ended badly, or ran into its deadline. */
    FAILED,
    /** Nothing that the slates hang on has changed, so nothing was run. */
    SKIPPED,
    /** What the launcher counted once the graph had ended. */
    MEASURED
  }

  @SchemaFieldDescription("Hash of run, event and slate")
  public abstract String getEventId();

  @SchemaFieldDescription("Hash of pipeline, slates and start")
  public abstract String getRunId();

  @SchemaFieldDescription("STARTED, COMPLETED, NOT_READY, FAILED, SKIPPED or MEASURED")
  public abstract Event getEvent();

  /** The pipeline, {@code load-raw} for instance. */
  @SchemaFieldDescription("Pipeline, load-raw for instance")
  public abstract String getPipeline();

  /** Absent where a run is not of slates, as an import. */
  @SchemaFieldDescription("Slate: date of the tip-off in New York; absent where it is of none")
  public abstract @Nullable GameDay getGameDate();

  /** Absent where the pipeline knows no such time. */
  @SchemaFieldDescription(
      "UTC; nothing later went in; absent where the pipeline knows no such time")
  public abstract @Nullable Instant getAsOf();

  /** When the run started; the same in all its events. */
  @SchemaFieldDescription("UTC; when the run started, the same in all its events")
  public abstract Instant getStartedAt();

  @SchemaFieldDescription("UTC; when this happened")
  public abstract Instant getEventTime();

  @SchemaFieldDescription("Seconds from the start to this")
  public abstract double getSeconds();

  /** When it counts as dead if nothing more is heard of it. */
  @SchemaFieldDescription("UTC; when the run counts as dead if nothing more is heard of it")
  public abstract Instant getDeadline();

  /** Why it ran, was skipped, was not ready or failed; else empty. */
  @SchemaFieldDescription("Why it ran, was skipped, was not ready or failed; else empty")
  public abstract String getReason();

  /**
   * Rows written, {@code table=rows} a table with {@code ;} between; of a table that is not split
   * by slates they stand with the run's first slate. Empty but for COMPLETED and NOT_READY.
   */
  @SchemaFieldDescription(
      "Rows written, table=rows with ; between; of an unsplit table with the first slate")
  public abstract String getTableRows();

  /** What the slate was made from, {@code name=value} a line; empty but for COMPLETED. */
  @SchemaFieldDescription("Fingerprints of the sources, options, versions: name=value a line")
  public abstract String getInputs();

  /** Hash of the inputs; empty where they are. */
  @SchemaFieldDescription("Hash of the inputs: equal keys, equal rows")
  public abstract String getSkipKey();

  /** Rows read by the graph; absent but for MEASURED. */
  @SchemaFieldDescription("Rows read; absent but for MEASURED")
  public abstract @Nullable Long getRowsRead();

  /** Rows written; absent but for COMPLETED, NOT_READY and MEASURED. */
  @SchemaFieldDescription("Rows written; absent but for COMPLETED, NOT_READY and MEASURED")
  public abstract @Nullable Long getRowsWritten();

  /** Reads of the warehouse; absent but for MEASURED. */
  @SchemaFieldDescription("Reads of the warehouse; absent but for MEASURED")
  public abstract @Nullable Long getDataReads();

  @SchemaFieldDescription("Version of the code")
  public abstract String getCodeVersion();

  /**
   * A run that is about to start, of one slate or of none.
   *
   * @param runId as {@link #runId} makes it
   */
  public static RunEvent started(
      String runId,
      String pipeline,
      @Nullable GameDay slate,
      @Nullable Instant asOf,
      Instant now,
      Instant deadline,
      String reason,
      String codeVersion) {
    return new AutoValue_RunEvent.Builder()
        .setEventId(eventId(runId, Event.STARTED, slate))
        .setRunId(runId)
        .setEvent(Event.STARTED)
        .setPipeline(pipeline)
        .setGameDate(slate)
        .setAsOf(asOf)
        .setStartedAt(now)
        .setEventTime(now)
        .setSeconds(0)
        .setDeadline(deadline)
        .setReason(reason)
        .setTableRows("")
        .setInputs("")
        .setSkipKey("")
        .setCodeVersion(codeVersion)
        .build();
  }

  /** The id of the run of a pipeline that started at a time. */
  public static String runId(String pipeline, String slates, Instant start) {
    return hash(String.join("|", pipeline, slates, start.toString()));
  }

  /** A later event of the same run and slate. */
  public Builder then(Event event, Instant time) {
    return toBuilder()
        .setEventId(eventId(getRunId(), event, getGameDate()))
        .setEvent(event)
        .setEventTime(time)
        .setSeconds((time.getMillis() - getStartedAt().getMillis()) / 1_000.0)
        .setReason("");
  }

  private static String eventId(String runId, Event event, @Nullable GameDay slate) {
    return hash(String.join("|", runId, event.name(), String.valueOf(slate)));
  }

  private static String hash(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString().substring(0, 16);
  }

  public abstract Builder toBuilder();

  /** Builds a {@link RunEvent}. */
  @AutoValue.Builder
  public abstract static class Builder {
    abstract Builder setEventId(String eventId);

    abstract Builder setRunId(String runId);

    abstract Builder setEvent(Event event);

    abstract Builder setPipeline(String pipeline);

    abstract Builder setGameDate(@Nullable GameDay gameDate);

    abstract Builder setAsOf(@Nullable Instant asOf);

    abstract Builder setStartedAt(Instant startedAt);

    abstract Builder setEventTime(Instant eventTime);

    abstract Builder setSeconds(double seconds);

    abstract Builder setDeadline(Instant deadline);

    public abstract Builder setReason(String reason);

    public abstract Builder setTableRows(String tableRows);

    public abstract Builder setInputs(String inputs);

    public abstract Builder setSkipKey(String skipKey);

    public abstract Builder setRowsRead(@Nullable Long rowsRead);

    public abstract Builder setRowsWritten(@Nullable Long rowsWritten);

    public abstract Builder setDataReads(@Nullable Long dataReads);

    abstract Builder setCodeVersion(String codeVersion);

    public abstract RunEvent build();
  }
}
