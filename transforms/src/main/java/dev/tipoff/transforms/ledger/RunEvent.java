package dev.tipoff.transforms.ledger;

import com.google.auto.value.AutoValue;
import com.google.common.hash.Hashing;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.nio.charset.StandardCharsets;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** Something that happened to a run of a pipeline. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class RunEvent {
  /** What can happen to a run. */
  public enum Event {
    /** The launcher is about to run the graph. */
    STARTED,
    /** All is written: said by the graph, after its writes. */
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

  @SchemaFieldDescription("Hash of pipeline, slates and start")
  public abstract String getRunId();

  @SchemaFieldDescription("STARTED, COMPLETED, NOT_READY, FAILED, SKIPPED or MEASURED")
  public abstract Event getEvent();

  /** The pipeline, {@code load-raw} for instance. */
  @SchemaFieldDescription("Pipeline, load-raw for instance")
  public abstract String getPipeline();

  @SchemaFieldDescription("First slate of the run")
  public abstract GameDay getFromSlate();

  @SchemaFieldDescription("Last slate of the run")
  public abstract GameDay getToSlate();

  /** Absent where the pipeline knows no such time. */
  @SchemaFieldDescription(
      "UTC; nothing later went in; absent where the pipeline knows no such time")
  public abstract @Nullable Instant getAsOf();

  /** When the run started; the same in all its events. */
  @SchemaFieldDescription("UTC; when the run started, the same in all its events")
  public abstract Instant getStartedAt();

  @SchemaFieldDescription("UTC; when this happened")
  public abstract Instant getEventTime();

  /** When it counts as dead if nothing more is heard of it. */
  @SchemaFieldDescription("UTC; when the run counts as dead if nothing more is heard of it")
  public abstract Instant getDeadline();

  /** Why it ran, was skipped, was not ready or failed; else empty. */
  @SchemaFieldDescription("Why it ran, was skipped, was not ready or failed; else empty")
  public abstract String getReason();

  /** Rows written, {@code table=rows} a table with {@code ;} between; empty if not known. */
  @SchemaFieldDescription("Rows written, table=rows with ; between; empty if not known")
  public abstract String getTableRows();

  /** Rows read by the graph; absent but for MEASURED. */
  @SchemaFieldDescription("Rows read; absent but for MEASURED")
  public abstract @Nullable Long getRowsRead();

  /** Rows written; absent but for COMPLETED and MEASURED. */
  @SchemaFieldDescription("Rows written; absent but for COMPLETED and MEASURED")
  public abstract @Nullable Long getRowsWritten();

  /** Reads of the warehouse; absent but for MEASURED. */
  @SchemaFieldDescription("Reads of the warehouse; absent but for MEASURED")
  public abstract @Nullable Long getDataReads();

  @SchemaFieldDescription("Version of the code")
  public abstract String getCodeVersion();

  /** A run that is about to start. */
  public static RunEvent started(
      String pipeline,
      SlateRange slates,
      @Nullable Instant asOf,
      Instant now,
      Instant deadline,
      String reason,
      String codeVersion) {
    return new AutoValue_RunEvent.Builder()
        .setRunId(id(pipeline, slates, now))
        .setEvent(Event.STARTED)
        .setPipeline(pipeline)
        .setFromSlate(slates.from())
        .setToSlate(slates.to())
        .setAsOf(asOf)
        .setStartedAt(now)
        .setEventTime(now)
        .setDeadline(deadline)
        .setReason(reason)
        .setTableRows("")
        .setCodeVersion(codeVersion)
        .build();
  }

  /** A later event of the same run. */
  public Builder then(Event event, Instant time) {
    return toBuilder().setEvent(event).setEventTime(time).setReason("");
  }

  private static String id(String pipeline, SlateRange slates, Instant start) {
    return Hashing.sha256()
        .hashString(
            String.join("|", pipeline, slates.toString(), start.toString()), StandardCharsets.UTF_8)
        .toString()
        .substring(0, 16);
  }

  public abstract Builder toBuilder();

  /** Builds a {@link RunEvent}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setRunId(String runId);

    public abstract Builder setEvent(Event event);

    public abstract Builder setPipeline(String pipeline);

    public abstract Builder setFromSlate(GameDay fromSlate);

    public abstract Builder setToSlate(GameDay toSlate);

    public abstract Builder setAsOf(@Nullable Instant asOf);

    public abstract Builder setStartedAt(Instant startedAt);

    public abstract Builder setEventTime(Instant eventTime);

    public abstract Builder setDeadline(Instant deadline);

    public abstract Builder setReason(String reason);

    public abstract Builder setTableRows(String tableRows);

    public abstract Builder setRowsRead(@Nullable Long rowsRead);

    public abstract Builder setRowsWritten(@Nullable Long rowsWritten);

    public abstract Builder setDataReads(@Nullable Long dataReads);

    public abstract Builder setCodeVersion(String codeVersion);

    public abstract RunEvent build();
  }
}
