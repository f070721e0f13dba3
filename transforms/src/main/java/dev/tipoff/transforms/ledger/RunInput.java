package dev.tipoff.transforms.ledger;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/** One of the things that a run's rows of a slate hang on. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class RunInput {
  @SchemaFieldDescription("Hash of pipeline, slates and start")
  public abstract String getRunId();

  @SchemaFieldDescription("Pipeline, load-raw for instance")
  public abstract String getPipeline();

  @SchemaFieldDescription("Slate: date of the tip-off in New York")
  public abstract GameDay getGameDate();

  /** A source's table, or {@code option devig}, {@code version} and so on. */
  @SchemaFieldDescription("Source's table, or option, version, features, model")
  public abstract String getInput();

  /** A source's fingerprint as text, or the setting. */
  @SchemaFieldDescription("Fingerprint of the source, or the setting")
  public abstract String getValue();

  @SchemaCreate
  public static RunInput create(
      String runId, String pipeline, GameDay gameDate, String input, String value) {
    return new AutoValue_RunInput(runId, pipeline, gameDate, input, value);
  }
}
