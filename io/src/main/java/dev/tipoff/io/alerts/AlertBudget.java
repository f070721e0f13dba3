package dev.tipoff.io.alerts;

import java.io.Serializable;
import java.util.Optional;

/**
 * Claims that each go to one holder only, whichever worker of whichever run asks first. The alerts
 * that all of them may send together are shared out by them.
 */
public interface AlertBudget extends AutoCloseable {
  /** Opens the claims on the machine that sends. */
  interface Source extends Serializable {
    /**
     * @throws BudgetUnavailableException if the store does not answer
     */
    AlertBudget open();
  }

  /**
   * Takes a claim, unless it is taken.
   *
   * @param claim what is claimed, such as the third alert of a kind in an hour
   * @return who holds it now: the holder that asks, or whoever was first
   * @throws BudgetUnavailableException if the store does not answer
   */
  String take(String claim, String holder);

  /**
   * Who holds a claim; empty if nobody does.
   *
   * @throws BudgetUnavailableException if the store does not answer
   */
  Optional<String> holder(String claim);

  @Override
  void close();
}
