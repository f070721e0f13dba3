package dev.tipoff.transforms.feed;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;

/** Whom to believe first where several sources tell of one thing. */
public final class Trust {
  /** The league's own feeds first; those that name its ids before those that do not. */
  private static final ImmutableList<String> ORDER =
      ImmutableList.of(
          "nbac_gamebook_pdf",
          "nbac_team_boxscore",
          "nbac_player_boxscore",
          "nbac_scoreboard_v2",
          "nbac_schedule_api",
          "nbac_schedule_cdn",
          "nbac_play_by_play",
          "bdl_box_scores",
          "bdl_player_box_scores",
          "bdl_games",
          "espn_game_boxscore",
          "espn_scoreboard",
          "oddsa_scores",
          "oddsa_events",
          "bp_events",
          "bigdataball_discovery",
          "bigdataball_pbp");

  /** The most trusted first; those that nobody ranked last, by name. */
  public static final Comparator<String> FIRST =
      Comparator.<String>comparingInt(
              source -> ORDER.contains(source) ? ORDER.indexOf(source) : ORDER.size())
          .thenComparing(Comparator.naturalOrder());

  private static final String STAND_IN = "bdl_";

  private Trust() {}

  /** Whether the source's ids of players are the NBA's. */
  public static boolean namesLeagueIds(String source) {
    return source.startsWith("nbac_");
  }

  /**
   * Whether the source makes schedules and names players where no source with the NBA's ids does:
   * balldontlie, which lists every game of the league and every player of a game by ids of its own.
   */
  static boolean standsIn(String source) {
    return source.startsWith(STAND_IN);
  }
}
