package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Where moves of lines come from, and how soon they are looked at. */
public interface PredictLiveOptions extends SlateOptions, BettingOptions {
  @Description(
      "The subscription of Pub/Sub whose messages are moves, projects/PROJECT/subscriptions/NAME:"
          + " each is an envelope of the archive, as scrape --movesTopic sends it")
  @Parameter(label = "Subscription", type = Parameter.Type.SUBSCRIPTION, required = true)
  @Nullable String getSubscription();

  void setSubscription(@Nullable String subscription);

  @Description(
      "A file of messages instead, one a line, packed (.gz) or not, which is replayed as fast as it"
          + " is read and then ends; say its slates with --date, or --from and --to")
  @Nullable String getReplay();

  void setReplay(@Nullable String replay);

  @Description("How long moves are gathered before they are looked at, such as 1s")
  @Default.String("1s")
  @Parameter(label = "Patience with moves", matches = "[1-9]\\d{0,5}[smh]")
  String getPatience();

  void setPatience(String patience);

  @Description("How much later than a newer one a message of a replayed file may come")
  @Default.String("10m")
  String getLateness();

  void setLateness(String lateness);

  @Description("How often schedule, players, features and histories are read again, such as 5m")
  @Default.String("5m")
  @Parameter(label = "Time between reads", matches = "[1-9]\\d{0,5}[smh]")
  String getRefresh();

  void setRefresh(String refresh);
}
