package dev.tipoff.io.balldontlie;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static java.util.stream.Collectors.summingInt;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.tipoff.io.balldontlie.LeagueNight.Answer;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.Source.Paging;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.Appearance;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.feed.InjuryListing;
import dev.tipoff.transforms.tables.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;

/** The declared sources against the stubs of the invented league night. */
public class BdlLeagueNightTest {
  private static <T> List<T> rows(String source, Table<T> table) {
    List<T> rows = new ArrayList<>();
    for (Answer answer : LeagueNight.answers(source)) {
      rows.addAll(answer.parsed().rows(table));
    }
    return rows;
  }

  @Test
  public void everySourceIsAnsweredWhereItAsks() {
    for (String id : LeagueNight.SOURCES) {
      assertThat(id, LeagueNight.answers(id), is(not(empty())));
      for (Answer answer : LeagueNight.answers(id)) {
        Source source = answer.source();
        assertThat(answer.request().path("urlPath").asText(), is("/balldontlie" + source.path()));
        Set<String> asked = new TreeSet<>(source.query().keySet());
        if (source.paging() == Paging.CURSOR) {
          asked.add("cursor");
        }
        answer
            .request()
            .path("queryParameters")
            .fieldNames()
            .forEachRemaining(name -> assertThat(id, asked, hasItem(name)));
        ParsedRows parsed = answer.parsed();
        assertThat(answer.file(), parsed.failures(), is(empty()));
        List<Table<?>> tables = source.tables();
        parsed.tables().forEach(table -> assertThat(id, tables, hasItem(table)));
        boolean hasRows = !parsed.tables().isEmpty();
        assertThat(answer.file(), hasRows, is(!answer.file().endsWith("/none.json")));
      }
    }
  }

  @Test
  public void bothKindsOfBoxScoresAddUpToTheScores() {
    for (String source : List.of("bdl_box_scores", "bdl_player_box_scores")) {
      List<FeedPlayerGame> lines = rows(source, FeedTables.PLAYER_GAMES);
      assertThat(source, lines, hasSize(5 * 21));
      Map<String, Integer> points =
          lines.stream()
              .filter(line -> line.getAppearance() == Appearance.PLAYED)
              .collect(
                  groupingBy(
                      line -> line.getGameDate() + " " + line.getTeam(),
                      summingInt(line -> Objects.requireNonNull(line.getPoints()))));
      Map<String, Double> minutes =
          lines.stream()
              .filter(line -> line.getAppearance() == Appearance.PLAYED)
              .collect(
                  groupingBy(
                      line -> line.getGameDate() + " " + line.getTeam(),
                      summingDouble(line -> Objects.requireNonNull(line.getMinutes()))));
      assertThat(source, minutes.values(), everyItem(is(240.0)));
      Set<FeedGame> games = Set.copyOf(rows(source, FeedTables.GAMES));
      for (FeedGame game : games) {
        assertThat(game.getStatus(), is(GameStatus.FINAL));
        assertThat(points.get(game.getGameDate() + " " + game.getHome()), is(game.getHomePoints()));
        assertThat(points.get(game.getGameDate() + " " + game.getAway()), is(game.getAwayPoints()));
      }
      assertThat(points.get("2031-01-10 BOS"), is(112));
      assertThat(points.get("2031-01-10 DEN"), is(109));
    }
  }

  @Test
  public void theNightItself() {
    assertThat(
        rows("bdl_games", FeedTables.GAMES).stream()
            .filter(game -> game.getStatus() == GameStatus.SCHEDULED)
            .map(game -> game.getEventId() + " " + game.getTipTime())
            .toList(),
        is(List.of("1800511 2031-01-11T00:30:00.000Z", "1800512 2031-01-11T03:00:00.000Z")));
    assertThat(rows("bdl_active_players", FeedTables.ROSTERS), hasSize(21));
    assertThat(
        rows("bdl_injuries", FeedTables.INJURIES).stream()
            .map(InjuryListing::getPlayerName)
            .toList(),
        is(List.of("Ivo Đorđević", "Emeka Adu")));
    assertThat(rows("bdl_standings", FeedTables.STANDINGS), hasSize(4));
    assertThat(
        rows("bdl_live_box_scores", FeedTables.GAMES).get(0).getStatus(), is(GameStatus.LIVE));
  }
}
