package dev.tipoff.transforms.odds;

import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import org.joda.time.Instant;

/** Lines of an invented player in an invented game. */
final class Offers {
  static final GameDay DAY = GameDay.parse("2031-01-10");
  static final Instant TIP = Instant.parse("2031-01-11T00:30:00Z");
  static final Instant EARLY = Instant.parse("2031-01-10T20:00:00Z");
  static final Instant LATER = Instant.parse("2031-01-10T23:00:00Z");

  private Offers() {}

  /** A line at -110 both sides, seen at {@link #EARLY}. */
  static PropLine.Builder offer(String book, double line) {
    return PropLine.builder()
        .setSource("oddsapi")
        .setGameDate(DAY)
        .setGameId("0033100001")
        .setTipTime(TIP)
        .setPlayer(PlayerKey.of("900001"))
        .setPlayerName("Zed Quillfeather")
        .setMarket(Market.POINTS)
        .setBookmaker(book)
        .setLine(Line.of(line))
        .setOverOdds(AmericanOdds.of(-110))
        .setUnderOdds(AmericanOdds.of(-110))
        .setMain(null)
        .setSnapshotTime(EARLY);
  }

  static PropLine offer(String book, double line, int over, int under) {
    return offer(book, line)
        .setOverOdds(AmericanOdds.of(over))
        .setUnderOdds(AmericanOdds.of(under))
        .build();
  }

  /** A raw line at -110 both sides, seen at {@link #EARLY}, with the tip stated. */
  static RawPropLine.Builder raw(String book, double line) {
    return RawPropLine.builder()
        .setSource("oddsapi")
        .setGameDate(DAY)
        .setEventId("e1")
        .setHome(TeamCode.BOS)
        .setAway(TeamCode.MIA)
        .setBookmaker(book)
        .setMarket(Market.POINTS)
        .setPlayerName("Zed Quillfeather")
        .setPlayer(null)
        .setLine(Line.of(line))
        .setOverOdds(AmericanOdds.of(-110))
        .setUnderOdds(AmericanOdds.of(-110))
        .setMain(null)
        .setSnapshotTime(EARLY)
        .setCommenceTime(TIP);
  }
}
