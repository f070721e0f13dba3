package dev.tipoff.io.scrape;

import dev.tipoff.io.archive.Envelope;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * A fetcher that all threads of a process share: a runner makes an instance of a step for each of
 * its threads, and a provider must not meet as many clients, each with manners of its own. It is
 * closed when all who opened it have closed it.
 */
final class SharedFetcher implements Fetcher {
  /** Only of what is open: a process has no other place that its threads share. */
  private static final ConcurrentMap<Object, SharedFetcher> OPEN = new ConcurrentHashMap<>();

  private final Object name;
  private final Fetcher fetcher;
  private int users;

  private SharedFetcher(Object name, Fetcher fetcher) {
    this.name = name;
    this.fetcher = fetcher;
  }

  /**
   * @param name what makes two fetchers the same
   */
  static Fetcher open(Object name, Supplier<Fetcher> opener) {
    return Objects.requireNonNull(
        OPEN.compute(
            name,
            (any, open) -> {
              SharedFetcher shared = open == null ? new SharedFetcher(name, opener.get()) : open;
              shared.users++;
              return shared;
            }));
  }

  @Override
  public List<Envelope> fetch(PlannedCall call) {
    return fetcher.fetch(call);
  }

  @Override
  public void close() {
    OPEN.computeIfPresent(
        name,
        (any, open) -> {
          users--;
          if (users > 0) {
            return open;
          }
          fetcher.close();
          return null;
        });
  }
}
