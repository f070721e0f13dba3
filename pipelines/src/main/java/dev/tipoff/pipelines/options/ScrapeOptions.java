package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What to ask, and of whom. */
public interface ScrapeOptions extends LoadRawOptions, AsOfOptions {
  @Description(
      "The sources to ask, by their ids with commas between (tipoff sources lists them); those"
          + " whose games they ask for come with them (default: for scrape what a slate needs from"
          + " The Odds API and the NBA, for run none)")
  @Nullable String getSources();

  void setSources(@Nullable String sources);

  @Description("The most credits of one provider's quota that a day in New York may cost")
  @Default.Integer(400)
  int getCreditsPerDay();

  void setCreditsPerDay(int creditsPerDay);

  @Description(
      "Where the key of The Odds API is kept, never the key itself; empty if it wants none")
  @Default.String("secret:ODDS_API_KEY")
  String getOddsApiKey();

  void setOddsApiKey(String oddsApiKey);

  @Description("Where the key of balldontlie is kept, never the key itself; empty if it wants none")
  @Default.String("secret:BDL_API_KEY")
  String getBdlApiKey();

  void setBdlApiKey(String bdlApiKey);

  @Description("Where the key of BettingPros is kept, never the key itself; empty if it wants none")
  @Default.String("")
  String getBettingprosApiKey();

  void setBettingprosApiKey(String bettingprosApiKey);

  @Description(
      "Where the key of Google Drive is kept, never the key itself; empty if it wants none")
  @Default.String("secret:DRIVE_API_KEY")
  String getDriveApiKey();

  void setDriveApiKey(String driveApiKey);

  @Description(
      "The id of the Google Drive folder that BigDataBall shares with you: what its address has"
          + " after /folders/. Only the sources of BigDataBall need it")
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
}
