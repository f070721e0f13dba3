package dev.tipoff.transforms.catalogue;

import dev.tipoff.transforms.availability.InjuryStandIn;
import dev.tipoff.transforms.availability.PlayerAvailability;
import dev.tipoff.transforms.availability.TeamReport;
import dev.tipoff.transforms.tables.Table;
import java.util.List;

/** The tables of who is out before a game, and of what stands in for it in backtests. */
public final class AvailabilityTables {
  public static final Table<PlayerAvailability> PLAYER_AVAILABILITY =
      Table.computed(
              "nba_analytics.player_availability",
              PlayerAvailability.class,
              "What the newest report before a game said of each player that it lists")
          .partitionedBy("game_date", PlayerAvailability::getGameDate)
          .keyedBy("game_id", "player")
          .clusteredBy("player");

  public static final Table<TeamReport> TEAM_INJURY_REPORTS =
      Table.computed(
              "nba_analytics.team_injury_reports",
              TeamReport.class,
              "The report that says who of a team is out, also if it lists nobody; a team without"
                  + " a row was not reported on")
          .partitionedBy("game_date", TeamReport::getGameDate)
          .keyedBy("game_id", "team");

  public static final Table<InjuryStandIn> INJURY_STAND_INS =
      Table.computed(
              "nba_raw.injury_stand_ins",
              InjuryStandIn.class,
              "What stands in for injury reports that nobody kept, inferred from official comments;"
                  + " only backtest --availability=report reads it")
          .partitionedBy("game_date", InjuryStandIn::getGameDate)
          .keyedBy("game_id", "player")
          .clusteredBy("player");

  private AvailabilityTables() {}

  public static List<Table<?>> all() {
    return List.of(PLAYER_AVAILABILITY, TEAM_INJURY_REPORTS, INJURY_STAND_INS);
  }
}
