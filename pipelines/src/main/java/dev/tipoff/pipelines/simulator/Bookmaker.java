package dev.tipoff.pipelines.simulator;

/** A book: how much it keeps and how it spells names. */
enum Bookmaker {
  DRAFTKINGS("draftkings", "DraftKings", 0.047) {
    @Override
    String spelled(String name) {
      return PlayerNames.withoutAccents(name);
    }
  },
  FANDUEL("fanduel", "FanDuel", 0.055),
  BETMGM("betmgm", "BetMGM", 0.062) {
    @Override
    String spelled(String name) {
      return PlayerNames.withoutSuffix(name);
    }
  },
  CAESARS("caesars", "Caesars", 0.068);

  private final String key;
  private final String title;
  private final double share;

  Bookmaker(String key, String title, double share) {
    this.key = key;
    this.title = title;
    this.share = share;
  }

  String key() {
    return key;
  }

  String title() {
    return title;
  }

  /** What the book keeps of all stakes when both sides are backed alike. */
  double share() {
    return share;
  }

  /** Whether the book also offers lines far from the middle. */
  boolean hasAlternates() {
    return this == FANDUEL;
  }

  String spelled(String name) {
    return name;
  }
}
