package dev.tipoff.pipelines.workflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import dev.tipoff.pipelines.workflow.Decision.Earlier;
import dev.tipoff.transforms.ledger.WorkflowDecision.Action;
import dev.tipoff.transforms.model.GameDay;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;

/** {@link Decision} and {@link Workflows}. In January New York is five hours behind UTC. */
public class DecisionTest {
  private static final GameDay DAY = GameDay.parse("2031-01-10");
  private static final Workflows WORKFLOWS = Workflows.load();
  private static final List<Instant> EVENING =
      times("2031-01-11T00:00:00Z", "2031-01-11T03:30:00Z");
  private static final List<Instant> MATINEE =
      times("2031-01-10T17:10:00Z", "2031-01-11T00:00:00Z");

  private static List<Instant> times(String... texts) {
    return Arrays.stream(texts).map(Instant::parse).toList();
  }

  private static Decision decide(
      String workflow, GameDay day, List<Instant> tips, String now, Earlier... earlier) {
    return Decision.of(WORKFLOWS.get(workflow), day, tips, List.of(earlier), Instant.parse(now));
  }

  private static Action action(
      String workflow, List<Instant> tips, String now, Earlier... earlier) {
    return decide(workflow, DAY, tips, now, earlier).action();
  }

  private static Earlier ran(String time, boolean found) {
    return new Earlier(Instant.parse(time), found);
  }

  @Test
  public void thereAreTenAndAnUnknownOneIsRefused() {
    assertThat(
        WORKFLOWS.all().stream().map(Workflow::name).toList(),
        containsInAnyOrder(
            "morning_operations",
            "betting_lines",
            "post_game_window_1",
            "post_game_window_2",
            "post_game_window_3",
            "early_game_window_1",
            "early_game_window_2",
            "early_game_window_3",
            "injury_discovery",
            "referee_discovery"));
    assertThrows(IllegalArgumentException.class, () -> WORKFLOWS.get("lunch"));
  }

  @Test
  public void theMorningRunsOnceInItsWindowAndAgainAfterAFailure() {
    String seven = "2031-01-10T12:00:00Z";
    assertThat(action("morning_operations", List.of(), seven), is(Action.RUN));
    assertThat(action("morning_operations", List.of(), "2031-01-10T10:59:59Z"), is(Action.SKIP));
    assertThat(action("morning_operations", List.of(), "2031-01-10T15:00:01Z"), is(Action.SKIP));
    assertThat(
        action("morning_operations", List.of(), seven, ran("2031-01-10T11:30:00Z", true)),
        is(Action.SKIP));
    assertThat(
        action("morning_operations", List.of(), seven, ran("2031-01-10T11:30:00Z", false)),
        is(Action.RUN));
  }

  @Test
  public void bettingLinesRunEveryTwoHoursUntilTheLastTip() {
    assertThat(action("betting_lines", EVENING, "2031-01-10T14:00:00Z"), is(Action.RUN));
    assertThat(
        action("betting_lines", EVENING, "2031-01-10T15:00:00Z", ran("2031-01-10T14:00:00Z", true)),
        is(Action.SKIP));
    assertThat(
        action("betting_lines", EVENING, "2031-01-10T16:00:00Z", ran("2031-01-10T14:00:00Z", true)),
        is(Action.RUN));
    assertThat(
        action("betting_lines", times("2031-01-10T17:00:00Z"), "2031-01-10T17:00:00Z"),
        is(Action.SKIP));
  }

  @Test
  public void withoutAScheduleGamesCannotBeWaitedFor() {
    Decision decision = decide("betting_lines", DAY, List.of(), "2031-01-10T16:00:00Z");
    assertThat(decision.action(), is(Action.NOT_READY));
    assertThat(decision.reason(), containsString("morning_operations"));
  }

  @Test
  public void boxScoresWaitUntilAGameCanBeOver() {
    assertThat(action("post_game_window_1", EVENING, "2031-01-11T02:40:00Z"), is(Action.NOT_READY));
    assertThat(action("post_game_window_1", EVENING, "2031-01-11T03:10:00Z"), is(Action.RUN));
    assertThat(action("post_game_window_2", EVENING, "2031-01-11T06:00:00Z"), is(Action.RUN));
    assertThat(action("post_game_window_3", EVENING, "2031-01-11T09:00:00Z"), is(Action.RUN));
    assertThat(
        action(
            "post_game_window_2",
            EVENING,
            "2031-01-11T06:10:00Z",
            ran("2031-01-11T03:10:00Z", true)),
        is(Action.RUN));
    assertThat(
        action(
            "post_game_window_2",
            EVENING,
            "2031-01-11T06:10:00Z",
            ran("2031-01-11T05:40:00Z", true)),
        is(Action.SKIP));
  }

  @Test
  public void earlyWindowsAreForAfternoonGames() {
    assertThat(action("early_game_window_1", EVENING, "2031-01-10T20:15:00Z"), is(Action.SKIP));
    assertThat(
        action("early_game_window_1", MATINEE, "2031-01-10T20:05:00Z"), is(Action.NOT_READY));
    assertThat(action("early_game_window_1", MATINEE, "2031-01-10T20:15:00Z"), is(Action.RUN));
  }

  @Test
  public void discoveryGoesOnUntilItIsFoundOrHasRunOftenEnough() {
    String now = "2031-01-10T20:00:00Z";
    assertThat(action("referee_discovery", EVENING, now), is(Action.RUN));
    assertThat(
        action("referee_discovery", EVENING, now, ran("2031-01-10T15:00:00Z", true)),
        is(Action.SKIP));
    Earlier[] six = new Earlier[6];
    Arrays.fill(six, ran("2031-01-10T15:00:00Z", false));
    assertThat(action("referee_discovery", EVENING, now, six), is(Action.SKIP));
  }

  @Test
  public void windowsMoveWithDaylightSaving() {
    GameDay spring = GameDay.parse("2031-03-08");
    List<Instant> tips = times("2031-03-09T00:00:00Z");
    String before = "2031-03-09T07:45:00Z";
    assertThat(
        "03:45 of summer time is 07:45 UTC",
        decide("post_game_window_3", spring, tips, before).action(),
        is(Action.RUN));
    GameDay autumn = GameDay.parse("2031-11-01");
    List<Instant> late = times("2031-11-01T23:00:00Z");
    assertThat(
        "of the two hours from one to two the first counts",
        decide("post_game_window_2", autumn, late, "2031-11-02T05:20:00Z").action(),
        is(Action.RUN));
    assertThat(
        decide("post_game_window_2", autumn, late, "2031-11-02T06:00:00Z").action(),
        is(Action.SKIP));
  }
}
