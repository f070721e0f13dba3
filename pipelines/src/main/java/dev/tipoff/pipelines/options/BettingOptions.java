package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.checkerframework.checker.nullness.qual.Nullable;

/** With which models lines are predicted, and when one is worth a bet. */
public interface BettingOptions extends PipelineOptions {
  @Description("Least expected profit for each unit staked that makes a bet")
  @Default.Double(0.03)
  @Parameter(label = "Least expected value", type = Parameter.Type.NUMBER)
  double getMinExpectedValue();

  void setMinExpectedValue(double minExpectedValue);

  @Description("Fraction of the Kelly stake")
  @Default.Double(0.25)
  @Parameter(label = "Fraction of the Kelly stake", type = Parameter.Type.NUMBER)
  double getKellyFraction();

  void setKellyFraction(double kellyFraction);

  @Description(
      "Most of the bankroll on one player in one game; his markets are one bet, and only the best of"
          + " them is staked")
  @Default.Double(0.02)
  @Parameter(label = "Most on a player", type = Parameter.Type.NUMBER)
  double getMaxStake();

  void setMaxStake(double maxStake);

  @Description("Most of the bankroll that one system stakes on one game")
  @Default.Double(0.05)
  @Parameter(label = "Most on a game", type = Parameter.Type.NUMBER)
  double getMaxStakePerGame();

  void setMaxStakePerGame(double maxStakePerGame);

  @Description(
      "The folder of models whose champion predicts, as train fills it; without it the systems that"
          + " need models say nothing, but for a backtest, which trains its own")
  @Parameter(label = "Models", type = Parameter.Type.READ_FOLDER)
  @Nullable String getModelDir();

  void setModelDir(@Nullable String modelDir);

  @Description(
      "Bookmakers that you can bet at, such as draftkings,betmgm: prices are looked for there only,"
          + " while the market's line and chance still come from all. A line that none of them"
          + " offers is NO_BOOK (default: all)")
  @Default.String("")
  @Parameter(label = "Bookmakers", matches = "([a-z0-9_]+(\\s*,\\s*)?)*")
  String getBooks();

  void setBooks(String books);

  @Description(
      "How the margin is taken out of a market's prices: POWER, MULTIPLICATIVE, ADDITIVE or SHIN")
  @Default.String("POWER")
  @Parameter(label = "Margin", matches = "POWER|MULTIPLICATIVE|ADDITIVE|SHIN")
  String getDevig();

  void setDevig(String devig);
}
