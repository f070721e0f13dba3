package dev.tipoff.io.secrets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps what another source of secrets gave for a while, so that a changed secret is seen after
 * that time at the latest. Threads that want the same secret at once fetch it once. That a secret
 * is missing, denied or unavailable is not kept.
 */
public final class CachedSecrets implements Secrets {
  private final Secrets source;
  private final Duration limit;
  private final Clock clock;
  private final ConcurrentMap<SecretReference, Kept> kept = new ConcurrentHashMap<>();

  /**
   * @param limit how long a value is kept
   */
  public CachedSecrets(Secrets source, Duration limit, Clock clock) {
    this.source = source;
    this.limit = limit;
    this.clock = clock;
  }

  @Override
  public Secret fetch(SecretReference reference) {
    return kept.compute(
            reference,
            (name, old) -> {
              Instant now = clock.instant();
              return old != null && now.isBefore(old.until())
                  ? old
                  : new Kept(source.fetch(name), now.plus(limit));
            })
        .secret();
  }

  private record Kept(Secret secret, Instant until) {}
}
