package dev.tipoff.transforms.model;

import com.google.common.collect.ImmutableList;

/** The thirty teams by NBA tricode, with the full name and the codes that other feeds use. */
public enum TeamCode {
  ATL("Atlanta Hawks"),
  BOS("Boston Celtics"),
  BKN("Brooklyn Nets", "BRK"),
  CHA("Charlotte Hornets", "CHO"),
  CHI("Chicago Bulls"),
  CLE("Cleveland Cavaliers"),
  DAL("Dallas Mavericks"),
  DEN("Denver Nuggets"),
  DET("Detroit Pistons"),
  GSW("Golden State Warriors", "GS"),
  HOU("Houston Rockets"),
  IND("Indiana Pacers"),
  LAC("Los Angeles Clippers", "LA Clippers"),
  LAL("Los Angeles Lakers", "LA Lakers"),
  MEM("Memphis Grizzlies"),
  MIA("Miami Heat"),
  MIL("Milwaukee Bucks"),
  MIN("Minnesota Timberwolves"),
  NOP("New Orleans Pelicans", "NO", "NOR"),
  NYK("New York Knicks", "NY"),
  OKC("Oklahoma City Thunder"),
  ORL("Orlando Magic"),
  PHI("Philadelphia 76ers"),
  PHX("Phoenix Suns", "PHO"),
  POR("Portland Trail Blazers"),
  SAC("Sacramento Kings"),
  SAS("San Antonio Spurs", "SA"),
  TOR("Toronto Raptors"),
  UTA("Utah Jazz", "UTAH", "UTH"),
  WAS("Washington Wizards", "WSH");

  private final String fullName;
  private final ImmutableList<String> otherNames;

  TeamCode(String fullName, String... otherNames) {
    this.fullName = fullName;
    this.otherNames = ImmutableList.copyOf(otherNames);
  }

  /** The franchise as odds feeds write it, such as "Los Angeles Clippers". */
  public String fullName() {
    return fullName;
  }

  /**
   * Reads a tricode, a full name or another feed's code for the team.
   *
   * @throws IllegalArgumentException if no team is known by the text; it is never passed through
   */
  public static TeamCode parse(String text) {
    for (TeamCode team : values()) {
      if (team.name().equals(text)
          || team.fullName.equalsIgnoreCase(text)
          || team.otherNames.contains(text)) {
        return team;
      }
    }
    throw new IllegalArgumentException("'" + text + "' is not a team");
  }
}
