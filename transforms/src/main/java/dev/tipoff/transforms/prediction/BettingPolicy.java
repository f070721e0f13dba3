package dev.tipoff.transforms.prediction;

import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableSet;
import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.Probability;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.odds.PropLine;
import dev.tipoff.transforms.odds.Wager;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * When a line is worth a bet: when the better side at its best price has at least this expected
 * value. The stake is a fraction of Kelly's.
 */
@AutoValue
public abstract class BettingPolicy implements Serializable {
  /** Least expected profit for each unit staked. */
  public abstract double minExpectedValue();

  /** Fraction of the Kelly stake. */
  public abstract double kellyFraction();

  /**
   * The most of the bankroll on one bet. Kelly's stake is right for chances that are right; a
   * system that overlooks something claims its largest edges just there.
   */
  public abstract double maxStake();

  /** Ids of the bookmakers that the user can bet at; empty for all. */
  public abstract ImmutableSet<String> books();

  /**
   * A bet from 3 % expected value on, at a quarter of Kelly's stake and at most 2 %, at any book.
   */
  public static BettingPolicy standard() {
    return of(0.03, 0.25, 0.02);
  }

  /**
   * A policy of one's own, at any book.
   *
   * @throws IllegalArgumentException unless the fraction and the stake lie in [0, 1]
   */
  public static BettingPolicy of(double minExpectedValue, double kellyFraction, double maxStake) {
    Preconditions.checkArgument(
        kellyFraction >= 0 && kellyFraction <= 1,
        "a Kelly fraction lies between 0 and 1, not at %s",
        kellyFraction);
    Preconditions.checkArgument(
        maxStake >= 0 && maxStake <= 1, "a stake lies between 0 and 1, not at %s", maxStake);
    return new AutoValue_BettingPolicy(
        minExpectedValue, kellyFraction, maxStake, ImmutableSet.of());
  }

  /** The same at these books only; at all if there are none. */
  public BettingPolicy atBooks(Iterable<String> books) {
    return new AutoValue_BettingPolicy(
        minExpectedValue(), kellyFraction(), maxStake(), ImmutableSet.copyOf(books));
  }

  /** The same, demanding at least so much expected value. */
  public BettingPolicy demanding(double expectedValue) {
    return new AutoValue_BettingPolicy(
        Math.max(minExpectedValue(), expectedValue), kellyFraction(), maxStake(), books());
  }

  /**
   * What to do about a line.
   *
   * @param offer the book with the best price for the better side
   * @param recommendation the side, or a pass
   * @param expectedValue of the better side at that book, for each unit staked
   * @param stake fraction of the bankroll; zero on a pass
   */
  public record Decision(
      PropLine offer, Recommendation recommendation, double expectedValue, double stake) {}

  /** Of the offers of a line those that the user can bet at, by bookmaker. */
  public List<PropLine> offers(ConsensusLine consensus) {
    return consensus.getOffers().stream()
        .filter(offer -> books().isEmpty() || books().contains(offer.getBookmaker()))
        .toList();
  }

  /**
   * Weighs both sides at every book that offers the line and can be bet at; of equal ones the first
   * by name.
   *
   * @return empty if the line is offered at other books only
   */
  public Optional<Decision> decide(ConsensusLine consensus, Forecast forecast) {
    Preconditions.checkState(
        !consensus.getOffers().isEmpty(), "a consensus without offers: %s", consensus);
    Probability over = Probability.of(forecast.probabilityOver(consensus.getLine()));
    Probability push = Probability.of(clamp(forecast.probabilityPush(consensus.getLine())));
    Probability under = Probability.of(clamp(forecast.probabilityUnder(consensus.getLine())));
    Decision best = null;
    for (PropLine offer : offers(consensus)) {
      for (Recommendation side : new Recommendation[] {Recommendation.OVER, Recommendation.UNDER}) {
        boolean isOver = side == Recommendation.OVER;
        AmericanOdds price = isOver ? offer.getOverOdds() : offer.getUnderOdds();
        Wager wager = new Wager(price.toDecimal(), isOver ? over : under, push);
        double value = wager.expectedValue();
        if (best == null || value > best.expectedValue()) {
          boolean bet = value >= minExpectedValue();
          best =
              new Decision(
                  offer,
                  bet ? side : Recommendation.PASS,
                  value,
                  bet ? Math.min(maxStake(), wager.stake(kellyFraction())) : 0);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static double clamp(double probability) {
    return Math.max(0, Math.min(1, probability));
  }
}
