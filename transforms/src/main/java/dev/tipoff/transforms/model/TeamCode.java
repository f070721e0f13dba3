package dev.tipoff.transforms.model;

import java.util.Locale;
import java.util.Optional;

/**
 * The thirty teams by NBA tricode, with their full names. What else providers call them is in
 * {@code team-aliases.csv}.
 */
public enum TeamCode {
  ATL("Atlanta Hawks"),
  BOS("Boston Celtics"),
  BKN("Brooklyn Nets"),
  CHA("Charlotte Hornets"),
  CHI("Chicago Bulls"),
  CLE("Cleveland Cavaliers"),
  DAL("Dallas Mavericks"),
  DEN("Denver Nuggets"),
  DET("Detroit Pistons"),
  GSW("Golden State Warriors"),
  HOU("Houston Rockets"),
  IND("Indiana Pacers"),
  LAC("Los Angeles Clippers"),
  LAL("Los Angeles Lakers"),
  MEM("Memphis Grizzlies"),
  MIA("Miami Heat"),
  MIL("Milwaukee Bucks"),
  MIN("Minnesota Timberwolves"),
  NOP("New Orleans Pelicans"),
  NYK("New York Knicks"),
  OKC("Oklahoma City Thunder"),
  ORL("Orlando Magic"),
  PHI("Philadelphia 76ers"),
  PHX("Phoenix Suns"),
  POR("Portland Trail Blazers"),
  SAC("Sacramento Kings"),
  SAS("San Antonio Spurs"),
  TOR("Toronto Raptors"),
  UTA("Utah Jazz"),
  WAS("Washington Wizards");

  private final String fullName;

  TeamCode(String fullName) {
    this.fullName = fullName;
  }

  /** The franchise as odds feeds write it, such as "Los Angeles Clippers". */
  public String fullName() {
    return fullName;
  }

  /** What a provider calls the team where that is not the tricode or the full name. */
  public Optional<String> aliasAt(String provider) {
    return TeamAliases.KNOWN.of(this, provider);
  }

  /**
   * Reads a tricode, a full name or another provider's code or name for the team. Names, which have
   * a space, are read in any case.
   *
   * @throws IllegalArgumentException if no team is known by the text; it is never passed through
   */
  public static TeamCode parse(String text) {
    for (TeamCode team : values()) {
      if (team.name().equals(text) || team.fullName.equalsIgnoreCase(text)) {
        return team;
      }
    }
    return TeamAliases.KNOWN
        .team(text)
        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not a team"));
  }

  /** How a text is looked up: codes as they are, names in lower case. */
  static String key(String text) {
    return text.indexOf(' ') < 0 ? text : text.toLowerCase(Locale.ROOT);
  }
}
