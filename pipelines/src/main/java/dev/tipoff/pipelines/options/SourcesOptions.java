package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Which sources to ask, and where the keys of their providers are kept. */
public interface SourcesOptions extends WarehouseOptions {
  @Description(
      "The sources to ask, by their ids with commas between (tipoff sources lists them); those"
          + " whose games they ask for come with them (default: for scrape what a slate needs from"
          + " The Odds API and the NBA, for run none)")
  @Parameter(label = "Sources", matches = "[a-z0-9_]+(\\s*,\\s*[a-z0-9_]+)*")
  @Nullable String getSources();

  void setSources(@Nullable String sources);

  @Description(
      "Where the key of The Odds API is kept, never the key itself; empty if it wants none")
  @Default.String("secret:ODDS_API_KEY")
  @Parameter(label = "Key of The Odds API", matches = "secret:[A-Za-z0-9_-]+|")
  String getOddsApiKey();

  void setOddsApiKey(String oddsApiKey);

  @Description("Where the key of balldontlie is kept, never the key itself; empty if it wants none")
  @Default.String("secret:BDL_API_KEY")
  @Parameter(label = "Key of balldontlie", matches = "secret:[A-Za-z0-9_-]+|")
  String getBdlApiKey();

  void setBdlApiKey(String bdlApiKey);

  @Description("Where the key of BettingPros is kept, never the key itself; empty if it wants none")
  @Default.String("")
  @Parameter(label = "Key of BettingPros", matches = "secret:[A-Za-z0-9_-]+|")
  String getBettingprosApiKey();

  void setBettingprosApiKey(String bettingprosApiKey);

  @Description(
      "Where the key of Google Drive is kept, never the key itself; empty if it wants none")
  @Default.String("secret:DRIVE_API_KEY")
  @Parameter(label = "Key of Google Drive", matches = "secret:[A-Za-z0-9_-]+|")
  String getDriveApiKey();

  void setDriveApiKey(String driveApiKey);
}
