package dev.tipoff.io.espn;

import static dev.tipoff.io.sources.SourceBodies.DAY;
import static dev.tipoff.io.sources.SourceBodies.RECEIVED;
import static dev.tipoff.io.sources.SourceFixtures.failures;
import static dev.tipoff.io.sources.SourceFixtures.fixture;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceBodies;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.Appearance;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** {@link EspnGameBoxscore}. */
public class EspnGameBoxscoreTest {
  private static ParsedRows parse(String file) {
    return ParsedRows.of(
        new EspnGameBoxscore(), fixture(file, ImmutableMap.of("event_id", "401900511")));
  }

  private static FeedPlayerGame.Builder line(String id, String name, Appearance appearance) {
    return FeedPlayerGame.builder()
        .setSource("a_source")
        .setFiledDate(DAY)
        .setEventId("401900511")
        .setGameId("")
        .setGameDate(DAY)
        .setPlayerId(id)
        .setPlayerName(name)
        .setTeam(TeamCode.BOS)
        .setOpponent(TeamCode.MIA)
        .setAtHome(true)
        .setGameStatus(GameStatus.FINAL)
        .setAppearance(appearance)
        .setReceivedTime(RECEIVED);
  }

  @Test
  public void theLeaguesNight() {
    ParsedRows parsed = parse("league/__files/espn-site/boxscore-401900511.html");
    List<FeedPlayerGame> rows = parsed.rows(FeedTables.PLAYER_GAMES);
    assertThat(failures(parsed), is(empty()));
    assertThat(rows, hasSize(11));
    assertThat(
        rows,
        hasItem(
            line("9900001", "Teodor Łuczak", Appearance.PLAYED)
                .setStarter(true)
                .setMinutes(48.0)
                .setFieldGoalsMade(11)
                .setFieldGoalsAttempted(18)
                .setThreesMade(1)
                .setThreesAttempted(5)
                .setFreeThrowsMade(4)
                .setFreeThrowsAttempted(5)
                .setOffensiveRebounds(0)
                .setDefensiveRebounds(7)
                .setRebounds(7)
                .setAssists(11)
                .setSteals(3)
                .setBlocks(0)
                .setTurnovers(2)
                .setFouls(3)
                .setPlusMinus(8)
                .setPoints(27)
                .build()));
    assertThat(
        rows.get(10),
        is(
            line("9900003", "Ivo Đorđević", Appearance.DID_NOT_PLAY)
                .setReason("DNP-LEFT ANKLE SPRAIN")
                .setStarter(false)
                .build()));
  }

  @Test
  public void theOtherGameOfTheNight() {
    ParsedRows parsed =
        ParsedRows.of(
            new EspnGameBoxscore(), fixture("league/__files/espn-site/boxscore-401900512.html"));
    assertThat(failures(parsed), is(empty()));
    assertThat(
        parsed.rows(FeedTables.PLAYER_GAMES).stream()
            .collect(
                groupingBy(
                    FeedPlayerGame::getTeam, summingInt(row -> requireNonNull(row.getPoints())))),
        is(Map.of(TeamCode.DEN, 109, TeamCode.LAL, 115)));
  }

  @Test
  public void figuresAreKnownByTheirKeysAndDashesAreNone() {
    ParsedRows parsed = parse("espn/boxscore-live-with-dashes.html");
    List<FeedPlayerGame> rows = parsed.rows(FeedTables.PLAYER_GAMES);
    assertThat(rows, hasSize(2));
    assertThat(rows.get(0).getTeam(), is(TeamCode.GSW));
    assertThat(rows.get(0).getGameStatus(), is(GameStatus.LIVE));
    assertThat(rows.get(0).getPoints(), is(7));
    assertThat(rows.get(0).getFieldGoalsMade(), is(3));
    assertThat(rows.get(0).getFieldGoalsAttempted(), is(5));
    assertThat(rows.get(0).getPlusMinus(), is(nullValue()));
    assertThat(rows.get(0).getMinutes(), is(nullValue()));
    assertThat(rows.get(1).getFieldGoalsMade(), is(nullValue()));
    assertThat(rows.get(1).getPlusMinus(), is(0));
    assertThat(
        failures(parsed).stream().filter(text -> text.contains("new")).toList(),
        contains("SCHEMA_DRIFT a_source /bxscr/keys/hustle: the key is new"));
    assertThat(failures(parsed), hasItem(containsString("/bxscr/keys/minutes: the key is gone")));
    assertThat(failures(parsed), hasSize(1 + 13));
  }

  @Test
  public void playersThatCannotBeReadAreFailuresAndTheOthersGoOn() {
    ParsedRows parsed = parse("espn/boxscore-with-bad-entries.html");
    assertThat(
        parsed.rows(FeedTables.PLAYER_GAMES).stream()
            .map(row -> row.getPlayerName() + " " + row.getAppearance() + " " + row.getReason())
            .toList(),
        contains("Noel Achterberg DID_NOT_PLAY null"));
    String player = "/page/content/gamepackage/bxscr/0/stats/0/athlts/";
    assertThat(
        failures(parsed).stream().filter(text -> !text.contains("/bxscr/keys/")).toList(),
        containsInAnyOrder(
            failure(player + 0, "/stats/1: '3' is not [fieldGoalsMade, fieldGoalsAttempted]"),
            failure(player + 1, "/stats: 2 for 3 keys"),
            failure(player + 2, "/stats/0: 'x' is not [points]"),
            failure(player + 3, "/athlt/dspNm: expected a text, found nothing"),
            "SCHEMA_DRIFT a_source /page/content/gamepackage/bxscr/[]/stats/[]/athlts/[]/athlt/"
                + "dspNm: the field is gone",
            "SCHEMA_DRIFT a_source /page/content/gamepackage/bxscr/[]/stats/[]/athlts/[]/zeal: the"
                + " field is new",
            "SCHEMA_DRIFT a_source /page/content/gamepackage/bxscr/[]/mood: the field is new"));
  }

  private static String failure(String path, String message) {
    return "BAD_ENTRY a/body.json#" + path + ": at " + path + message;
  }

  @Test
  public void aGameThatHasNotBegunHasNoRows() {
    ParsedRows parsed = parse("espn/boxscore-not-begun.html");
    assertThat(parsed.tables(), is(empty()));
    assertThat(failures(parsed), is(empty()));
    assertThat(parsed.ignored(), is(Map.of("game that is not played yet", 1)));
  }

  @Test
  public void aPageWithoutTheGamesDataIsRefused() {
    assertThat(
        failures(parse("espn/page-without-data.html")),
        contains(
            "BAD_BODY a/body.json: not a page of ESPN: no script has window['__espnfitt__']="));
    assertThat(
        failures(parse("league/__files/espn-site/boxscore-401900512.html")),
        contains("BAD_BODY a/body.json: the page is of game 401900512, not of 401900511"));
    assertThat(
        failures(
            ParsedRows.of(
                new EspnGameBoxscore(),
                SourceBodies.of("<script>window['__espnfitt__']={\"page\":{</script>"))),
        contains(containsString("BAD_BODY a/body.json: not JSON at line 1")));
  }
}
