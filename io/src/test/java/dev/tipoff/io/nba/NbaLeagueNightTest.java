package dev.tipoff.io.nba;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static dev.tipoff.io.sources.SourceFixtures.failures;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SlateParameters;
import dev.tipoff.io.sources.Source;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.Appearance;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import dev.tipoff.transforms.feed.FeedShot;
import dev.tipoff.transforms.feed.FeedTeamGame;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.time.Instant;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** The made-up league's night and the days before it, asked of a server as the sources are. */
public class NbaLeagueNightTest {
  private static final GameDay NIGHT = GameDay.parse("2031-01-10");
  private static final List<GameDay> BEFORE =
      List.of(NIGHT.plusDays(-8), NIGHT.plusDays(-6), NIGHT.plusDays(-4), NIGHT.plusDays(-2));
  private static final Instant ASKED = Instant.parse("2031-01-10T21:00:00Z");
  private static final Catalogue CATALOGUE = Catalogue.load();
  private static final Path LEAGUE =
      Path.of(System.getProperty("tipoff.root")).resolve("test-data/league");

  private static final WireMockServer SERVER =
      new WireMockServer(
          wireMockConfig().dynamicPort().usingFilesUnderDirectory(LEAGUE.toString()));

  /** Without the upgrade to HTTP/2 that a busy machine may cut short. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeClass
  public static void open() {
    SERVER.start();
  }

  @AfterClass
  public static void close() {
    SERVER.stop();
  }

  private static ParsedRows ask(String id, GameDay day, Map<String, String> about)
      throws IOException, InterruptedException {
    Source source = CATALOGUE.get(id);
    ImmutableMap<String, String> parameters =
        ImmutableMap.<String, String>builder()
            .putAll(SlateParameters.of(day, ASKED))
            .putAll(about)
            .buildOrThrow();
    String query =
        source.query().entrySet().stream()
            .map(
                entry ->
                    entry.getKey()
                        + "="
                        + URLEncoder.encode(
                            filled(entry.getValue(), parameters), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    URI address =
        URI.create(
            SERVER.baseUrl()
                + "/"
                + source.provider().id()
                + filled(source.path(), parameters)
                + (query.isEmpty() ? "" : "?" + query));
    HttpResponse<byte[]> answer =
        CLIENT.send(
            HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(address.toString(), answer.statusCode(), is(200));
    ParsedRows parsed =
        ParsedRows.of(source.parser(), Body.of(id, id, day, parameters, ASKED, answer.body()));
    assertThat(address.toString(), failures(parsed), is(empty()));
    return parsed;
  }

  private static String filled(String template, Map<String, String> parameters) {
    String text = template;
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      text = text.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    return text;
  }

  private static List<FeedGame> scoreboard(GameDay day) throws IOException, InterruptedException {
    List<FeedGame> games = ask("nbac_scoreboard_v2", day, Map.of()).rows(FeedTables.GAMES);
    assertThat(games, hasSize(2));
    return games;
  }

  private static int points(FeedGame game, TeamCode team) {
    Integer points = team == game.getHome() ? game.getHomePoints() : game.getAwayPoints();
    assertThat(game.getGameId(), points != null, is(true));
    return points;
  }

  private static void addUp(FeedPlayerGame line) {
    assertThat(
        line.getPlayerName(),
        line.getPoints(),
        is(
            2 * (line.getFieldGoalsMade() - line.getThreesMade())
                + 3 * line.getThreesMade()
                + line.getFreeThrowsMade()));
    assertThat(
        line.getPlayerName(),
        line.getRebounds(),
        is(line.getOffensiveRebounds() + line.getDefensiveRebounds()));
  }

  @Test
  public void theNightIsToComeAndTheDaysBeforeAreOver() throws Exception {
    assertThat(
        scoreboard(NIGHT).stream().map(FeedGame::getGameId).toList(),
        contains("0023000511", "0023000512"));
    for (FeedGame game : scoreboard(NIGHT)) {
      assertThat(game.getStatus(), is(GameStatus.SCHEDULED));
    }
    for (String schedule : List.of("nbac_schedule_api", "nbac_schedule_cdn")) {
      ParsedRows parsed = ask(schedule, NIGHT, Map.of());
      List<FeedGame> games = parsed.rows(FeedTables.GAMES);
      assertThat(games, hasSize(10));
      assertThat(parsed.ignored(), is(Map.of("preseason", 1, "teams not known yet", 1)));
      for (GameDay day : BEFORE) {
        for (FeedGame game : scoreboard(day)) {
          FeedGame listed =
              games.stream()
                  .filter(each -> each.getGameId().equals(game.getGameId()))
                  .findFirst()
                  .orElseThrow();
          assertThat(listed.getGameDate(), is(day));
          assertThat(listed.getTipTime(), is(game.getTipTime()));
          assertThat(listed.getStatus(), is(GameStatus.FINAL));
          assertThat(listed.getHomePoints(), is(game.getHomePoints()));
          assertThat(listed.getAwayPoints(), is(game.getAwayPoints()));
        }
      }
    }
  }

  @Test
  public void linesAddUpToTheScores() throws Exception {
    for (GameDay day : BEFORE) {
      List<FeedPlayerGame> lines =
          ask("nbac_player_boxscore", day, Map.of()).rows(FeedTables.PLAYER_GAMES);
      assertThat(lines, hasSize(20));
      lines.forEach(NbaLeagueNightTest::addUp);
      for (FeedGame game : scoreboard(day)) {
        for (TeamCode team : List.of(game.getHome(), game.getAway())) {
          List<FeedPlayerGame> five =
              lines.stream().filter(line -> line.getTeam() == team).toList();
          assertThat(
              five.stream().mapToInt(FeedPlayerGame::getPoints).sum(), is(points(game, team)));
          assertThat(five.stream().mapToDouble(FeedPlayerGame::getMinutes).sum(), is(240.0));
        }
      }
    }
  }

  @Test
  public void boxScoresAgreeWithTheLog() throws Exception {
    for (GameDay day : List.of(BEFORE.get(0), BEFORE.get(1), BEFORE.get(2), BEFORE.get(3), NIGHT)) {
      List<FeedPlayerGame> log =
          ask("nbac_player_boxscore", day, Map.of()).rows(FeedTables.PLAYER_GAMES);
      int played = 0;
      for (FeedGame game : scoreboard(day)) {
        ParsedRows box = ask("nbac_team_boxscore", day, SlateParameters.of(game));
        for (FeedPlayerGame line : box.rows(FeedTables.PLAYER_GAMES)) {
          assertThat(line.getGameStatus(), is(GameStatus.FINAL));
          if (line.getAppearance() == Appearance.PLAYED) {
            played++;
            FeedPlayerGame logged =
                log.stream()
                    .filter(each -> each.getPlayerId().equals(line.getPlayerId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(logged.getPoints(), is(line.getPoints()));
            assertThat(logged.getTurnovers(), is(line.getTurnovers()));
            assertThat(logged.getAtHome(), is(line.getAtHome()));
          }
        }
        for (FeedTeamGame team : box.rows(FeedTables.TEAM_GAMES)) {
          assertThat(team.getMinutes(), is(240.0));
          assertThat(
              log.stream()
                  .filter(line -> line.getTeam() == team.getTeam())
                  .mapToInt(FeedPlayerGame::getPoints)
                  .sum(),
              is(team.getPoints()));
        }
      }
      assertThat(played, is(log.size()));
    }
  }

  @Test
  public void theShotsOfTheNightAreThoseOfItsBoxScores() throws Exception {
    for (FeedGame game : scoreboard(NIGHT)) {
      List<FeedShot> shots =
          ask("nbac_play_by_play", NIGHT, SlateParameters.of(game)).rows(FeedTables.SHOTS);
      List<FeedPlayerGame> box =
          ask("nbac_team_boxscore", NIGHT, SlateParameters.of(game)).rows(FeedTables.PLAYER_GAMES);
      Map<String, Long> attempts =
          shots.stream().collect(groupingBy(FeedShot::getPlayerId, counting()));
      Map<String, Integer> fromTheField =
          shots.stream()
              .filter(FeedShot::getMade)
              .collect(groupingBy(FeedShot::getPlayerId, summingInt(FeedShot::getValue)));
      assertThat(attempts.size(), is(10));
      for (FeedPlayerGame line : box) {
        if (line.getAppearance() == Appearance.PLAYED) {
          assertThat(
              attempts.get(line.getPlayerId()), is(line.getFieldGoalsAttempted().longValue()));
          assertThat(
              fromTheField.get(line.getPlayerId()),
              is(line.getPoints() - line.getFreeThrowsMade()));
        }
      }
    }
  }

  @Test
  public void everyPlayerIsOnTheListAndOnHisTeamsPage() throws Exception {
    ParsedRows list = ask("nbac_player_list", NIGHT, Map.of());
    assertThat(list.rows(FeedTables.ROSTERS), hasSize(22));
    int listed = 0;
    for (TeamCode team : TeamCode.values()) {
      listed += ask("nbac_roster", NIGHT, SlateParameters.of(team)).rows(FeedTables.ROSTERS).size();
    }
    assertThat(listed, is(21));
    assertThat(ask("nbac_player_movement", NIGHT, Map.of()).rows(FeedTables.MOVEMENTS), hasSize(4));
  }
}
