package dev.tipoff.pipelines.docs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.pipelines.options.BettingOptions;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.Probability;
import dev.tipoff.transforms.odds.Devig;
import dev.tipoff.transforms.odds.Wager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.Test;

/**
 * Every number of {@code docs/what-the-numbers-mean.md} that follows from others, worked out anew;
 * and no number is left that is neither given nor worked out.
 */
public class WhatTheNumbersMeanTest {
  private static final Path PAGE =
      Path.of(System.getProperty("tipoff.root"), "docs", "what-the-numbers-mean.md");
  private static final AmericanOdds USUAL = AmericanOdds.of(-110);
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d,]*(?:\\.\\d+)?(?: %)?");

  /** What the examples start from. */
  private static final List<String> GIVEN =
      List.of("24.5 points", "such as 24.5", "24 points on a line of 24", "Wilson's 95 % interval");

  private String text = text();
  private final BettingOptions defaults = PipelineOptionsFactory.create().as(BettingOptions.class);

  private static String text() {
    try {
      return String.join(" ", MarkdownPage.read(PAGE).prose()).replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page says this; its numbers are accounted for. */
  private void says(String form, Object... values) {
    String said = String.format(Locale.ROOT, form, values);
    assertThat(text, containsString(said));
    text = text.replace(said, "");
  }

  private static double decimal(int american) {
    return AmericanOdds.of(american).toDecimal().getValue();
  }

  private static double implied(int american) {
    return 100 * AmericanOdds.of(american).impliedProbability().getValue();
  }

  private static Wager wager(double win, double push) {
    return new Wager(USUAL.toDecimal(), Probability.of(win), Probability.of(push));
  }

  private static int decile(int percent) {
    return Math.min(10, 1 + (percent - 50) / 5);
  }

  @Test
  public void everyNumberIsGivenOrWorkedOut() {
    prices();
    margins();
    bets();
    results();
    forecasts();
    luck();
    GIVEN.forEach(given -> text = text.replace(given, ""));
    List<String> left = new ArrayList<>();
    for (MatchResult number : NUMBER.matcher(text).results().toList()) {
      left.add(text.substring(Math.max(0, number.start() - 30), number.end()));
    }
    assertThat(left, is(empty()));
  }

  private void prices() {
    says("-110 means: risk 110 to win 100. +150 means: risk 100 to win 150");
    says("that is %.3f and %.3f", decimal(-110), decimal(150));
    says("110 / (110 + 100) = %.1f %% at -110", implied(-110));
    says("100 / (150 + 100) = %.1f %% at +150", implied(150));
    says("at -110 half is not enough");
    says("Of 1,000 bets that risk 110 each");
    says("500 wins bring 500 x 100 - 500 x 110 = %+,d", 500 * 100 - 500 * 110);
    says("524 wins bring 524 x 100 - 476 x 110 = %+,d", 524 * 100 - (1000 - 524) * 110);
  }

  private void margins() {
    double both = 2 * implied(-110);
    says("with -110 on both sides the implied chances add to %.1f %%", both);
    says("which is %.1f points too much", both - 100);
    for (Devig method : Devig.values()) {
      assertThat(method.over(USUAL, USUAL).getValue(), is(0.5));
    }
    says("come to %.1f %% each whatever the method", 50.0);
    says(
        "Of -130 and +100, the implied %.1f %% and %.1f %% add to %.1f %%",
        implied(-130), implied(100), implied(-130) + implied(100));
    says("the chance of the -130 side");
    says("| both to the power at which they add to one | %.1f %%", fair(Devig.POWER));
    says("| both divided by their sum | %.1f %%", fair(Devig.MULTIPLICATIVE));
    assertThat(fair(Devig.SHIN), is(fair(Devig.ADDITIVE)));
    says("| half of the margin off each | %.1f %%", fair(Devig.SHIN));
    assertThat(text, containsString("`" + defaults.getDevig() + "` (default)"));
  }

  private static double fair(Devig method) {
    return 100 * method.over(AmericanOdds.of(-130), AmericanOdds.of(100)).getValue();
  }

  private void bets() {
    says("55 %% against 50 %% is %d points", 55 - 50);
    double won = decimal(-110) - 1;
    Wager wager = wager(0.55, 0);
    says(
        "at -110 with a chance of 55 %%, 0.55 x %.3f - 0.45 = %+.1f %%",
        won, 100 * wager.expectedValue());
    says("with 52 %% it is %+.1f %%", 100 * wager(0.52, 0).expectedValue());
    says("%.1f %% / %.3f = %.1f %%", 100 * wager.expectedValue(), won, 100 * wager.kelly());
    assertThat(defaults.getKellyFraction(), is(0.25));
    says(
        "a quarter of it (`--kellyFraction`), %.1f %% here",
        100 * wager.stake(defaults.getKellyFraction()));
    says("at most %.0f %% on a player (`--maxStake`)", 100 * defaults.getMaxStake());
    says("%.0f %% on a game (`--maxStakePerGame`)", 100 * defaults.getMaxStakePerGame());
    says("below %.0f %% of expected value", 100 * defaults.getMinExpectedValue());
  }

  private void results() {
    says(
        "47 %% over, 6 %% push and 47 %% under is %.1f %% given no push, and worth %+.1f %% at"
            + " -110",
        100 * 0.47 / (1 - 0.06), 100 * wager(0.47, 0.06).expectedValue());
    says(
        "took -110 on a side that closed at 54 %% without the margin has %.3f x 0.54 - 1 = %+.1f"
            + " %%",
        decimal(-110), 100 * (decimal(-110) * 0.54 - 1));
  }

  private void forecasts() {
    says(
        "20, 15 and 30 against 26, 14 and 27: (%d + %d + %d) / 3 = %.2f",
        26 - 20, 15 - 14, 30 - 27, (26 - 20 + 15 - 14 + 30 - 27) / 3.0);
    says("the middle 80 %% of a forecast");
    says("70 times in 100 is too sure of itself, 90 too unsure");
    says("from 1 if it happened, from 0 if not");
    says(
        "a chance of 0.7: %.2f if it did, %.2f if not; %.2f for always saying 0.5",
        0.3 * 0.3, 0.7 * 0.7, 0.5 * 0.5);
    says("of what was given 60 %%, about 60 in 100 happen");
    says("48 in 100 is a calibration error of %d points", 60 - 48);
    says("53 %% is %d, 57 %% is %d, 100 %% is %d", decile(53), decile(57), decile(100));
    says("`STAR` from 20, `STARTER` from 12, `ROTATION` from 6, else `BENCH`");
    says("about 4.7 for the best systems");
  }

  private void luck() {
    says("108 wins of 200 bets, %.1f %%", 100 * 108 / 200.0);
    says("from %.1f %% to %.1f %%", wilson(108, 200, -1.96), wilson(108, 200, 1.96));
    says("whether -110 was beaten");
  }

  private static double wilson(double wins, double bets, double z) {
    double rate = wins / bets;
    double square = z * z;
    double middle = rate + square / (2 * bets);
    double half = z * Math.sqrt(rate * (1 - rate) / bets + square / (4 * bets * bets));
    return 100 * (middle + half) / (1 + square / bets);
  }

  /** The table of results says about what the page does of the best systems' error. */
  @Test
  public void theErrorIsThatOfTheResults() throws IOException {
    String results =
        String.join("\n", MarkdownPage.read(PAGE.resolveSibling("results.md")).prose());
    List<MatchResult> errors =
        Pattern.compile("\\| gradient_boosted \\| (4\\.\\d+) ").matcher(results).results().toList();
    assertThat(errors.size(), is(2));
    for (MatchResult error : errors) {
      assertThat(Double.parseDouble(error.group(1)), closeTo(4.7, 0.1));
    }
  }

  /** Where tiers begin is what the statement says. */
  @Test
  public void theTiersAreThoseOfTheStatement() throws IOException {
    String sql;
    try (InputStream statement =
        Queries.class.getResourceAsStream("/dev/tipoff/io/sql/rolling_performance.sql")) {
      sql = new String(statement.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (String tier :
        List.of(">= 20 THEN 'STAR'", ">= 12 THEN 'STARTER'", ">= 6 THEN 'ROTATION'")) {
      assertThat(sql, containsString(tier));
    }
  }
}
