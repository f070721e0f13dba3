package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tipoff.transforms.analytics.PlayerGameSummary;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.export.ChanceBin;
import dev.tipoff.transforms.export.LoggedGame;
import dev.tipoff.transforms.export.PublishedResult;
import dev.tipoff.transforms.export.SystemDay;
import dev.tipoff.transforms.grading.ByDay;
import dev.tipoff.transforms.grading.GradedPrediction;
import dev.tipoff.transforms.grading.Outcome;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.monitoring.WeeklyCalibration;
import dev.tipoff.transforms.odds.OverGivenNoPush;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What the statements of the exports come to, against the same computed here. */
public class ExportQueriesTest {
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static final GameDay LAST = InventedRows.DAY;
  private static final SlateRange SLATES = SlateRange.of(LAST.plusDays(-39), LAST);
  private static final double EXACT = 1e-9;

  private static final List<GradedPrediction> ALL = InventedGrades.rows();
  private static final List<GradedPrediction> GRADED =
      ALL.stream().filter(row -> !row.getGameDate().isBefore(SLATES.from())).toList();

  private static WarehouseFile file;

  @BeforeClass
  public static void fill() {
    file = WarehouseFile.in(FOLDER);
    file.replace(Tables.PREDICTION_ACCURACY, ALL);
    file.replace(
        Tables.PLAYER_GAME_SUMMARY,
        ALL.stream()
            .filter(row -> row.getSystemId().equals("one"))
            .map(ExportQueriesTest::summary)
            .toList());
  }

  private static PlayerGameSummary summary(GradedPrediction row) {
    return PlayerGameSummary.builder()
        .setSeason("2030-31")
        .setSeasonType(SeasonType.REGULAR)
        .setGameId(row.getGameId())
        .setGameDate(row.getGameDate())
        .setPlayer(row.getPlayer())
        .setPlayerName(row.getPlayerName())
        .setTeam(TeamCode.BOS)
        .setOpponent(TeamCode.MIA)
        .setHome(true)
        .setPlayed(true)
        .setMinutes(31.5)
        .setPoints(20)
        .setRebounds(5)
        .setAssists(4)
        .build();
  }

  private static <T> List<T> rows(NamedQuery<T> query) {
    try (WarehouseAdmin admin = file.warehouse().admin()) {
      List<T> rows = admin.rows(query);
      assertThat(query.name(), rows, hasSize(greaterThan(0)));
      return rows;
    }
  }

  private static Map<String, List<GradedPrediction>> by(
      List<GradedPrediction> rows, Function<GradedPrediction, String> key) {
    return rows.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  private static List<GradedPrediction> scored() {
    return GRADED.stream().filter(row -> row.getProbabilityScore() != null).toList();
  }

  private static double chance(GradedPrediction row) {
    return Objects.requireNonNull(
        OverGivenNoPush.of(row.getProbabilityOver(), row.getProbabilityPush()));
  }

  private static double came(GradedPrediction row) {
    return Objects.requireNonNull(row.getActualMargin()) > 0 ? 1 : 0;
  }

  private static double mean(
      List<GradedPrediction> rows, Function<GradedPrediction, Double> figure) {
    return rows.stream().mapToDouble(figure::apply).average().orElseThrow();
  }

  private static long count(List<GradedPrediction> rows, Outcome outcome) {
    return rows.stream().filter(row -> row.getOutcome() == outcome).count();
  }

  @Test
  public void aResultIsOfTheFirstSystemInTheOrderOfLeads() {
    Map<String, List<GradedPrediction>> props =
        by(
            GRADED.stream().filter(row -> row.getLine() != null).toList(),
            row -> row.getGameId() + row.getPlayer());
    List<PublishedResult> results = rows(ExportQueries.results(SLATES));
    assertThat(results, hasSize(props.size()));
    for (PublishedResult result : results) {
      List<GradedPrediction> words = props.get(result.getGameId() + result.getPlayer());
      GradedPrediction lead =
          words.stream()
              .filter(row -> row.getSystemId().equals("one"))
              .findFirst()
              .orElse(words.get(0));
      assertThat(result.getSystemId(), is(lead.getSystemId()));
      assertThat(result.getOutcome(), is(lead.getOutcome()));
      assertThat(result.getActual(), is(lead.getActual()));
      assertThat(result.getProfit(), is(lead.getProfit()));
      assertThat(result.getProbabilityOver(), is(closeTo(chance(lead), EXACT)));
      assertThat(result.getTeam(), is(TeamCode.BOS));
    }
  }

  @Test
  public void aGameHasTheLeadsWordInEachMarket() {
    Map<String, List<GradedPrediction>> games =
        by(GRADED, row -> row.getGameId() + row.getPlayer());
    List<LoggedGame> logged = rows(ExportQueries.loggedGames(SLATES));
    assertThat(logged, hasSize(games.size()));
    for (LoggedGame game : logged) {
      GradedPrediction lead =
          games.get(game.getGameId() + game.getPlayer()).stream()
              .filter(row -> row.getSystemId().equals("one"))
              .findFirst()
              .orElseThrow();
      assertThat(game.getPraMean(), is(lead.getMean()));
      assertThat(game.getPraOutcome(), is(lead.getOutcome()));
      assertThat(
          game.getPraLine(),
          lead.getLine() == null ? is(nullValue()) : is(lead.getLine().getValue()));
      assertThat(game.getPraChance() == null, is(lead.getLine() == null));
      assertThat(game.getPointsMean(), is(nullValue()));
      assertThat(game.getMinutes(), is(31.5));
    }
  }

  @Test
  public void aSystemsDayIsItsSettledBets() {
    Map<String, List<GradedPrediction>> days =
        by(
            GRADED.stream()
                .filter(row -> row.getActual() != null && row.getProfit() != null)
                .toList(),
            row -> row.getGameDate() + row.getSystemId());
    List<SystemDay> found = rows(ExportQueries.systemDays(SLATES));
    assertThat(found, hasSize(days.size()));
    for (SystemDay day : found) {
      List<GradedPrediction> bets = days.get(day.getGameDate() + day.getSystemId());
      assertThat((long) day.getBets(), is((long) bets.size()));
      assertThat((long) day.getWins(), is(count(bets, Outcome.WIN)));
      assertThat((long) day.getLosses(), is(count(bets, Outcome.LOSS)));
      assertThat((long) day.getPushes(), is(count(bets, Outcome.PUSH)));
      assertThat(
          day.getProfit(),
          is(closeTo(bets.stream().mapToDouble(GradedPrediction::getProfit).sum(), EXACT)));
      List<Double> clv =
          bets.stream().map(GradedPrediction::getClv).filter(Objects::nonNull).toList();
      assertThat(day.getClosingLines(), is(clv.size()));
      assertThat(
          day.getClvSum(),
          clv.isEmpty()
              ? is(nullValue())
              : is(closeTo(clv.stream().mapToDouble(value -> value).sum(), EXACT)));
    }
  }

  @Test
  public void chancesAreBinnedByTenths() {
    Map<String, List<GradedPrediction>> bins =
        by(scored(), row -> row.getSystemId() + Math.min(10, 1 + (int) (chance(row) * 10)));
    List<ChanceBin> found = rows(ExportQueries.reliability(SLATES));
    assertThat(found, hasSize(bins.size()));
    for (ChanceBin bin : found) {
      List<GradedPrediction> chances = bins.get(bin.getSystemId() + bin.getBin());
      assertThat(bin.getChances(), is(chances.size()));
      assertThat(bin.getMeanChance(), is(closeTo(mean(chances, ExportQueriesTest::chance), EXACT)));
      assertThat(bin.getOverShare(), is(closeTo(mean(chances, ExportQueriesTest::came), EXACT)));
      ByDay byDay = new ByDay();
      chances.forEach(row -> byDay.add(row.getGameDate(), came(row)));
      byDay
          .estimate()
          .ifPresent(
              estimate -> {
                if (estimate.high().isPresent()) {
                  double half = estimate.high().getAsDouble() - estimate.mean();
                  assertThat(bin.getHalf(), is(closeTo(half, EXACT)));
                } else {
                  assertThat(bin.getHalf(), is(nullValue()));
                }
              });
    }
  }

  @Test
  public void everyChanceIsInOneWeek() {
    List<WeeklyCalibration> weeks = rows(ExportQueries.weeklyCalibration(SLATES));
    for (String system : List.of("one", "other")) {
      List<WeeklyCalibration> own =
          weeks.stream().filter(week -> week.getSystemId().equals(system)).toList();
      List<GradedPrediction> chances =
          scored().stream().filter(row -> row.getSystemId().equals(system)).toList();
      assertThat(
          own.stream().mapToLong(WeeklyCalibration::getChances).sum(), is((long) chances.size()));
      assertThat(
          own.stream().mapToDouble(week -> week.getOverShare() * week.getChances()).sum(),
          is(closeTo(chances.stream().mapToDouble(ExportQueriesTest::came).sum(), 1e-6)));
      assertThat(
          own.stream().mapToDouble(week -> week.getMeanChance() * week.getChances()).sum(),
          is(closeTo(chances.stream().mapToDouble(ExportQueriesTest::chance).sum(), 1e-6)));
      own.forEach(week -> assertThat(week.getMarketBrier(), is(notNullValue())));
    }
  }
}
