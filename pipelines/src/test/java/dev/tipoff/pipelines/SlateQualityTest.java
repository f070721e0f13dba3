package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.pipelines.TestWarehouse.Counts;
import dev.tipoff.transforms.catalogue.QualityTables;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.tables.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.Create;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Precompute over a slate of 25 players in three games, whose six teams have met before. */
public class SlateQualityTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static final GameDay DAY = GameDay.parse("2031-01-10");
  private static final SlateRange SLATE = SlateRange.of(DAY);
  private static final int PLAYERS = 25;
  private static final int TEAMS = 6;
  private static final int MEETINGS = 9;

  private static TeamCode team(int i) {
    return TeamCode.values()[i % TEAMS];
  }

  private static TeamCode opponent(int i) {
    return TeamCode.values()[(i % TEAMS) ^ 1];
  }

  private static PlayerKey player(int i) {
    return PlayerKey.of(Integer.toString(900_000 + i));
  }

  private static String name(int i) {
    return "Zed Quillfeather " + i;
  }

  private static List<GameContext> contexts(IntPredicate home) {
    return IntStream.range(0, PLAYERS)
        .mapToObj(
            i ->
                GameContext.builder()
                    .setGameDate(DAY)
                    .setGameId("00330" + i % TEAMS / 2)
                    .setSeason("2030-31")
                    .setSeasonType(SeasonType.REGULAR)
                    .setPlayer(player(i))
                    .setPlayerName(name(i))
                    .setTeam(team(i))
                    .setOpponent(opponent(i))
                    .setHome(home.test(i))
                    .build())
        .toList();
  }

  /**
   * Everybody misses a few of his team's games.
   *
   * @param most rebounds of a player in a game
   */
  private static List<PlayerGame> games(IntUnaryOperator most) {
    Random random = new Random(5);
    List<PlayerGame> games = new ArrayList<>();
    for (int meeting = 1; meeting <= MEETINGS; meeting++) {
      for (int i = 0; i < PLAYERS; i++) {
        if (random.nextInt(5) > 0) {
          games.add(boxScore(i, meeting, random.nextInt(most.applyAsInt(i)), random));
        }
      }
    }
    return games;
  }

  private static PlayerGame boxScore(int i, int meeting, int rebounds, Random random) {
    int made = random.nextInt(12);
    int free = random.nextInt(6);
    return PlayerGame.builder()
        .setSeason("2030-31")
        .setSeasonType(SeasonType.REGULAR)
        .setGameId("00330" + i % TEAMS / 2 + meeting)
        .setGameDate(DAY.plusDays(-2 * meeting - i % TEAMS / 2))
        .setPlayerName(name(i))
        .setPlayer(player(i))
        .setTeam(team(i))
        .setOpponent(opponent(i))
        .setHome((i + meeting) % 2 == 0)
        .setStarter(true)
        .setMinutes(10 + random.nextInt(30))
        .setPoints(2 * made + free)
        .setRebounds(rebounds)
        .setAssists(random.nextInt(12))
        .setSteals(1)
        .setBlocks(0)
        .setTurnovers(random.nextInt(5))
        .setFieldGoalsMade(made)
        .setFieldGoalsAttempted(made + random.nextInt(10))
        .setThreesMade(0)
        .setThreesAttempted(2)
        .setFreeThrowsMade(free)
        .setFreeThrowsAttempted(free)
        .setPlusMinus(3)
        .build();
  }

  private static <T> void store(Warehouse warehouse, Table<T> table, List<T> rows) {
    Pipeline pipeline = Pipeline.create(TestWarehouse.options(PipelineOptions.class));
    pipeline.apply(Create.of(rows).withCoder(table.coder())).apply(warehouse.replace(table));
    pipeline.run().waitUntilFinish();
  }

  private TestWarehouse filled(List<GameContext> contexts, List<PlayerGame> games)
      throws IOException {
    TestWarehouse league = TestWarehouse.in(folder.newFolder().toPath());
    store(league.services().warehouse(), Tables.PLAYER_GAME_CONTEXT, contexts);
    store(league.services().warehouse(), Tables.PLAYER_GAMES, games);
    return league;
  }

  private static int columns(Table<?> table) {
    return table.columns().size();
  }

  /** Of the columns that say who is at home; the league is too small to vary in all else. */
  private static List<String> messages(TestWarehouse league) {
    return league.column(
        "SELECT code || ' ' || message FROM nba_orchestration.failures"
            + " WHERE failure_key LIKE '%.home|%' OR NOT ENDS_WITH(code, '_COLUMN')"
            + " ORDER BY failure_key");
  }

  @Test
  public void aSoundSlateIsProfiledAndHasNoFailure() throws IOException {
    TestWarehouse league = filled(contexts(i -> i % 2 == 0), games(i -> 12));
    Counts counts = league.precompute(SLATE);
    assertThat(messages(league), is(empty()));
    assertThat(counts.stored(Tables.FEATURE_STORE), is((long) PLAYERS));
    assertThat(
        counts.stored(QualityTables.COLUMN_PROFILES),
        is((long) columns(Tables.PLAYER_GAME_CONTEXT) + columns(Tables.FEATURE_STORE)));
    assertThat(
        league.column(
            "SELECT CONCAT_WS(' ', game_date, stage, found, 'of', expected, share)"
                + " FROM nba_orchestration.slate_coverage"),
        contains("2031-01-10 features 25 of 25 1.0"));
    assertThat(
        league.column(
            "SELECT CONCAT_WS(' ', row_count, null_count, distinct_count, mean)"
                + " FROM nba_orchestration.column_profiles"
                + " WHERE table_name = 'nba_precompute.ml_feature_store' AND column_name = 'home'"),
        contains("25 0 2 0.52"));
  }

  @Test
  public void aConstantColumnIsAFailureAndAllRowsAreStored() throws IOException {
    TestWarehouse league = filled(contexts(i -> true), games(i -> 12));
    Counts counts = league.precompute(SLATE);
    assertThat(
        messages(league),
        contains(
            "CONSTANT_COLUMN nba_analytics.upcoming_player_game_context.home of 2031-01-10 is"
                + " '1' in all 25 rows that have a value, of 25",
            "CONSTANT_COLUMN nba_precompute.ml_feature_store.home of 2031-01-10 is '1' in all 25"
                + " rows that have a value, of 25"));
    assertThat(counts.stored(Tables.FEATURE_STORE), is((long) PLAYERS));
    assertThat(counts.stored(QualityTables.SLATE_COVERAGE), is(1L));
    assertThat(
        counts.stored(QualityTables.COLUMN_PROFILES),
        is((long) columns(Tables.PLAYER_GAME_CONTEXT) + columns(Tables.FEATURE_STORE)));
    Map<String, ?> before = league.digests(Tables.all());
    league.precompute(SLATE);
    assertThat(league.digests(Tables.all()), is(before));
  }

  /** They have more rebounds than anybody ever had: the inputs are wrong. */
  @Test
  public void thoseWithoutFeaturesAreMissing() throws IOException {
    Set<Integer> wrong = Set.of(3, 8, 20);
    TestWarehouse league =
        filled(contexts(i -> i % 2 == 0), games(i -> wrong.contains(i) ? 500 : 12));
    league.precompute(SLATE);
    assertThat(
        league.column(
            "SELECT message FROM nba_orchestration.failures WHERE code LIKE 'SLATE_COVERAGE%'"),
        containsInAnyOrder(
            "features of 22 of 25 players (88.0 %) of 2031-01-10, beside 0 refused; missing are Zed"
                + " Quillfeather 20, Zed Quillfeather 3, Zed Quillfeather 8"));
    assertThat(
        league.number("SELECT COUNT(*) FROM nba_orchestration.slate_coverage WHERE missing = 3"),
        is(1L));
    assertThat(league.digest(Tables.FEATURE_STORE).rows(), is(22L));
    assertThat(
        league.column(
            "SELECT DISTINCT table_name || ' ' || row_count FROM nba_orchestration.column_profiles"),
        containsInAnyOrder(
            "nba_analytics.upcoming_player_game_context 25", "nba_precompute.ml_feature_store 22"));
  }
}
