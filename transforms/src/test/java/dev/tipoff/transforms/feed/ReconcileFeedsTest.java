package dev.tipoff.transforms.feed;

import static dev.tipoff.transforms.feed.FeedRows.DAY;
import static dev.tipoff.transforms.feed.FeedRows.absent;
import static dev.tipoff.transforms.feed.FeedRows.game;
import static dev.tipoff.transforms.feed.FeedRows.played;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.roster.PlayerRegistry;
import dev.tipoff.transforms.roster.RosterEntry;
import dev.tipoff.transforms.roster.RosterEntry.Evidence;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;

/** What {@link ReconcileFeeds} decides: {@link SlateSchedule} and {@link SlateBoxScores}. */
public class ReconcileFeedsTest {
  private static final String SCOREBOARD = "nbac_scoreboard_v2";
  private static final String LOG = "nbac_player_boxscore";
  private static final PlayerRegistry PLAYERS =
      PlayerRegistry.of(
          List.of(
              RosterEntry.create(
                  PlayerKey.of("900001"), "Zed Quillfeather", TeamCode.BOS, DAY, Evidence.ROSTER),
              RosterEntry.create(
                  PlayerKey.of("900009"), "Zed Quillfeather", TeamCode.MIA, DAY, Evidence.ROSTER)));

  private static SlateSchedule schedule(FeedGame.Builder... games) {
    return schedule(List.of(), games);
  }

  private static SlateSchedule schedule(List<ScheduledGame> stored, FeedGame.Builder... games) {
    return new SlateSchedule(DAY, Stream.of(games).map(FeedGame.Builder::build).toList(), stored);
  }

  private static SlateBoxScores scores(SlateSchedule schedule, FeedPlayerGame.Builder... lines) {
    return new SlateBoxScores(
        DAY, schedule, PLAYERS, Stream.of(lines).map(FeedPlayerGame.Builder::build).toList());
  }

  private static List<FailureCode> codes(List<Failure> failures) {
    return failures.stream().map(Failure::getCode).toList();
  }

  @Test
  public void theLeaguesIdsAndTheFirstFinalScoreMakeTheSchedule() {
    SlateSchedule schedule =
        schedule(
            game("bdl_games").setHomePoints(111),
            game("nbac_schedule_cdn")
                .setStatus(GameStatus.SCHEDULED)
                .setHomePoints(null)
                .setAwayPoints(null));
    assertThat(schedule.failures(), is(empty()));
    ScheduledGame only = schedule.games().get(0);
    assertThat(only.getGameId(), is("0023000500"));
    assertThat(only.getHomePoints(), is(111));
    assertThat(only.getSeason(), is("2030-31"));
  }

  @Test
  public void aScoreOfAGameThatGoesOnIsNoFinalScore() {
    SlateSchedule schedule = schedule(game(SCOREBOARD).setStatus(GameStatus.LIVE));
    assertThat(schedule.games().get(0).getHomePoints(), is(nullValue()));
  }

  @Test
  public void aPostponedGameIsNotOnTheSchedule() {
    SlateSchedule schedule =
        schedule(game(SCOREBOARD).setStatus(GameStatus.POSTPONED), game("oddsa_events"));
    assertThat(schedule.games(), is(empty()));
    assertThat(schedule.failures(), is(empty()));
  }

  @Test
  public void oddsAloneMakeNoSchedule() {
    SlateSchedule schedule = schedule(game("oddsa_events"), game("oddsa_scores"));
    assertThat(schedule.games(), is(empty()));
    assertThat(schedule.failures(), is(empty()));
  }

  @Test
  public void whereNobodyHasTheLeaguesIdsBalldontlieStandsInAndGamesGoByDayAndTeams() {
    SlateSchedule schedule =
        schedule(
            game("bdl_games").setHomePoints(112),
            game("bdl_box_scores").setEventId("20310110/MIABOS").setHomePoints(111),
            game("oddsa_events").setHome(TeamCode.LAL).setAway(TeamCode.DEN));
    assertThat(
        schedule.games().stream()
            .map(each -> each.getGameId() + " " + each.getHomePoints())
            .toList(),
        contains("20310110-MIABOS 111"));
    assertThat(codes(schedule.failures()), contains(FailureCode.UNMATCHED_GAME));
  }

  @Test
  public void aGameThatIsStoredKeepsItsId() {
    List<ScheduledGame> stored = schedule(game(SCOREBOARD)).games();
    assertThat(schedule(stored, game("bdl_games")).games(), is(stored));
    assertThat(
        schedule(stored, game("bdl_games").setHome(TeamCode.MIA).setAway(TeamCode.BOS))
            .games()
            .get(0)
            .getGameId(),
        is("20310110-BOSMIA"));
  }

  @Test
  public void aStoredStandInGivesWayToTheLeaguesId() {
    List<ScheduledGame> stored = schedule(game("bdl_games")).games();
    assertThat(
        schedule(stored, game("bdl_games"), game(SCOREBOARD)).games().get(0).getGameId(),
        is("0023000500"));
  }

  @Test
  public void aGameThatOnlyOthersHaveIsAFailure() {
    SlateSchedule schedule =
        schedule(game(SCOREBOARD), game("bdl_games").setHome(TeamCode.LAL).setAway(TeamCode.DEN));
    assertThat(codes(schedule.failures()), contains(FailureCode.UNMATCHED_GAME));
  }

  @Test
  public void gamesOfOtherDaysInASchedulesBodyAreLeftAlone() {
    assertThat(schedule(game(SCOREBOARD).setGameDate(DAY.plusDays(1))).games(), is(empty()));
  }

  @Test
  public void theMostTrustedBoxScoreIsTakenWhole() {
    SlateBoxScores scores =
        scores(
            schedule(game(SCOREBOARD)),
            played("bdl_player_box_scores", "17", "Zed Quillfeather").setPoints(99),
            played(LOG, "900001", "Zed Quillfeather"),
            absent("nbac_gamebook_pdf", "900002", "Ulf Marchbanks"));
    assertThat(scores.failures(), is(empty()));
    assertThat(scores.played().stream().map(PlayerGame::getPoints).toList(), contains(20));
    assertThat(scores.played().get(0).getOpponent(), is(TeamCode.MIA));
    assertThat(scores.played().get(0).getHome(), is(true));
    assertThat(
        scores.absent().stream().map(PlayerDnp::getPlayerName).toList(),
        contains("Ulf Marchbanks"));
  }

  @Test
  public void aSourceWithItsOwnIdsIsReadByNames() {
    SlateBoxScores scores =
        scores(
            schedule(game(SCOREBOARD)),
            played("espn_game_boxscore", "17", "Zed Quillfeather"),
            played("espn_game_boxscore", "18", "Nobody Known"));
    assertThat(
        scores.played().stream().map(PlayerGame::getPlayer).toList(),
        contains(PlayerKey.of("900001")));
    assertThat(codes(scores.failures()), contains(FailureCode.UNRESOLVED_PLAYER));
  }

  @Test
  public void whomTheLeagueDoesNotKnowGoesByBalldontliesId() {
    SlateBoxScores scores =
        scores(
            schedule(game("bdl_games")),
            played("bdl_player_box_scores", "17", "Zed Quillfeather"),
            played("bdl_player_box_scores", "18", "Nobody Known"),
            absent("bdl_player_box_scores", "19", "Somebody Else"),
            absent("bdl_player_box_scores", "", "Without Id"));
    assertThat(
        scores.played().stream().map(PlayerGame::getPlayer).toList(),
        contains(PlayerKey.of("900001"), PlayerKey.of("bdl-18")));
    assertThat(scores.played().get(1).getGameId(), is("20310110-MIABOS"));
    assertThat(
        scores.absent().stream().map(PlayerDnp::getPlayer).toList(),
        contains(PlayerKey.standIn("19")));
    assertThat(codes(scores.failures()), contains(FailureCode.UNRESOLVED_PLAYER));
  }

  @Test
  public void whatIsNotFinalOrNotOfTheSlateIsNoBoxScoreYet() {
    SlateBoxScores scores =
        scores(
            schedule(game(SCOREBOARD)),
            played(LOG, "900001", "Zed Quillfeather").setGameStatus(GameStatus.LIVE),
            played(LOG, "900001", "Zed Quillfeather").setGameDate(DAY.plusDays(-1)));
    assertThat(scores.played(), is(empty()));
    assertThat(scores.failures(), is(empty()));
  }

  @Test
  public void aLineWithoutAGameOrWithoutFiguresIsAFailure() {
    SlateBoxScores scores =
        scores(
            schedule(game(SCOREBOARD)),
            played(LOG, "900001", "Zed Quillfeather").setTeam(TeamCode.UTA),
            played(LOG, "900002", "Ulf Marchbanks").setSteals(null));
    assertThat(
        codes(scores.failures()), contains(FailureCode.UNMATCHED_GAME, FailureCode.BAD_ENTRY));
    assertThat(scores.played(), is(empty()));
  }

  @Test
  public void whoPlayedIsNotAbsentWhateverAnotherSourceSays() {
    SlateBoxScores scores =
        scores(
            schedule(game(SCOREBOARD)),
            played(LOG, "900001", "Zed Quillfeather"),
            absent("nbac_gamebook_pdf", "900001", "Zed Quillfeather"));
    assertThat(scores.absent(), is(empty()));
  }
}
