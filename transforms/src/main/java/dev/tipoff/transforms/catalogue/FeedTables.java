package dev.tipoff.transforms.catalogue;

import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.FeedGameLine;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import dev.tipoff.transforms.feed.FeedShot;
import dev.tipoff.transforms.feed.FeedTeamGame;
import dev.tipoff.transforms.feed.InjuryListing;
import dev.tipoff.transforms.feed.PlayerMovement;
import dev.tipoff.transforms.feed.RefereeAssignment;
import dev.tipoff.transforms.feed.RosterListing;
import dev.tipoff.transforms.feed.Standing;
import dev.tipoff.transforms.odds.RawPropLine;
import dev.tipoff.transforms.tables.Table;
import java.util.List;

/**
 * The tables of what sources said, one for each kind of fact, of any source. Those split by {@code
 * filed_date} hold, day by day, what the archive keeps under that day, so that a day's bodies and a
 * day's rows belong together whatever other days the rows are about.
 */
public final class FeedTables {
  public static final Table<FeedGame> GAMES =
      Table.computed("nba_raw.feed_games", FeedGame.class, "Schedules and scores, by source")
          .partitionedBy("filed_date", FeedGame::getFiledDate)
          .keyedBy("filed_date", "source", "event_id")
          .clusteredBy("source");

  public static final Table<FeedPlayerGame> PLAYER_GAMES =
      Table.computed(
              "nba_raw.feed_player_games", FeedPlayerGame.class, "Box scores of players, by source")
          .partitionedBy("filed_date", FeedPlayerGame::getFiledDate)
          .keyedBy("filed_date", "source", "event_id", "team", "player_id", "player_name")
          .clusteredBy("source");

  public static final Table<FeedTeamGame> TEAM_GAMES =
      Table.computed(
              "nba_raw.feed_team_games", FeedTeamGame.class, "Box scores of teams, by source")
          .partitionedBy("filed_date", FeedTeamGame::getFiledDate)
          .keyedBy("filed_date", "source", "event_id", "team")
          .clusteredBy("source");

  public static final Table<FeedGameLine> GAME_LINES =
      Table.computed(
              "nba_raw.feed_game_lines",
              FeedGameLine.class,
              "Spreads, totals and moneylines of each book, by source")
          .partitionedBy("game_date", FeedGameLine::getGameDate)
          .keyedBy("game_date", "source", "event_id", "bookmaker", "market", "snapshot_time")
          .clusteredBy("source");

  public static final Table<InjuryListing> INJURIES =
      Table.computed(
              "nba_raw.injury_listings",
              InjuryListing.class,
              "Injury reports as often as they were received, by source")
          .partitionedBy("filed_date", InjuryListing::getFiledDate)
          .keyedBy(
              "filed_date",
              "source",
              "game_date",
              "report_time",
              "team",
              "player_id",
              "player_name",
              "received_time")
          .clusteredBy("source");

  public static final Table<RosterListing> ROSTERS =
      Table.computed(
              "nba_raw.roster_listings", RosterListing.class, "Rosters and player lists, by source")
          .partitionedBy("filed_date", RosterListing::getFiledDate)
          .keyedBy("filed_date", "source", "player_id", "player_name", "team")
          .clusteredBy("source")
          .alsoReadWhole();

  public static final Table<Standing> STANDINGS =
      Table.computed("nba_raw.standings", Standing.class, "Standings, by source")
          .partitionedBy("filed_date", Standing::getFiledDate)
          .keyedBy("filed_date", "source", "team")
          .clusteredBy("source");

  public static final Table<FeedShot> SHOTS =
      Table.computed(
              "nba_raw.play_by_play_shots",
              FeedShot.class,
              "Field goal attempts with their place, by source")
          .partitionedBy("filed_date", FeedShot::getFiledDate)
          .keyedBy("filed_date", "source", "event_id", "event_number")
          .clusteredBy("source");

  public static final Table<RefereeAssignment> REFEREES =
      Table.computed(
              "nba_raw.referee_assignments",
              RefereeAssignment.class,
              "Officials of games, by source")
          .partitionedBy("filed_date", RefereeAssignment::getFiledDate)
          .keyedBy("filed_date", "source", "event_id", "official_id", "official_name")
          .clusteredBy("source");

  public static final Table<PlayerMovement> MOVEMENTS =
      Table.computed(
              "nba_raw.player_movements",
              PlayerMovement.class,
              "Signings, waivers and trades, by source")
          .partitionedBy("filed_date", PlayerMovement::getFiledDate)
          .keyedBy(
              "filed_date",
              "source",
              "transaction_date",
              "player_id",
              "player_name",
              "transaction_type",
              "team",
              "description")
          .clusteredBy("source");

  public static final Table<RawPropLine> BETTINGPROS_PLAYER_PROPS =
      Tables.rawLines(
          "nba_raw.bettingpros_player_props", "Player props from bodies of BettingPros");

  private FeedTables() {}

  public static List<Table<?>> all() {
    return List.of(
        GAMES,
        PLAYER_GAMES,
        TEAM_GAMES,
        GAME_LINES,
        INJURIES,
        ROSTERS,
        STANDINGS,
        SHOTS,
        REFEREES,
        MOVEMENTS,
        BETTINGPROS_PLAYER_PROPS);
  }
}
