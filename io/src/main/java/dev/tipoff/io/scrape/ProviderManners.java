package dev.tipoff.io.scrape;

import com.google.common.collect.Maps;
import dev.tipoff.io.http.HeaderProfile;
import dev.tipoff.io.http.Politeness;
import dev.tipoff.io.sources.Provider;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How each provider wants to be asked: as it says itself, or, where it does not, gently. */
final class ProviderManners {
  private static final Duration LARGE_FILE = Duration.ofSeconds(60);

  private ProviderManners() {}

  /** The politeness towards every provider, by its id. */
  static Map<String, Politeness> all() {
    Map<String, Politeness> manners = new HashMap<>();
    for (Provider provider : Provider.values()) {
      manners.put(provider.id(), of(provider));
    }
    return manners;
  }

  /** The same with so many requests a second, half a second's at once. */
  static Map<String, Politeness> hurried(Map<String, Politeness> manners, int requestsPerSecond) {
    return Maps.transformValues(
        manners,
        usual ->
            usual.toBuilder()
                .setRequestsPerSecond(requestsPerSecond)
                .setBurst(Math.max(1, requestsPerSecond / 2))
                .build());
  }

  /** The same with such a deadline for an attempt, and all else that waits in proportion to it. */
  static Map<String, Politeness> impatient(
      Map<String, Politeness> manners, Duration attemptDeadline) {
    return Maps.transformValues(
        manners,
        usual -> {
          double share = (double) attemptDeadline.toMillis() / usual.attemptDeadline().toMillis();
          return usual.toBuilder()
              .setAttemptDeadline(attemptDeadline)
              .setConnectDeadline(part(usual.connectDeadline(), share))
              .setCallBudget(part(usual.callBudget(), share))
              .setBaseBackOff(part(usual.baseBackOff(), share))
              .setMaxBackOff(part(usual.maxBackOff(), share))
              .setBreakerDelay(part(usual.breakerDelay(), share))
              .build();
        });
  }

  private static Duration part(Duration whole, double share) {
    return Duration.ofMillis(Math.max(1, Math.round(whole.toMillis() * share)));
  }

  private static Politeness of(Provider provider) {
    Politeness.Builder usual = Politeness.builder();
    return switch (provider) {
      // It allows 30 requests in any second. Twenty a second are five at once of 250 ms each; more
      // would only wait for their turns.
      case THE_ODDS_API -> usual.setRequestsPerSecond(20).setBurst(10).setMaxConcurrent(5).build();
      // 60 requests a minute with the smallest paid plan.
      case BALLDONTLIE -> usual.setRequestsPerSecond(1).setBurst(4).build();
      case NBA_STATS ->
          usual
              .setHeaderProfile(HeaderProfile.STATS)
              .setRequestsPerSecond(1.5)
              .setBurst(3)
              .setAttemptDeadline(Duration.ofSeconds(30))
              .build();
      case NBA_CDN ->
          usual
              .setHeaderProfile(HeaderProfile.DATA)
              .setRequestsPerSecond(5)
              .setBurst(4)
              .setMaxConcurrent(4)
              .setMaxBodyBytes(32 << 20)
              .build();
      case NBA_DOCUMENTS ->
          usual.setHeaderProfile(HeaderProfile.DATA).setAttemptDeadline(LARGE_FILE).build();
      case NBA_INJURIES, NBA_OFFICIAL, NBA_SITE ->
          usual.setHeaderProfile(HeaderProfile.DATA).build();
      case ESPN_API, ESPN_SITE ->
          usual.setHeaderProfile(HeaderProfile.ESPN).setRequestsPerSecond(4).setBurst(4).build();
      case BETTINGPROS ->
          usual
              .setHeaderProfile(HeaderProfile.BETTINGPROS)
              .setRequestsPerSecond(0.4)
              .setMaxConcurrent(1)
              .build();
      // Twenty requests a minute; more is answered with an hour of silence.
      case BASKETBALL_REFERENCE -> usual.setRequestsPerSecond(0.3).setMaxConcurrent(1).build();
      case GOOGLE_DRIVE -> usual.setAttemptDeadline(LARGE_FILE).setRequestsPerSecond(5).build();
    };
  }
}
