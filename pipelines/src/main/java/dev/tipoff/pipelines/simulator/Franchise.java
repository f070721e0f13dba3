package dev.tipoff.pipelines.simulator;

/**
 * The 30 NBA clubs: full name, conference, division and the usual local tip-off seen from New York.
 */
enum Franchise {
  ATL("Atlanta Hawks", Division.SOUTHEAST, 19),
  BOS("Boston Celtics", Division.ATLANTIC, 19),
  BKN("Brooklyn Nets", Division.ATLANTIC, 19),
  CHA("Charlotte Hornets", Division.SOUTHEAST, 19),
  CHI("Chicago Bulls", Division.CENTRAL, 20),
  CLE("Cleveland Cavaliers", Division.CENTRAL, 19),
  DAL("Dallas Mavericks", Division.SOUTHWEST, 20),
  DEN("Denver Nuggets", Division.NORTHWEST, 21),
  DET("Detroit Pistons", Division.CENTRAL, 19),
  GSW("Golden State Warriors", Division.PACIFIC, 22),
  HOU("Houston Rockets", Division.SOUTHWEST, 20),
  IND("Indiana Pacers", Division.CENTRAL, 19),
  LAC("Los Angeles Clippers", Division.PACIFIC, 22),
  LAL("Los Angeles Lakers", Division.PACIFIC, 22),
  MEM("Memphis Grizzlies", Division.SOUTHWEST, 20),
  MIA("Miami Heat", Division.SOUTHEAST, 19),
  MIL("Milwaukee Bucks", Division.CENTRAL, 20),
  MIN("Minnesota Timberwolves", Division.NORTHWEST, 20),
  NOP("New Orleans Pelicans", Division.SOUTHWEST, 20),
  NYK("New York Knicks", Division.ATLANTIC, 19),
  OKC("Oklahoma City Thunder", Division.NORTHWEST, 20),
  ORL("Orlando Magic", Division.SOUTHEAST, 19),
  PHI("Philadelphia 76ers", Division.ATLANTIC, 19),
  PHX("Phoenix Suns", Division.PACIFIC, 21),
  POR("Portland Trail Blazers", Division.NORTHWEST, 22),
  SAC("Sacramento Kings", Division.PACIFIC, 22),
  SAS("San Antonio Spurs", Division.SOUTHWEST, 20),
  TOR("Toronto Raptors", Division.ATLANTIC, 19),
  UTA("Utah Jazz", Division.NORTHWEST, 21),
  WAS("Washington Wizards", Division.SOUTHEAST, 19);

  enum Division {
    ATLANTIC,
    CENTRAL,
    SOUTHEAST,
    NORTHWEST,
    PACIFIC,
    SOUTHWEST;

    boolean sameConferenceAs(Division other) {
      return ordinal() / 3 == other.ordinal() / 3;
    }
  }

  private final String fullName;
  private final Division division;
  private final int eveningTipHour;

  Franchise(String fullName, Division division, int eveningTipHour) {
    this.fullName = fullName;
    this.division = division;
    this.eveningTipHour = eveningTipHour;
  }

  String fullName() {
    return fullName;
  }

  Division division() {
    return division;
  }

  /** Hour of the day in New York when this club's evening home games start. */
  int eveningTipHour() {
    return eveningTipHour;
  }
}
