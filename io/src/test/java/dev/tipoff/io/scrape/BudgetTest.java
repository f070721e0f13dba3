package dev.tipoff.io.scrape;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dev.tipoff.transforms.model.GameDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.time.Instant;
import org.junit.Test;

/** {@link Budget}. */
public class BudgetTest {
  private static final Instant TIP = Instant.parse("2031-01-11T00:00:00Z");

  private static PlannedCall call(int game, int credits, int value, int requests) {
    return PlannedCall.builder()
        .setSource("oddsa_player_props")
        .setGameDate(GameDay.parse("2031-01-10"))
        .setParameters(Map.of("event_id", game + "/" + value))
        .setTip(TIP.plus(game * 1_800_000L))
        .setCredits(credits)
        .setValue(value)
        .setRequests(requests)
        .build();
  }

  private static List<String> games(List<PlannedCall> calls) {
    return calls.stream().map(call -> call.getParameters().get("event_id")).toList();
  }

  @Test
  public void twentyCreditsOfFortyGoToTheSoonestGames() {
    List<PlannedCall> calls =
        new ArrayList<>(IntStream.range(0, 10).mapToObj(game -> call(game, 4, 2, 4)).toList());
    Collections.shuffle(calls, new Random(1));
    Budget budget = Budget.of(calls, 20);
    assertThat(games(budget.granted()), contains("0/2", "1/2", "2/2", "3/2", "4/2"));
    assertThat(games(budget.refused()), contains("5/2", "6/2", "7/2", "8/2", "9/2"));
    assertThat("no retry can be paid", budget.credits(), is(20L));
  }

  @Test
  public void ofOneGameTheMoreValuableCallIsFirstAndACheaperOneMayFollowADearOne() {
    Budget budget =
        Budget.of(
            List.of(call(0, 3, 1, 1), call(0, 4, 2, 1), call(1, 4, 2, 1), call(1, 3, 1, 1)), 10);
    assertThat(games(budget.granted()), contains("0/2", "0/1", "1/1"));
    assertThat(games(budget.refused()), contains("1/2"));
  }

  @Test
  public void whatIsLeftPaysForRetriesOfTheMostUrgentCalls() {
    Budget budget = Budget.of(List.of(call(0, 4, 2, 4), call(1, 4, 2, 4)), 23);
    assertThat(budget.granted().stream().map(PlannedCall::getRequests).toList(), contains(4, 1));
    assertThat(budget.credits(), is(20L));
  }

  @Test
  public void withoutCreditsNothingThatCostsGoesOut() {
    Budget budget = Budget.of(List.of(call(0, 4, 2, 4), call(1, 0, 2, 4)), 0);
    assertThat(games(budget.granted()), contains("1/2"));
    assertThat(budget.granted().get(0).getRequests(), is(4));
    assertThat(games(budget.refused()), contains("0/2"));
  }

  @Property
  void neverMoreThanThereIsWhateverTheOrder(
      @ForAll List<@IntRange(min = 0, max = 40) Integer> costs,
      @ForAll @IntRange(min = 0, max = 200) int credits,
      @ForAll Random random) {
    List<PlannedCall> calls = new ArrayList<>();
    for (int game = 0; game < costs.size(); game++) {
      calls.add(call(game, costs.get(game), game % 3, 1 + game % 4));
    }
    Budget budget = Budget.of(calls, credits);
    assertThat(budget.credits(), is(lessThanOrEqualTo((long) credits)));
    List<String> all = new ArrayList<>(games(budget.granted()));
    all.addAll(games(budget.refused()));
    assertThat(all, containsInAnyOrder(games(calls).toArray(new String[0])));
    long left = credits - budget.granted().stream().mapToLong(PlannedCall::getCredits).sum();
    for (PlannedCall refused : budget.refused()) {
      assertThat("an affordable call was skipped", refused.getCredits() > left, is(true));
    }
    Collections.shuffle(calls, random);
    assertThat(Budget.of(calls, credits), is(budget));
  }

  @Test
  public void nothingPlannedIsNothingSpent() {
    assertThat(Budget.of(List.of(), 20).granted(), is(empty()));
    assertThat(Budget.of(List.of(call(0, 1, 1, 1)), 1).granted(), hasSize(1));
  }
}
