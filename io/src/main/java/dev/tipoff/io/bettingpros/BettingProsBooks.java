package dev.tipoff.io.bettingpros;

import com.google.common.collect.ImmutableMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The sportsbooks that BettingPros numbers, by the keys that The Odds API has for them, so that a
 * book whose line comes from both is one book.
 */
final class BettingProsBooks {
  /** Not a book but the middle of several, which nobody takes bets on. */
  private static final int CONSENSUS = 0;

  // The ids are those of BettingPros' /v3/books; public clients agree on them (the original
  // platform's bp_player_props scraper among others). 14 was PointsBet until Fanatics bought it.
  private static final ImmutableMap<Integer, String> KEYS =
      ImmutableMap.<Integer, String>builder()
          .put(10, "fanduel")
          .put(12, "draftkings")
          .put(13, "williamhill_us")
          .put(14, "fanatics")
          .put(15, "sugarhouse")
          .put(18, "betrivers")
          .put(19, "betmgm")
          .put(20, "foxbet")
          .put(24, "bet365")
          .put(25, "wynnbet")
          .put(26, "tipico_us")
          .put(27, "partycasino")
          .put(28, "unibet_us")
          .put(29, "twinspires")
          .put(30, "betway")
          .put(33, "espnbet")
          .buildOrThrow();

  private BettingProsBooks() {}

  /** The book's key; absent for what is no sportsbook that is known. */
  static @Nullable String key(int id) {
    return KEYS.get(id);
  }

  /** What an offer without a key is ignored as. */
  static String ignored(int id) {
    return id == CONSENSUS ? "consensus of books" : "book " + id;
  }
}
