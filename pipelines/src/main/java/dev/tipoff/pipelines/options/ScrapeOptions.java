package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What to ask, and of whom. */
public interface ScrapeOptions extends LoadRawOptions, AsOfOptions, SourcesOptions {
  @Description("The most credits of one provider's quota that a day in New York may cost")
  @Default.Integer(400)
  @Parameter(label = "Credits a day", matches = "\\d+", type = Parameter.Type.NUMBER)
  int getCreditsPerDay();

  void setCreditsPerDay(int creditsPerDay);

  @Description(
      "The id of the Google Drive folder that BigDataBall shares with you: what its address has"
          + " after /folders/. Only the sources of BigDataBall need it")
  @Parameter(label = "Drive folder", matches = "[A-Za-z0-9_-]+")
  @Nullable String getDriveFolder();

  void setDriveFolder(@Nullable String driveFolder);

  @Description(
      "An address under which all providers are found, each below its id, such as"
          + " http://127.0.0.1:8080 for http://127.0.0.1:8080/the-odds-api (default: their own)")
  @Nullable String getProvidersAt();

  void setProvidersAt(@Nullable String providersAt);

  @Description(
      "How many requests a second each of the servers at --providersAt may get (default: what the"
          + " provider whose place it takes may)")
  @Nullable Integer getRequestsPerSecond();

  void setRequestsPerSecond(@Nullable Integer requestsPerSecond);

  @Description(
      "How long an attempt at one of the servers at --providersAt may take, such as 5s, with pauses"
          + " between attempts in proportion (default: what the provider whose place it takes may)")
  @Nullable String getAttemptDeadline();

  void setAttemptDeadline(@Nullable String attemptDeadline);

  @Description(
      "The topic of Pub/Sub that answers with players' lines are sent to as well, for predict-live:"
          + " projects/PROJECT/topics/NAME (default: they are archived only)")
  @Parameter(label = "Topic of moves", type = Parameter.Type.TOPIC)
  @Nullable String getMovesTopic();

  void setMovesTopic(@Nullable String movesTopic);
}
