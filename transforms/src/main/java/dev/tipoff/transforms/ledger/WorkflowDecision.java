package dev.tipoff.transforms.ledger;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import java.io.Serializable;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.joda.time.Instant;

/** Whether a workflow ran for a slate at a time, and why. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class WorkflowDecision implements Serializable {
  /** What can be decided. */
  public enum Action {
    /** Its sources are asked. */
    RUN,
    /** It is not the time, or it is done. */
    SKIP,
    /** It would be the time, and something is missing that may come. */
    NOT_READY
  }

  @SchemaFieldDescription("Hash of workflow, slate and time")
  public abstract String getDecisionId();

  @SchemaFieldDescription("Name of the workflow, betting_lines for instance")
  public abstract String getWorkflow();

  @SchemaFieldDescription("Slate that it is for")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("UTC; the time that was taken as the present")
  public abstract Instant getDecidedAt();

  @SchemaFieldDescription("RUN, SKIP or NOT_READY")
  public abstract Action getAction();

  @SchemaFieldDescription("Why, in words")
  public abstract String getReason();

  @SchemaFieldDescription("Whether it ran, covered all that it needs, and brought data")
  public abstract boolean getFound();

  public abstract Builder toBuilder();

  public static Builder builder() {
    return new AutoValue_WorkflowDecision.Builder();
  }

  /** Builds a {@link WorkflowDecision}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setDecisionId(String decisionId);

    public abstract Builder setWorkflow(String workflow);

    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setDecidedAt(Instant decidedAt);

    public abstract Builder setAction(Action action);

    public abstract Builder setReason(String reason);

    public abstract Builder setFound(boolean found);

    public abstract WorkflowDecision build();
  }
}
