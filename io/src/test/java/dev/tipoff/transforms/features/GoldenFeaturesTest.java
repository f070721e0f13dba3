package dev.tipoff.transforms.features;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.junit.Assume.assumeTrue;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.history.HistoryFormats;
import dev.tipoff.io.history.HistoryRows;
import dev.tipoff.transforms.model.PlayerGame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * Thirty player-games of the real 2023-24 season, of which {@link SqlFeatures} computes every
 * feature that box scores give. Ours look back in the file of all seasons, those after the games
 * too. The data is not part of the repository.
 */
public class GoldenFeaturesTest {
  private static final Path HISTORY =
      Path.of(System.getProperty("tipoff.root"), "../shared/data/player_games.csv.gz");

  /** Relative, or absolute of what is below 1. */
  private static final double ROUNDING = 1e-9;

  private static final String ARENAS = "needs the places of arenas, which contexts bring";
  private static final String REPORT = "needs an injury report, of which box scores know nothing";
  private static final String SHOTS = "needs a play-by-play, which the data lacks";
  private static final String LINES = "needs lines, which contexts bring";

  /** What no query computes, and why. */
  private static final ImmutableMap<Feature, String> NOT_IN_SQL =
      ImmutableMap.<Feature, String>builder()
          .put(Feature.TRAVEL_MILES, ARENAS)
          .put(Feature.TIME_ZONES_CROSSED, ARENAS)
          .put(Feature.PAINT_SHARE_OF_SHOTS, SHOTS)
          .put(Feature.MID_RANGE_SHARE_OF_SHOTS, SHOTS)
          .put(Feature.ASSISTED_SHARE_OF_MAKES, SHOTS)
          .put(Feature.OPPONENT_PAINT_ALLOWED, SHOTS)
          .put(Feature.OPPONENT_MID_RANGE_ALLOWED, SHOTS)
          .put(Feature.ZONE_MISMATCH_SCORE, SHOTS)
          .put(Feature.INJURY_RISK, REPORT)
          .put(Feature.TEAMMATES_OUT, REPORT)
          .put(Feature.STARS_OUT, REPORT)
          .put(Feature.MINUTES_OUT, REPORT)
          .put(Feature.POINTS_OUT, REPORT)
          .put(Feature.USE_OUT, REPORT)
          .put(Feature.MOST_POINTS_OUT, REPORT)
          .put(Feature.MINUTES_OUT_IN_ROLE, REPORT)
          .put(Feature.MINUTES_OUT_AGAINST_USUAL, REPORT)
          .put(Feature.MINUTES_OUT_AGAINST_LAST_GAME, REPORT)
          .put(Feature.USE_AVAILABLE, REPORT)
          .put(Feature.POINTS_SCALED_TO_AVAILABLE, REPORT)
          .put(Feature.MINUTES_SCALED_TO_AVAILABLE, REPORT)
          .put(Feature.OPPONENT_MINUTES_OUT, REPORT)
          .put(Feature.OPPONENT_POINTS_OUT, REPORT)
          .put(Feature.USAGE_SPIKE_SCORE, REPORT)
          .put(Feature.SPREAD, LINES)
          .put(Feature.BLOWOUT_RISK, LINES)
          .put(Feature.TOTAL, LINES)
          .put(Feature.IMPLIED_TEAM_TOTAL, LINES)
          .put(Feature.IMPLIED_TOTAL_AGAINST_USUAL, LINES)
          .put(Feature.OPENING_LINE, LINES)
          .put(Feature.CURRENT_LINE, LINES)
          .put(Feature.LINE_MOVE, LINES)
          .put(Feature.LINE_AGAINST_SEASON, LINES)
          .build();

  private static SqlFeatures sql;

  @BeforeClass
  public static void compute() throws SQLException, IOException {
    assumeTrue("no real data here", Files.exists(HISTORY));
    sql = SqlFeatures.of(HISTORY);
  }

  @Test
  public void threeOfEveryKindAreChosen() {
    Map<String, Long> kinds =
        sql.slates().stream().collect(groupingBy(SqlFeatures.Slate::kind, counting()));
    assertThat(kinds, is(aMapWithSize(10)));
    assertThat(kinds.values(), everyItem(is(3L)));
  }

  /** So that a new feature does not escape. */
  @Test
  public void everyFeatureIsInSqlOrHasAReasonNotToBe() {
    assertThat(
        sql.features(),
        is(
            Arrays.stream(Feature.values())
                .filter(feature -> !NOT_IN_SQL.containsKey(feature))
                .map(Feature::id)
                .collect(toSet())));
  }

  /** What is not in SQL is absent on both sides: these contexts bring box scores only. */
  @Test
  public void featuresAreWhatSqlMakesOfTheSameBoxScores() throws IOException {
    List<PlayerGame> rows = HistoryRows.of(HistoryFormats.PLAYER_GAMES, HISTORY);
    LeagueHistory league = new LeagueHistory();
    rows.forEach(league::add);
    Map<String, PlayerGame> games =
        rows.stream().collect(toMap(GoldenFeaturesTest::key, row -> row));
    List<String> differences = new ArrayList<>();
    for (SqlFeatures.Slate slate : sql.slates()) {
      PlayerGame game = games.get(slate.key());
      Pregame known = Pregame.of(context(game), league, new InjuryReports(), new ZoneHistory());
      for (Feature feature : Feature.values()) {
        OptionalDouble ours = feature.of(known);
        Double other = sql.values().get(slate.key(), feature.id());
        if (!near(ours, other)) {
          differences.add(
              String.format(
                  "%s of %s (%s): %s, but by SQL %s",
                  feature.id(), slate.key(), slate.kind(), ours, other));
        }
      }
    }
    assertThat(String.join("\n", differences), differences, is(empty()));
  }

  private static String key(PlayerGame game) {
    return SqlFeatures.key(game.getGameId(), game.getPlayer().getId());
  }

  private static GameContext context(PlayerGame game) {
    return GameContext.builder()
        .setGameDate(game.getGameDate())
        .setGameId(game.getGameId())
        .setSeason(game.getSeason())
        .setSeasonType(game.getSeasonType())
        .setPlayer(game.getPlayer())
        .setPlayerName(game.getPlayerName())
        .setTeam(game.getTeam())
        .setOpponent(game.getOpponent())
        .setHome(game.getHome())
        .build();
  }

  private static boolean near(OptionalDouble ours, @Nullable Double other) {
    if (ours.isEmpty() || other == null) {
      return ours.isEmpty() && other == null;
    }
    return Math.abs(ours.getAsDouble() - other) <= ROUNDING * Math.max(1, Math.abs(other));
  }
}
