package dev.tipoff.io.sources;

import java.net.URI;
import java.util.Locale;

/** Who answers, where, and how it wants to be asked. */
public enum Provider {
  THE_ODDS_API("https://api.the-odds-api.com"),
  BALLDONTLIE("https://api.balldontlie.io"),
  NBA_STATS("https://stats.nba.com"),
  NBA_CDN("https://cdn.nba.com"),
  NBA_DOCUMENTS("https://statsdmz.nba.com"),
  NBA_INJURIES("https://ak-static.cms.nba.com"),
  NBA_OFFICIAL("https://official.nba.com"),
  NBA_SITE("https://www.nba.com"),
  ESPN_API("https://site.api.espn.com"),
  ESPN_SITE("https://www.espn.com"),
  BETTINGPROS("https://api.bettingpros.com"),
  BASKETBALL_REFERENCE("https://www.basketball-reference.com"),
  GOOGLE_DRIVE("https://www.googleapis.com");

  private final String address;

  Provider(String address) {
    this.address = address;
  }

  /** The name in options and tables, {@code the-odds-api} for instance. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Where its paths begin. */
  public URI address() {
    return URI.create(address);
  }
}
