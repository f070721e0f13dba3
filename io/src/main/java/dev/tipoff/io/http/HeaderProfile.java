package dev.tipoff.io.http;

import com.google.common.collect.ImmutableMap;

/** The headers by which a kind of site tells its own pages from other callers. */
public enum HeaderProfile {
  /** An interface for programs: says who we are. */
  PLAIN(ImmutableMap.of("User-Agent", "Tipoff/0.1")),
  /** stats.nba.com. */
  STATS(
      browser("https://www.nba.com")
          .put("x-nba-stats-origin", "stats")
          .put("x-nba-stats-token", "true")
          .build()),
  /** cdn.nba.com and data.nba.com. */
  DATA(browser("https://www.nba.com").build()),
  /** espn.com and its interfaces. */
  ESPN(browser("https://www.espn.com").build()),
  /** api.bettingpros.com. */
  BETTINGPROS(browser("https://www.bettingpros.com").build());

  private final ImmutableMap<String, String> headers;

  HeaderProfile(ImmutableMap<String, String> headers) {
    this.headers = headers;
  }

  ImmutableMap<String, String> headers() {
    return headers;
  }

  private static ImmutableMap.Builder<String, String> browser(String site) {
    return ImmutableMap.<String, String>builder()
        .put(
            "User-Agent",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
                + " Chrome/131.0.0.0 Safari/537.36")
        .put("Accept-Language", "en-US,en;q=0.9")
        .put("Origin", site)
        .put("Referer", site + "/");
  }
}
