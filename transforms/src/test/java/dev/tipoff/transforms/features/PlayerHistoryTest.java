package dev.tipoff.transforms.features;

import static dev.tipoff.transforms.Invented.MOE;
import static dev.tipoff.transforms.Invented.played;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.Test;

public class PlayerHistoryTest {
  private static final GameDay START = GameDay.parse("2030-11-01");

  /** A game every second day with these points. */
  private static List<PlayerGame> scoring(List<Integer> points) {
    return IntStream.range(0, points.size())
        .mapToObj(
            i ->
                played(String.format("%010d", i), START.plusDays(2L * i))
                    .setPoints(points.get(i))
                    .build())
        .toList();
  }

  private static List<String> ids(PlayerHistory history) {
    return history.games().stream().map(PlayerGame::getGameId).toList();
  }

  private static PlayerHistory history(PlayerGame.Builder... games) {
    return PlayerHistory.of(Stream.of(games).map(PlayerGame.Builder::build).toList());
  }

  @Property(tries = 200)
  void theOrderOfTheRowsDoesNotMatter(
      @ForAll @Size(max = 30) List<@IntRange(max = 60) Integer> points, @ForAll Random random) {
    List<PlayerGame> sorted = scoring(points);
    List<PlayerGame> shuffled = new ArrayList<>(sorted);
    Collections.shuffle(shuffled, random);
    assertThat(PlayerHistory.of(shuffled).games(), is(sorted));
  }

  @Property(tries = 200)
  void beforeAndSinceShareTheGamesOut(
      @ForAll @IntRange(max = 20) int count, @ForAll @IntRange(max = 45) int days) {
    PlayerHistory all = PlayerHistory.of(scoring(Collections.nCopies(count, 1)));
    GameDay slate = START.plusDays(days);
    assertThat(
        ids(all.before(slate)),
        is(
            all.games().stream()
                .filter(game -> game.getGameDate().isBefore(slate))
                .map(PlayerGame::getGameId)
                .toList()));
    assertThat(
        Stream.concat(all.before(slate).games().stream(), all.since(slate).games().stream())
            .toList(),
        is(all.games()));
  }

  @Property(tries = 200)
  void exponentialMeanIsTheWeightedSum(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 60) Integer> points,
      @ForAll @DoubleRange(min = 0.1, max = 1) double decay) {
    double sum = 0;
    double weights = 0;
    for (int k = 1; k <= points.size(); k++) {
      double weight = Math.pow(decay, k - 1);
      sum += weight * points.get(points.size() - k);
      weights += weight;
    }
    assertThat(
        PlayerHistory.of(scoring(points)).exponentialMean(PlayerGame::getPoints, decay),
        closeTo(sum / weights, 1e-9));
  }

  @Property(tries = 200)
  void figuresAreThoseOfTheGamesOfEachPart(
      @ForAll @Size(max = 30) List<@IntRange(max = 60) Integer> points,
      @ForAll @IntRange(max = 65) int days,
      @ForAll @IntRange(max = 12) int count) {
    GameDay slate = START.plusDays(days);
    PlayerHistory all = PlayerHistory.of(scoring(points));
    for (PlayerHistory part :
        List.of(
            all,
            all.before(slate),
            all.since(slate).last(count),
            all.before(slate).butLast(count),
            all.where(game -> game.getPoints() % 2 == 0).since(slate))) {
      for (Stat stat : Stat.values()) {
        assertThat(
            part.figures(stat).values(), is(part.games().stream().mapToDouble(stat::of).toArray()));
        assertThat(part.figures(stat).decayedSum(0.9), is(part.decayedSum(stat::of, 0.9)));
        assertThat(part.figures(stat).mean(), is(part.mean(stat::of)));
      }
    }
  }

  @Test
  public void leastMiddleAndMostFigures() {
    PlayerHistory all = PlayerHistory.of(scoring(List.of(99, 30, 10, 20)));
    assertThat(all.last(2).figures(Stat.POINTS).least(), is(10.0));
    assertThat(all.last(2).figures(Stat.POINTS).most(), is(20.0));
    assertThat(all.last(0).figures(Stat.POINTS).least(), is(Double.NaN));
    assertThat(all.last(0).figures(Stat.POINTS).most(), is(Double.NaN));
    assertThat(all.last(3).figures(Stat.POINTS).median(), is(20.0));
    assertThat(all.figures(Stat.POINTS).median(), is(25.0));
    assertThat(all.last(0).figures(Stat.POINTS).median(), is(Double.NaN));
  }

  @Test
  public void twoGamesOfADayGoByTheirIds() {
    PlayerHistory both = history(played("0000000002", START), played("0000000001", START));
    assertThat(ids(both), is(List.of("0000000001", "0000000002")));
  }

  @Test
  public void beforeExcludesEveryGameOfTheSlate() {
    PlayerHistory all =
        history(
            played("1", "2031-01-09"),
            played("2", "2031-01-10"),
            played("3", "2031-01-10"),
            played("4", "2031-01-11"));
    assertThat(ids(all.before(GameDay.parse("2031-01-10"))), is(List.of("1")));
    assertThat(ids(all.since(GameDay.parse("2031-01-10"))), is(List.of("2", "3", "4")));
  }

  @Test
  public void aViewOfAViewStaysInsideIt() {
    PlayerHistory all = PlayerHistory.of(scoring(List.of(1, 2, 3, 4, 5)));
    PlayerHistory middle = all.before(START.plusDays(8)).since(START.plusDays(2));
    assertThat(middle.size(), is(3));
    assertThat(ids(middle.last(10)), is(ids(middle)));
    assertThat(middle.last(1).mean(PlayerGame::getPoints), is(4.0));
    assertThat(middle.before(START).size(), is(0));
    assertThat(middle.since(START).size(), is(3));
    assertThat(middle.since(START.plusDays(20)).isEmpty(), is(true));
  }

  @Test
  public void aSeasonIsCutOutOfTheCareer() {
    PlayerHistory career =
        history(
            played("1", "2029-11-01"),
            played("2", "2030-04-01"),
            played("3", "2030-11-01"),
            played("4", "2031-04-01"),
            played("5", "2031-11-01"));
    assertThat(ids(career.season("2030-31")), is(List.of("3", "4")));
    assertThat(ids(career.season("2029-30")), is(List.of("1", "2")));
    assertThat(career.season("2028-29").isEmpty(), is(true));
    assertThat(career.season("2032-33").isEmpty(), is(true));
  }

  @Test
  public void lastTakesTheLatest() {
    PlayerHistory all = PlayerHistory.of(scoring(List.of(1, 2, 3, 4)));
    assertThat(all.last(2).mean(PlayerGame::getPoints), is(3.5));
    assertThat(all.last(9).size(), is(4));
    assertThat(all.last(0).isEmpty(), is(true));
    assertThat(all.latest().getPoints(), is(4));
  }

  @Test
  public void meanAndSampleDeviation() {
    PlayerHistory all = PlayerHistory.of(scoring(List.of(10, 20, 30, 40)));
    assertThat(all.mean(PlayerGame::getPoints), is(25.0));
    assertThat(
        all.figures(Stat.POINTS).standardDeviation(),
        closeTo(Math.sqrt((225 + 25 + 25 + 225) / 3.0), 1e-12));
    assertThat(all.last(1).figures(Stat.POINTS).standardDeviation(), is(Double.NaN));
  }

  @Test
  public void nothingHasNoMean() {
    PlayerHistory none = PlayerHistory.of(List.of());
    assertThat(none.isEmpty(), is(true));
    assertThat(none.mean(PlayerGame::getPoints), is(Double.NaN));
    assertThat(none.exponentialMean(PlayerGame::getPoints, 0.9), is(Double.NaN));
    assertThrows(IllegalStateException.class, none::latest);
  }

  @Test
  public void aGameThatIsThereTwiceIsRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> history(played("7", "2031-01-01"), played("7", "2031-01-01").setPoints(3)));
    assertThat(e.getMessage(), allOf(containsString("900001"), containsString("game 7 twice")));
  }

  @Test
  public void aGameThatIsThereTwiceOnDifferentDaysIsRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                history(
                    played("7", "2031-01-01"),
                    played("8", "2031-01-02"),
                    played("7", "2031-01-03")));
    assertThat(e.getMessage(), containsString("game 7 twice"));
  }

  @Test
  public void twoPlayersAreNoHistory() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> history(played("1", "2031-01-01"), played("2", "2031-01-02").setPlayer(MOE)));
    assertThat(e.getMessage(), allOf(containsString("900001"), containsString("900002")));
  }
}
