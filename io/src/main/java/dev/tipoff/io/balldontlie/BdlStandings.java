package dev.tipoff.io.balldontlie;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.Standing;
import dev.tipoff.transforms.model.Season;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Reads balldontlie's standings, {@code /v1/standings}, into {@link FeedTables#STANDINGS}. */
public final class BdlStandings implements BodyParser {
  private static final int FIRST_SEASON = 1946;
  private static final int LAST_SEASON = 2099;
  private static final Pattern RECORD = Pattern.compile("(\\d{1,2})-(\\d{1,2})");
  private static final Set<String> FIELDS =
      Set.of(
          "team",
          "conference_record",
          "conference_rank",
          "division_record",
          "division_rank",
          "wins",
          "losses",
          "home_record",
          "road_record",
          "season");

  /** Games won and lost; both absent where the source does not say. */
  private record WinsAndLosses(@Nullable Integer wins, @Nullable Integer losses) {}

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    rows.each(
        BdlList.read(body, rows),
        entry -> {
          entry.expect(rows, FIELDS, Set.of());
          BodyNode team = entry.object("team");
          WinsAndLosses home = record(entry, "home_record");
          WinsAndLosses road = record(entry, "road_record");
          rows.add(
              FeedTables.STANDINGS,
              Standing.builder()
                  .setSource(body.source())
                  .setFiledDate(body.filedUnder())
                  .setSeason(season(entry))
                  .setTeam(BdlTeam.read(team, rows, Set.of()))
                  .setConference(team.text("conference"))
                  .setConferenceRank(entry.integerOrNone("conference_rank"))
                  .setWins(entry.integer("wins"))
                  .setLosses(entry.integer("losses"))
                  .setHomeWins(home.wins())
                  .setHomeLosses(home.losses())
                  .setRoadWins(road.wins())
                  .setRoadLosses(road.losses())
                  .setReceivedTime(body.receivedTime())
                  .build());
        });
  }

  private static String season(BodyNode entry) throws BadBodyException {
    int year = entry.integer("season");
    if (year < FIRST_SEASON || year > LAST_SEASON) {
      throw new BadBodyException("at " + entry.path() + "/season: " + year + " is no season");
    }
    return Season.startingIn(year).label();
  }

  private static WinsAndLosses record(BodyNode entry, String field) throws BadBodyException {
    String text = entry.textOrNone(field);
    if (text == null) {
      return new WinsAndLosses(null, null);
    }
    Matcher games = RECORD.matcher(text);
    if (!games.matches()) {
      throw new BadBodyException(
          "at " + entry.path() + "/" + field + ": '" + text + "' is no record like 20-6");
    }
    return new WinsAndLosses(Integer.valueOf(games.group(1)), Integer.valueOf(games.group(2)));
  }
}
