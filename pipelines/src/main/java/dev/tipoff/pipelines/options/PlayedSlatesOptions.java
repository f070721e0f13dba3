package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What may be known of slates that were played when they are predicted again. */
public interface PlayedSlatesOptions extends PredictOptions {
  @Description(
      "What is known of who is out before a game: unknown (nothing), report (the reports of the"
          + " time; where nobody kept one, the official comments on who did not play stand in for"
          + " it) or hindsight (who did not play). Results are labelled with it")
  @Default.String("unknown")
  String getAvailability();

  void setAvailability(String availability);

  @Description(
      "Trains the models once, on the slates up to this one; it must lie before the first of"
          + " those that are predicted")
  @Nullable String getTrainThrough();

  void setTrainThrough(@Nullable String trainThrough);

  @Description(
      "How often models are trained anew on all that came before: season (default), monthly,"
          + " weekly or never, in which case systems that need models say nothing")
  @Nullable String getRetrain();

  void setRetrain(@Nullable String retrain);

  @Description("How many seasons models learn from at most")
  @Default.Integer(6)
  int getTrainSeasons();

  void setTrainSeasons(int trainSeasons);

  @Description(
      "How long before the tip bets are placed, such as PT6H: lines and reports are known until"
          + " then, and bets are held against where the market closed. Lines of whole games have no"
          + " time and are used as they are")
  @Default.String("PT0S")
  String getLead();

  void setLead(String lead);
}
