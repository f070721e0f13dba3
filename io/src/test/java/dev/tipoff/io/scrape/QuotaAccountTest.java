package dev.tipoff.io.scrape;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.Lists;
import dev.tipoff.transforms.ledger.QuotaEntry;
import dev.tipoff.transforms.ledger.QuotaEntry.Kind;
import dev.tipoff.transforms.model.GameDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.Test;

/** {@link QuotaAccount}, alone and with {@link Budget}. */
public class QuotaAccountTest {
  private static final Instant FIRST = Instant.parse("2031-01-10T16:00:00Z");
  private static final Instant SECOND = FIRST.plus(Duration.standardHours(2));

  private int entries;

  private static ScrapeSettings settings(Instant asOf) {
    return ScrapeSettings.of(asOf, 400);
  }

  private static PlannedCall call(int game, int price) {
    return PlannedCall.builder()
        .setSource("oddsa_player_props")
        .setGameDate(GameDay.parse("2031-01-10"))
        .setParameters(Map.of("event_id", "e" + game))
        .setTip(SECOND.plus(game * 1_000L))
        .setCredits(price)
        .setValue(1)
        .setRequests(4)
        .build();
  }

  private static QuotaEntry debit(Instant asOf, PlannedCall call, int requests) {
    return settings(asOf)
        .entry("tested", call.key(), Kind.DEBIT)
        .setCredits(requests * call.getCredits())
        .build();
  }

  private QuotaEntry answer(Instant asOf, PlannedCall call, int cost, @Nullable Integer remaining) {
    return settings(asOf)
        .entry("tested", "envelope " + entries++, Kind.OBSERVED)
        .setCallKey(settings(asOf).requestKey(call, ""))
        .setCredits(cost)
        .setRemaining(remaining)
        .build();
  }

  private static QuotaAccount account(Instant asOf, List<QuotaEntry> ledger, String... stage) {
    return new QuotaAccount(asOf, ledger, Set.of(stage));
  }

  private static void assertLeft(Instant asOf, List<QuotaEntry> ledger, long left) {
    assertThat(account(asOf, ledger).left(), is(Optional.of(left)));
    assertThat(account(asOf, Lists.reverse(ledger)).left(), is(Optional.of(left)));
  }

  @Test
  public void withoutAWordOfTheProviderNobodyKnows() {
    assertThat(account(FIRST, List.of()).left(), is(Optional.empty()));
    assertThat(account(FIRST, List.of(debit(FIRST, call(1, 4), 4))).left(), is(Optional.empty()));
  }

  @Test
  public void ofOneRunTheLeastCountsThoughItWasToldFirst() {
    assertLeft(
        FIRST, List.of(answer(FIRST, call(1, 4), 0, 16), answer(FIRST, call(2, 4), 0, 20)), 16);
  }

  @Test
  public void ofTwoRunsTheLaterCountsThoughItHasMore() {
    assertLeft(
        SECOND, List.of(answer(FIRST, call(1, 4), 0, 16), answer(SECOND, call(2, 4), 0, 500)), 500);
  }

  @Test
  public void whatWasSetAsideCountsUntilItIsAnswered() {
    PlannedCall call = call(1, 4);
    QuotaEntry before = answer(FIRST, call(9, 0), 0, 100);
    QuotaEntry debit = debit(FIRST, call, 4);
    assertLeft(FIRST, List.of(before, debit), 84);
    assertLeft(FIRST, List.of(before, debit, answer(FIRST, call, 4, 96)), 96);
    assertLeft(FIRST, List.of(before, debit, answer(FIRST, call, 8, null)), 92);
    assertThat(account(SECOND, List.of(debit, answer(FIRST, call, 8, null))).spentToday(), is(8L));
    assertThat("of another run", account(SECOND, List.of(debit)).spentToday(), is(16L));
  }

  @Test
  public void aCallThatMayBeAskedAgainCountsInFull() {
    PlannedCall call = call(1, 4);
    List<QuotaEntry> ledger =
        List.of(
            answer(FIRST, call(9, 0), 0, 100),
            debit(FIRST, call, 4),
            debit(FIRST, call, 4),
            answer(FIRST, call, 4, 96));
    QuotaAccount account = account(FIRST, ledger, call.key());
    assertThat(account.setAside(), is(Map.of(call.key(), 16)));
    assertThat("96 less three requests", account.left(), is(Optional.of(84L)));
    assertThat(account.spentToday(), is(16L));
    assertThat(
        "in another run it is new", account(SECOND, ledger, call.key()).setAside().isEmpty());
  }

  /**
   * Runs one after another, some of which die and are launched again, with answers that tell what
   * is left, do not, or get lost: the provider is never asked for more than it has, and what could
   * be paid is not refused.
   */
  @Property
  void neverMoreIsSpentThanThereIs(
      @ForAll @IntRange(min = 0, max = 150) int credits,
      @ForAll @IntRange(min = 1, max = 6) int runs,
      @ForAll Random random) {
    int remaining = credits;
    List<QuotaEntry> ledger = new ArrayList<>();
    Map<String, Integer> asked = new HashMap<>();
    Instant asOf = FIRST;
    for (int run = 0; run < runs; run++) {
      if (random.nextBoolean()) {
        asOf = asOf.plus(1_000);
        asked.clear();
      }
      ledger.add(answer(asOf, call(99, 0), 0, remaining));
      Map<String, PlannedCall> stage = new HashMap<>();
      for (int game = 0; game < 8; game++) {
        PlannedCall call = call(game, 1 + game % 4);
        stage.put(call.key(), call);
      }
      Collections.shuffle(ledger, random);
      QuotaAccount account = new QuotaAccount(asOf, ledger, stage.keySet());
      Map<String, Integer> setAside = account.setAside();
      List<PlannedCall> granted = new ArrayList<>();
      setAside.forEach(
          (key, aside) ->
              granted.add(stage.get(key).allowing(aside / stage.get(key).getCredits())));
      long left = account.left().orElseThrow();
      Budget budget =
          Budget.of(
              stage.values().stream().filter(each -> !setAside.containsKey(each.key())).toList(),
              left);
      granted.addAll(budget.granted());
      long unspent = left - budget.granted().stream().mapToLong(PlannedCall::getCredits).sum();
      for (PlannedCall refused : budget.refused()) {
        assertThat("it could be paid", (long) refused.getCredits(), is(greaterThan(unspent)));
      }
      for (PlannedCall call : granted) {
        ledger.add(debit(asOf, call, call.getRequests()));
      }
      int dies = random.nextInt(2 * granted.size() + 1);
      for (PlannedCall call : granted.subList(0, Math.min(dies, granted.size()))) {
        int before = asked.getOrDefault(call.key(), 0);
        int requests = random.nextInt(call.getRequests() - before + 1);
        asked.put(call.key(), before + requests);
        int cost = requests * call.getCredits();
        remaining -= cost;
        assertThat("more than there is", remaining, is(greaterThanOrEqualTo(0)));
        if (random.nextInt(3) > 0) {
          boolean isTold = requests > 0 && random.nextBoolean();
          ledger.add(answer(asOf, call, cost, isTold ? remaining : null));
        }
      }
    }
  }
}
