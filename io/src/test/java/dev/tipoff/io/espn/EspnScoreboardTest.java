package dev.tipoff.io.espn;

import static dev.tipoff.io.sources.SourceBodies.DAY;
import static dev.tipoff.io.sources.SourceBodies.RECEIVED;
import static dev.tipoff.io.sources.SourceFixtures.failures;
import static dev.tipoff.io.sources.SourceFixtures.fixture;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceBodies;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import java.util.Map;
import org.joda.time.Instant;
import org.junit.Test;

/** {@link EspnScoreboard}. */
public class EspnScoreboardTest {
  private static ParsedRows parse(String file) {
    return ParsedRows.of(new EspnScoreboard(), fixture(file));
  }

  private static List<String> texts(ParsedRows parsed) {
    return parsed.rows(FeedTables.GAMES).stream()
        .map(
            game ->
                String.join(
                    " ",
                    game.getGameDate().toString(),
                    game.getAway() + "@" + game.getHome(),
                    game.getStatus().name(),
                    game.getAwayPoints() + "-" + game.getHomePoints(),
                    String.valueOf(game.getSeasonType()),
                    game.getTipTime() == null ? "open" : "fixed"))
        .toList();
  }

  @Test
  public void theLeaguesNight() {
    ParsedRows parsed = parse("league/__files/espn-api/scoreboard-20310110.json");
    assertThat(failures(parsed), is(empty()));
    assertThat(parsed.rows(FeedTables.GAMES), hasSize(2));
    assertThat(
        parsed.rows(FeedTables.GAMES).get(0),
        is(
            FeedGame.builder()
                .setSource("a_source")
                .setFiledDate(DAY)
                .setEventId("401900511")
                .setGameId("")
                .setGameDate(DAY)
                .setSeasonType(SeasonType.REGULAR)
                .setHome(TeamCode.BOS)
                .setAway(TeamCode.MIA)
                .setTipTime(Instant.parse("2031-01-11T00:30:00Z"))
                .setStatus(GameStatus.SCHEDULED)
                .setArena("Harbour Garden")
                .setReceivedTime(RECEIVED)
                .build()));
  }

  @Test
  public void gamesOfAllKindsWithTheCodesThatOnlyEspnHas() {
    ParsedRows parsed = parse("espn/scoreboard-of-all-kinds.json");
    assertThat(failures(parsed), is(empty()));
    assertThat(
        texts(parsed),
        contains(
            "2031-01-10 GSW@NOP SCHEDULED null-null REGULAR fixed",
            "2031-01-11 NYK@SAS SCHEDULED null-null REGULAR open",
            "2031-01-10 UTA@WAS LIVE 12-9 REGULAR fixed",
            "2031-01-10 LAC@PHX LIVE 50-51 REGULAR fixed",
            "2031-01-10 BKN@CHA FINAL 131-128 REGULAR fixed",
            "2031-01-10 MEM@TOR POSTPONED null-null REGULAR fixed",
            "2031-01-10 OKC@POR CANCELED null-null REGULAR fixed",
            "2031-01-10 SAC@MIL POSTPONED null-null REGULAR fixed",
            "2030-12-16 ATL@DET FINAL 88-90 CUP_FINAL fixed",
            "2031-04-15 ATL@DET FINAL 88-90 PLAYIN fixed",
            "2031-05-15 ATL@DET FINAL 100-90 PLAYOFFS fixed"));
    assertThat(parsed.ignored(), is(Map.of("preseason", 1, "all-stars", 1)));
  }

  @Test
  public void gamesThatCannotBeReadAreFailuresAndTheOthersGoOn() {
    ParsedRows parsed = parse("espn/scoreboard-with-bad-entries.json");
    assertThat(texts(parsed), contains("2031-01-10 MEM@TOR SCHEDULED null-null REGULAR fixed"));
    assertThat(
        failures(parsed),
        contains(
            "BAD_ENTRY a/body.json#/events/0: at /events/0/date: 'soon' is not a time like"
                + " 2031-01-11T00:30:00Z",
            "BAD_ENTRY a/body.json#/events/1: at /events/1/competitions/0/competitors/1/score:"
                + " '12x' is no score",
            "BAD_ENTRY a/body.json#/events/2: at /events/2/competitions/0/competitors/0/team/"
                + "abbreviation: 'QQQ' is not a team",
            "BAD_ENTRY a/body.json#/events/3: at /events/3/status/type: 'post Abandoned' is no"
                + " state of a game that is known",
            "BAD_ENTRY a/body.json#/events/4: at /events/4/season/type: 4 is no known part of a"
                + " season",
            "BAD_ENTRY a/body.json#/events/5: at /events/5/competitions/0/competitors: not one at"
                + " home and one away",
            "BAD_ENTRY a/body.json#/events/6: at /events/6/competitions: 0 and not one",
            "SCHEMA_DRIFT a_source /events/[]/vibe: the field is new",
            "SCHEMA_DRIFT a_source /events/[]/competitions/[]/timeValid: the field is gone"));
  }

  @Test
  public void anErrorIsABadBodyInTheSourcesWordsAndADayWithoutGamesIsFine() {
    assertThat(
        failures(parse("espn/error.json")),
        contains("BAD_BODY a/body.json: an error of the source: Failed to get events endpoint."));
    ParsedRows none = ParsedRows.of(new EspnScoreboard(), SourceBodies.of("{\"events\":[]}"));
    assertThat(none.tables(), is(empty()));
    assertThat(none.failures(), is(empty()));
  }
}
