package dev.tipoff.transforms.features;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static dev.tipoff.transforms.Invented.MOE;
import static dev.tipoff.transforms.Invented.context;
import static dev.tipoff.transforms.Invented.played;
import static dev.tipoff.transforms.model.TeamCode.BOS;
import static dev.tipoff.transforms.model.TeamCode.CHI;
import static dev.tipoff.transforms.model.TeamCode.MIA;
import static dev.tipoff.transforms.model.TeamCode.NYK;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.Lists;
import dev.tipoff.transforms.availability.PlayerAvailability;
import dev.tipoff.transforms.availability.TeamReport;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.tables.RowShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.Rule;
import org.junit.Test;

public class ComputeFeaturesTest {
  private static final TeamCode[] TEAMS = {BOS, CHI, MIA, NYK};

  private static final Set<Feature> NEVER_ABSENT =
      EnumSet.copyOf(
          Stream.of(Feature.values())
              .filter(feature -> feature.definition().absence().isEmpty())
              .toList());

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static FeatureVector features(GameContext context, List<PlayerGame> rows) {
    Pregame known = Pregame.of(context, InventedLeague.of(rows), new InjuryReports());
    Map<Feature, Double> values = ComputeFeatures.features(known);
    return FeatureVector.of(context.getGameDate(), context.getGameId(), context.getPlayer(), values)
        .withQuality(new QualityGate(known, new FinishedGames()).quality(values));
  }

  private ComputeFeatures computed(String name, List<PlayerGame> games) {
    return ComputeFeatures.from(
        gathered(name, games),
        unreported(name),
        pipeline
            .apply("No shots of " + name, Create.empty(RowShape.coder(ZoneShots.class)))
            .apply("Zones of " + name, ZoneHistoryView.create()),
        pipeline
            .apply("No schedule of " + name, Create.empty(RowShape.coder(ScheduledGame.class)))
            .apply("Finished " + name, FinishedGamesView.create()));
  }

  private PCollectionView<InjuryReports> unreported(String name) {
    return pipeline
        .apply("No teams of " + name, Create.empty(RowShape.coder(TeamReport.class)))
        .apply(
            "Unreported " + name,
            InjuryReportsView.of(
                pipeline.apply(
                    "No players of " + name,
                    Create.empty(RowShape.coder(PlayerAvailability.class)))));
  }

  private PCollectionView<LeagueHistory> gathered(String name, List<PlayerGame> games) {
    return pipeline
        .apply(name, Create.of(games))
        .apply("Gather " + name, LeagueHistoryView.create());
  }

  private static Set<Feature> known(FeatureVector vector) {
    return EnumSet.copyOf(
        Stream.of(Feature.values()).filter(feature -> vector.get(feature).isPresent()).toList());
  }

  private static FeatureVector features(PlayerGame.Builder... games) {
    return features(
        context(GAME, DAY).build(), Lists.transform(List.of(games), PlayerGame.Builder::build));
  }

  /** All of a team's game that Zed has no part in. */
  private static PlayerGame others(
      String id, GameDay day, TeamCode team, TeamCode other, int points, int[] used, double min) {
    return played(id, day)
        .setPlayer(PlayerKey.of("all of " + team))
        .setTeam(team)
        .setOpponent(other)
        .setHome(false)
        .setMinutes(min)
        .setPoints(points)
        .setFieldGoalsAttempted(used[0])
        .setFreeThrowsAttempted(used[1])
        .setTurnovers(used[2])
        .setRebounds(40)
        .setAssists(25)
        .build();
  }

  /** Six games of Boston and Miami, the last with overtime, and five of New York and Chicago. */
  private static List<PlayerGame> league() {
    String[] days = {
      "2030-12-20", "2030-12-23", "2030-12-27", "2030-12-30", "2031-01-03", "2031-01-07"
    };
    int[] points = {10, 20, 30, 12, 18, 24};
    int[] rebounds = {5, 6, 7, 8, 9, 10};
    int[] assists = {1, 2, 3, 4, 5, 6};
    int[] minutes = {30, 32, 34, 36, 28, 26};
    List<PlayerGame> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String id = "00230001" + i;
      GameDay day = GameDay.parse(days[i]);
      int played = i == 5 ? 265 : 240;
      rows.add(
          played(id, day)
              .setMinutes(minutes[i])
              .setPoints(points[i])
              .setRebounds(rebounds[i])
              .setAssists(assists[i])
              .setFieldGoalsAttempted(10)
              .build());
      // With Zed's ten shots 90 + 11 + 9 = 110 possessions; Miami 80 + 22 + 12 = 114.
      rows.add(
          others(id, day, BOS, MIA, 100 - points[i], new int[] {80, 25, 9}, played - minutes[i]));
      rows.add(others(id, day, MIA, BOS, 110, new int[] {80, 50, 12}, played));
      if (i < 5) {
        rows.add(others("00230002" + i, day, NYK, CHI, 90, new int[] {88, 25, 1}, 240));
        rows.add(others("00230002" + i, day, CHI, NYK, 100, new int[] {88, 25, 1}, 240));
      }
    }
    return rows;
  }

  @Test
  public void formRestAndPaceOfASmallLeague() {
    FeatureVector found = features(context(GAME, DAY).build(), league());
    Map<Feature, Double> expected = new EnumMap<>(Feature.class);
    expected.put(Feature.POINTS_LAST_GAME, 24.0);
    expected.put(Feature.POINTS_MEAN_LAST_5, 104 / 5.0);
    expected.put(Feature.POINTS_MEAN_LAST_10, 19.0);
    expected.put(Feature.POINTS_MEAN_SEASON, 19.0);
    double weights = 1 + 0.9 + 0.81 + 0.729 + 0.6561 + 0.59049;
    expected.put(
        Feature.POINTS_MEAN_EXPONENTIAL,
        (24 + 0.9 * 18 + 0.81 * 12 + 0.729 * 30 + 0.6561 * 20 + 0.59049 * 10) / weights);
    expected.put(Feature.POINTS_SD_LAST_10, Math.sqrt(278 / 5.0));
    expected.put(Feature.REBOUNDS_LAST_GAME, 10.0);
    expected.put(Feature.REBOUNDS_MEAN_LAST_5, 8.0);
    expected.put(Feature.REBOUNDS_MEAN_LAST_10, 7.5);
    expected.put(Feature.REBOUNDS_MEAN_SEASON, 7.5);
    expected.put(
        Feature.REBOUNDS_MEAN_EXPONENTIAL,
        (10 + 0.9 * 9 + 0.81 * 8 + 0.729 * 7 + 0.6561 * 6 + 0.59049 * 5) / weights);
    expected.put(Feature.REBOUNDS_SD_LAST_10, Math.sqrt(3.5));
    expected.put(Feature.ASSISTS_LAST_GAME, 6.0);
    expected.put(Feature.ASSISTS_MEAN_LAST_5, 4.0);
    expected.put(Feature.ASSISTS_MEAN_LAST_10, 3.5);
    expected.put(Feature.ASSISTS_MEAN_SEASON, 3.5);
    expected.put(
        Feature.ASSISTS_MEAN_EXPONENTIAL,
        (6 + 0.9 * 5 + 0.81 * 4 + 0.729 * 3 + 0.6561 * 2 + 0.59049) / weights);
    expected.put(Feature.ASSISTS_SD_LAST_10, Math.sqrt(3.5));
    expected.put(Feature.PRA_LAST_GAME, 40.0);
    expected.put(Feature.PRA_MEAN_LAST_5, 164 / 5.0);
    expected.put(Feature.PRA_MEAN_LAST_10, 30.0);
    expected.put(Feature.PRA_MEAN_SEASON, 30.0);
    expected.put(
        Feature.PRA_MEAN_EXPONENTIAL,
        (40 + 0.9 * 32 + 0.81 * 24 + 0.729 * 40 + 0.6561 * 28 + 0.59049 * 16) / weights);
    expected.put(Feature.PRA_SD_LAST_10, Math.sqrt(88));
    expected.put(Feature.MINUTES_MEAN_LAST_5, 31.2);
    expected.put(Feature.MINUTES_MEAN_LAST_10, 31.0);
    expected.put(Feature.MINUTES_MEAN_SEASON, 31.0);
    expected.put(Feature.GAMES_SEASON, 6.0);
    expected.put(Feature.DAYS_REST, 3.0);
    expected.put(Feature.BACK_TO_BACK, 0.0);
    // 3 January is the seventh day before the slate.
    expected.put(Feature.GAMES_LAST_7_DAYS, 2.0);
    expected.put(Feature.HOME, 1.0);
    expected.put(Feature.OPPONENT_POINTS_ALLOWED_FACTOR, 100 / ((600 + 660 + 450 + 500) / 22.0));
    double pace = (5 * 112 + 112 * 48 / 53.0) / 6;
    expected.put(Feature.TEAM_PACE, pace);
    expected.put(Feature.OPPONENT_PACE, pace);
    expected.forEach(
        (feature, value) ->
            assertThat(feature.name(), found.get(feature).orElseThrow(), closeTo(value, 1e-9)));
    FeatureVector away =
        features(context(GAME, DAY).setHome(false).setOpponent(NYK).build(), league());
    assertThat(away.get(Feature.HOME), is(OptionalDouble.of(0)));
    assertThat(away.get(Feature.OPPONENT_PACE).getAsDouble(), closeTo(100, 1e-9));
  }

  @Test
  public void lastFiveLastTenAndTheSeasonDiffer() {
    PlayerGame.Builder[] games = new PlayerGame.Builder[12];
    for (int i = 0; i < 12; i++) {
      games[i] = played("g" + i, DAY.plusDays(i - 20)).setPoints(i + 1).setMinutes(i + 1);
    }
    FeatureVector found = features(games);
    assertThat(found.get(Feature.POINTS_MEAN_LAST_5), is(OptionalDouble.of(10)));
    assertThat(found.get(Feature.POINTS_MEAN_LAST_10), is(OptionalDouble.of(7.5)));
    assertThat(found.get(Feature.POINTS_MEAN_SEASON), is(OptionalDouble.of(6.5)));
    assertThat(found.get(Feature.MINUTES_MEAN_LAST_5), is(OptionalDouble.of(10)));
    assertThat(found.get(Feature.MINUTES_MEAN_LAST_10), is(OptionalDouble.of(7.5)));
    assertThat(found.get(Feature.MINUTES_MEAN_SEASON), is(OptionalDouble.of(6.5)));
    assertThat(
        found.get(Feature.POINTS_SD_LAST_10).getAsDouble(), closeTo(Math.sqrt(82.5 / 9), 1e-12));
    assertThat(found.get(Feature.GAMES_LAST_7_DAYS), is(OptionalDouble.of(0)));
  }

  @Test
  public void oneDayBetweenIsABackToBack() {
    FeatureVector one = features(played("1", DAY.plusDays(-1)));
    assertThat(one.get(Feature.BACK_TO_BACK), is(OptionalDouble.of(1)));
    assertThat(one.get(Feature.DAYS_REST), is(OptionalDouble.of(1)));
    FeatureVector two = features(played("1", DAY.plusDays(-2)));
    assertThat(two.get(Feature.BACK_TO_BACK), is(OptionalDouble.of(0)));
    assertThat(two.get(Feature.DAYS_REST), is(OptionalDouble.of(2)));
  }

  @Test
  public void oneGameHasNoDeviation() {
    FeatureVector found = features(played("1", DAY.plusDays(-1)).setPoints(12));
    for (Market market : Market.values()) {
      assertThat(found.get(Feature.sdLast10(market)), is(OptionalDouble.empty()));
    }
    assertThat(found.get(Feature.POINTS_MEAN_EXPONENTIAL), is(OptionalDouble.of(12)));
  }

  @Test
  public void withoutHistoryOnlyWhatNeedsNoneIsKnown() {
    FeatureVector none =
        features(
            played(GAME, DAY).setPoints(50),
            played("2", DAY.plusDays(1)).setPoints(50),
            played("3", "2026-04-01").setPoints(50));
    assertThat(known(none), is(NEVER_ABSENT));
    assertThat(none.get(Feature.GAMES_SEASON), is(OptionalDouble.of(0)));
  }

  @Test
  public void theSeasonIsThisOneAndACareerFourSeasons() {
    List<PlayerGame> rows = new ArrayList<>(league());
    FeatureVector alone = features(context(GAME, DAY).build(), rows);
    rows.add(played("old", "2027-04-01").setPoints(50).build());
    assertThat(features(context(GAME, DAY).build(), rows), is(alone));
    rows.add(played("last", "2030-04-01").setPoints(50).setMinutes(20).build());
    FeatureVector found = features(context(GAME, DAY).build(), rows);
    assertThat(found.get(Feature.POINTS_MEAN_SEASON), is(alone.get(Feature.POINTS_MEAN_SEASON)));
    assertThat(found.get(Feature.LAST_SEASON_POINTS), is(OptionalDouble.of(50)));
    assertThat(found.get(Feature.CAREER_GAMES), is(OptionalDouble.of(7)));
    assertThat(
        found.get(Feature.CAREER_POINTS).orElseThrow()
            > alone.get(Feature.CAREER_POINTS).orElseThrow(),
        is(true));
  }

  @Test
  public void aReturnAfterTheLongestSeasonsBreakIsPossible() {
    GameDay opening = GameDay.parse("2019-10-22");
    GameDay finals = GameDay.parse("2020-10-11");
    FeatureVector found =
        features(context(GAME, finals).build(), List.of(played("1", opening).build()));
    assertThat(found.get(Feature.DAYS_REST), is(OptionalDouble.of(355)));
  }

  @Test
  public void bothGamesOfADayLookBackOnTheSameGames() {
    List<PlayerGame> rows = new ArrayList<>(league());
    rows.add(played("0023000500", DAY).setPoints(60).build());
    rows.add(played("0023000501", DAY).setPoints(0).build());
    FeatureVector first = features(context("0023000500", DAY).build(), rows);
    FeatureVector second = features(context("0023000501", DAY).build(), rows);
    for (Feature feature : Feature.values()) {
      assertThat(feature.name(), second.get(feature), is(first.get(feature)));
    }
    assertThat(first.get(Feature.GAMES_SEASON), is(OptionalDouble.of(6)));
  }

  /** Four teams of five, every day two games, from 20 days before the slate to 5 after it. */
  private static List<PlayerGame> randomLeague(Random random) {
    List<PlayerGame> rows = new ArrayList<>();
    for (int offset = -20; offset <= 5; offset++) {
      List<TeamCode> teams = new ArrayList<>(List.of(TEAMS));
      Collections.shuffle(teams, random);
      for (int game = 0; game < 2; game++) {
        String id = String.format("%05d%05d", 10000 + offset, game);
        for (int side = 0; side < 2; side++) {
          for (int number = 0; number < 5; number++) {
            TeamCode team = teams.get(2 * game + side);
            rows.add(
                randomRow(random, id, DAY.plusDays(offset))
                    .setPlayer(player(team, number))
                    .setTeam(team)
                    .setOpponent(teams.get(2 * game + 1 - side))
                    .setHome(side == 0)
                    .build());
          }
        }
      }
    }
    return rows;
  }

  private static PlayerKey player(TeamCode team, int number) {
    return PlayerKey.of(team + "-" + number);
  }

  private static PlayerGame.Builder randomRow(Random random, String id, GameDay day) {
    return played(id, day)
        .setMinutes(48)
        .setPoints(15 + random.nextInt(11))
        .setRebounds(random.nextInt(15))
        .setAssists(random.nextInt(12))
        .setFieldGoalsAttempted(16 + random.nextInt(5))
        .setFreeThrowsAttempted(2 + random.nextInt(5))
        .setTurnovers(1 + random.nextInt(3));
  }

  /** The league with box scores on and after the slate changed, removed and added, and shuffled. */
  private static List<PlayerGame> anotherFuture(List<PlayerGame> league, Random random) {
    List<PlayerGame> rows = new ArrayList<>();
    for (PlayerGame row : league) {
      if (row.getGameDate().isBefore(DAY)) {
        rows.add(row);
        continue;
      }
      int fate = random.nextInt(4);
      if (fate == 0) {
        rows.add(
            randomRow(random, row.getGameId(), row.getGameDate())
                .setPlayer(row.getPlayer())
                .setTeam(row.getTeam())
                .setOpponent(row.getOpponent())
                .build());
      } else if (fate == 1) {
        rows.add(row);
        rows.add(
            randomRow(random, "new" + row.getGameId(), row.getGameDate())
                .setPlayer(row.getPlayer())
                .setTeam(TEAMS[random.nextInt(4)])
                .setOpponent(row.getOpponent())
                .setMinutes(random.nextInt(48))
                .build());
      } else if (fate == 2) {
        rows.add(row);
      }
    }
    Collections.shuffle(rows, random);
    return rows;
  }

  private static List<GameContext> contexts(GameDay day) {
    List<GameContext> contexts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      contexts.add(
          context("slate-" + day + "-" + i / 2, day)
              .setPlayer(player(TEAMS[i], i))
              .setTeam(TEAMS[i])
              .setOpponent(TEAMS[i ^ 1])
              .setHome(i % 2 == 0)
              .build());
    }
    return contexts;
  }

  @Property(tries = 150)
  void noLookBackSeesTheSlateOrLater(@ForAll Random random) {
    List<PlayerGame> league = randomLeague(random);
    List<PlayerGame> other = anotherFuture(league, random);
    for (GameContext context : contexts(DAY)) {
      FeatureVector known = features(context, league);
      assertThat(known.get(Feature.GAMES_SEASON), is(OptionalDouble.of(20)));
      assertThat(known.get(Feature.OPPONENT_PACE).isPresent(), is(true));
      assertThat(features(context, other), is(known));
    }
  }

  @Test
  public void aSlatesFeaturesDoNotHangOnLaterRowsOrOtherSlates() {
    Random random = new Random(7);
    List<PlayerGame> league = randomLeague(random);
    List<PlayerGame> other = anotherFuture(league, random);
    List<GameContext> slate = contexts(DAY);
    List<GameContext> many = new ArrayList<>(slate);
    List<FeatureVector> expected = new ArrayList<>();
    slate.forEach(context -> expected.add(features(context, league)));
    PAssert.that(
            pipeline
                .apply("The slate", Create.of(slate))
                .apply("Another future", computed("Other games", other))
                .output())
        .containsInAnyOrder(expected);
    List<FeatureVector> all = new ArrayList<>(expected);
    for (int offset = -20; offset < 0; offset += 4) {
      for (GameContext context : contexts(DAY.plusDays(offset))) {
        many.add(context);
        all.add(features(context, league));
      }
    }
    Collections.shuffle(many, random);
    PAssert.that(
            pipeline
                .apply("Many slates", Create.of(many))
                .apply("In one pass", computed("Games", league))
                .output())
        .containsInAnyOrder(all);
    pipeline.run();
  }

  @Test
  public void aPlayerWithoutBoxScoresGetsAFlaggedVectorAndBoxScoresAloneGetNone() {
    PAssert.thatSingleton(
            pipeline
                .apply("Contexts", Create.of(context(GAME, DAY).build()))
                .apply(
                    computed(
                        "Games", List.of(played("1", DAY.plusDays(-1)).setPlayer(MOE).build())))
                .output())
        .satisfies(
            vector -> {
              assertThat(known(vector), is(NEVER_ABSENT));
              assertThat(
                  vector.quality().flags(), is("TOO_FEW_GAMES;EARLY_SEASON;NO_INJURY_REPORT"));
              return null;
            });
    pipeline.run();
  }

  /** So many of Zed's games, one every second day up to the slate. */
  private static List<PlayerGame> games(int count) {
    List<PlayerGame> rows = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      rows.add(played("g" + i, DAY.plusDays(-2L * i)).setPoints(12).build());
    }
    return rows;
  }

  @Test
  public void aFeatureThatCannotBeRightMakesTheVectorAFailureAndTheRestComeOut() {
    List<PlayerGame> rows = new ArrayList<>(games(3));
    for (PlayerGame row : games(3)) {
      rows.add(row.toBuilder().setPlayer(MOE).setPoints(101).build());
    }
    WithFailures.Result<PCollection<FeatureVector>, Failure> computed =
        pipeline
            .apply(
                "Contexts",
                Create.of(context(GAME, DAY).build(), context(GAME, DAY).setPlayer(MOE).build()))
            .apply(computed("Games", rows));
    PAssert.that(computed.output()).containsInAnyOrder(features(context(GAME, DAY).build(), rows));
    PAssert.thatSingleton(computed.failures())
        .satisfies(
            failure -> {
              assertThat(failure.getCode(), is(FailureCode.FEATURE_OUT_OF_RANGE));
              assertThat(failure.getFailureKey(), is(GAME + " " + MOE));
              assertThat(failure.getGameDate(), is(DAY));
              assertThat(failure.getMessage(), containsString("POINTS_MEAN_SEASON is 101.0"));
              return null;
            });
    pipeline.run();
  }
}
