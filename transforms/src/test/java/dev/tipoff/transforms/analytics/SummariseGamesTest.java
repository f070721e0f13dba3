package dev.tipoff.transforms.analytics;

import static dev.tipoff.transforms.Invented.DAY;

import dev.tipoff.transforms.OneBundle;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.feed.FeedShot;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.RowShape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.Rule;
import org.junit.Test;

public class SummariseGamesTest {
  private static final GameDay NEXT = DAY.plusDays(1);
  private static final GameDay LATER = DAY.plusDays(2);

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private final FinishedGame one = FinishedGame.of("one", DAY, 1);
  private final FinishedGame two = FinishedGame.of("two", DAY, 2);
  private final FinishedGame three = FinishedGame.of("three", NEXT, 3);
  private final FinishedGame four = FinishedGame.of("four", LATER, 4);
  private final List<FinishedGame> told = List.of(one, two, three, four);
  private final List<Failure> failures = new ArrayList<>();

  private <T> PCollection<T> rows(
      String name, Function<FinishedGame, List<T>> parts, Class<T> type) {
    List<T> all = new ArrayList<>();
    told.forEach(game -> all.addAll(parts.apply(game)));
    return all.isEmpty()
        ? pipeline.apply(name, Create.empty(RowShape.coder(type)))
        : OneBundle.of(pipeline, name, all, 5);
  }

  /** The rows of the slates are those of their games, each by itself. */
  private void check(SlateRange slates, FinishedGame... games) {
    PCollectionTuple result =
        rows("Schedule", game -> game.schedule, ScheduledGame.class)
            .apply(
                SummariseGames.of(
                    slates,
                    rows("Games", game -> game.played, PlayerGame.class),
                    rows("Dnps", game -> game.absent, PlayerDnp.class),
                    rows("Shots", game -> game.shots, FeedShot.class)));
    List<PlayerGameSummary> players = new ArrayList<>();
    List<TeamOffenseGameSummary> offenses = new ArrayList<>();
    List<TeamDefenseGameSummary> defenses = new ArrayList<>();
    for (FinishedGame game : games) {
      players.addAll(game.summary().players());
      offenses.addAll(game.summary().offenses());
      defenses.addAll(game.summary().defenses());
    }
    PAssert.that(result.get(SummariseGames.PLAYERS)).containsInAnyOrder(players);
    PAssert.that(result.get(SummariseGames.OFFENSES)).containsInAnyOrder(offenses);
    PAssert.that(result.get(SummariseGames.DEFENSES)).containsInAnyOrder(defenses);
    PAssert.that(result.get(SummariseGames.FAILURES)).containsInAnyOrder(failures);
    pipeline.run();
  }

  @Test
  public void everyGameOfTheSlatesIsSummarisedByItself() {
    check(SlateRange.of(DAY, NEXT), one, two, three);
  }

  @Test
  public void aSlateHasTheSameRowsAlone() {
    check(SlateRange.of(NEXT), three);
  }

  @Test
  public void aSlateThatIsNotPlayedYetHasNoRows() {
    four.schedule.set(0, four.scheduled(null, null));
    four.played.clear();
    four.absent.clear();
    four.shots.clear();
    check(SlateRange.of(LATER));
  }

  /** Also where both days are asked for at once. */
  @Test
  public void aPlayByPlayFiledUnderTwoDaysCountsForTheGamesOwn() {
    FeedShot first = one.shots.get(0);
    three.shots.add(one.shot(first.getTeam(), 0).setEventNumber(1).setFiledDate(NEXT).build());
    failures.add(
        Failure.of(
            "SummariseGames",
            FailureCode.WRONG_SLATE,
            "one|shots",
            "1 shots of game one are filed under 2031-01-11, whose schedule does not have it",
            three.shots.get(three.shots.size() - 1).toString(),
            NEXT));
    FinishedGame alone = FinishedGame.of("three", NEXT, 3);
    check(SlateRange.of(DAY, NEXT), one, two, alone);
  }
}
