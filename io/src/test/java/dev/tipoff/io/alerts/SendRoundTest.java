package dev.tipoff.io.alerts;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.io.secrets.SecretsAccess;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.alerts.AlertDelivery;
import dev.tipoff.transforms.alerts.AlertDelivery.State;
import dev.tipoff.transforms.alerts.GroupFailures;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.Test;

public class SendRoundTest {
  private static final Instant EVENING = Instant.parse("2025-01-10T23:00:00Z");
  private static final GameDay DAY = GameDay.parse("2025-01-10");

  private final KeptClaims claims = new KeptClaims();
  private final FakeChannel slack = new FakeChannel("slack");

  @Test
  public void whatIsMoreUrgentGoesFirst() {
    Alert warning = alert(FailureCode.BAD_BODY, "a");
    Alert critical = alert(FailureCode.LOST_RUN, "b");
    Alert info = alert(FailureCode.LATE_LINE, "c");
    send(EVENING, info, warning, critical);
    assertThat(slack.taken, contains(critical, warning, info));
  }

  @Test
  public void aSixthOfAKindInAnHourIsHeldAndToldInADigest() {
    Alert[] alerts = alerts(7);
    List<AlertDelivery> first = send(EVENING, alerts);
    assertThat(inState(first, State.SENT), hasSize(5));
    assertThat(inState(first, State.HELD), hasSize(2));
    assertThat(inState(first, State.TOLD), is(inState(first, State.HELD)));
    assertThat(slack.taken, hasSize(6));
    Alert digest = slack.taken.get(5);
    assertThat(digest.getCode(), is(FailureCode.ALERTS_HELD));
    assertThat(digest.getFailures(), is(2L));
    assertThat(digest.getSamples(), is("2 predict/Predict/BAD_BODY"));
  }

  @Test
  public void digestsKeepAnHourApart() {
    send(EVENING, alerts(6));
    Alert another = alert(FailureCode.BAD_BODY, "another");
    List<AlertDelivery> held = send(EVENING.plusSeconds(60), another);
    assertThat(held.stream().map(AlertDelivery::getState).toList(), contains(State.HELD));
    List<AlertDelivery> told =
        round(AlertSettings.USUAL_PER_HOUR, false, EVENING.plus(Duration.ofHours(1)))
            .send(slack, List.of(), List.of(another));
    assertThat(inState(told, State.TOLD), contains(another.getAlertId()));
    assertThat(slack.taken.get(slack.taken.size() - 1).getCode(), is(FailureCode.ALERTS_HELD));
  }

  @Test
  public void anotherKindAndAnotherHourHaveTheirOwnAllowance() {
    send(EVENING, alerts(5));
    Alert other = alert(FailureCode.CALL_TIMEOUT, "x");
    assertThat(inState(send(EVENING, other), State.SENT), contains(other.getAlertId()));
    Alert later = alert(FailureCode.BAD_BODY, "later");
    assertThat(
        inState(send(EVENING.plus(Duration.ofHours(1)), later), State.SENT),
        contains(later.getAlertId()));
  }

  @Test
  public void whatWasSentIsNotSentAgain() {
    Alert alert = alert(FailureCode.BAD_BODY, "a");
    send(EVENING, alert);
    assertThat(inState(send(EVENING, alert), State.SENT), contains(alert.getAlertId()));
    assertThat(slack.taken, contains(alert));
  }

  @Test
  public void whatWasNotTakenIsTriedAgainWithinTheSameAllowance() {
    slack.refuses = true;
    Alert alert = alert(FailureCode.BAD_BODY, "a");
    List<AlertDelivery> refused = send(EVENING, alert);
    assertThat(refused.get(0).getState(), is(State.NOT_SENT));
    assertThat(refused.get(0).getReason(), is("slack: status 503"));
    slack.refuses = false;
    assertThat(inState(send(EVENING, alert), State.SENT), contains(alert.getAlertId()));
    assertThat(inState(send(EVENING, alerts(5)), State.SENT), hasSize(4));
  }

  @Test
  public void aChannelThatRefusesTwiceIsLeftAloneForAWhile() {
    slack.refuses = true;
    send(EVENING, alerts(4));
    assertThat(slack.tried, is(2));
    send(EVENING.plusSeconds(60), alert(FailureCode.CALL_TIMEOUT, "x"));
    assertThat(slack.tried, is(2));
    slack.refuses = false;
    send(EVENING.plusSeconds(600), alerts(4));
    assertThat(slack.taken, hasSize(4));
  }

  @Test
  public void aDefectOfAChannelIsOnlyAnUnsentAlert() {
    slack.stumbles = true;
    List<AlertDelivery> refused = send(EVENING, alert(FailureCode.BAD_BODY, "a"));
    assertThat(refused.get(0).getState(), is(State.NOT_SENT));
    assertThat(refused.get(0).getReason(), containsString("IllegalStateException"));
  }

  @Test
  public void nothingIsSentThatNobodyCanCount() {
    claims.goDown();
    List<AlertDelivery> refused = send(EVENING, alerts(3));
    assertThat(slack.taken, empty());
    assertThat(
        refused.stream().map(AlertDelivery::getState).toList(), everyItem(is(State.NOT_SENT)));
  }

  @Test
  public void claimsThatCannotBeOpenedOrClosedAreOnlyAlertsThatWait() {
    claims.isShut = true;
    List<AlertDelivery> waiting = send(EVENING, alerts(2));
    assertThat(slack.tried, is(0));
    assertThat(inState(waiting, State.NOT_SENT), hasSize(2));
    assertThat(waiting.get(0).getReason(), is("shut"));
    claims.isShut = false;
    claims.isStuck = true;
    assertThat(inState(send(EVENING, alerts(2)), State.SENT), hasSize(2));
    assertThat(slack.taken, hasSize(2));
  }

  @Test
  public void whatWasSentIsSentAlthoughNobodyCanMarkIt() {
    FakeChannel last =
        new FakeChannel("slack") {
          @Override
          public AlertChannel open(Secrets secrets) {
            claims.goDown();
            return super.open(secrets);
          }
        };
    List<AlertDelivery> sent =
        round(5, false, EVENING).send(last, List.of(alert(FailureCode.BAD_BODY, "a")), List.of());
    assertThat(sent.stream().map(AlertDelivery::getState).toList(), contains(State.SENT));
  }

  @Test
  public void channelsHaveTheirOwnAllowances() {
    send(EVENING, alerts(5));
    FakeChannel mail = new FakeChannel("mail");
    round(5, false, EVENING).send(mail, List.of(alert(FailureCode.BAD_BODY, "new")), List.of());
    assertThat(mail.taken, hasSize(1));
  }

  @Test
  public void forceSendsEverything() {
    List<AlertDelivery> sent = round(1, true, EVENING).send(slack, List.of(alerts(9)), List.of());
    assertThat(inState(sent, State.SENT), hasSize(9));
    assertThat(slack.taken, hasSize(9));
  }

  @Test
  public void forceNeedsNoClaims() {
    claims.isShut = true;
    round(1, true, EVENING).send(slack, List.of(alerts(3)), List.of());
    assertThat(slack.taken, hasSize(3));
  }

  @Test
  public void twoRunsAtOnceSendNoMoreThanOne() throws InterruptedException {
    FakeChannel one = new FakeChannel("slack");
    FakeChannel other = new FakeChannel("slack");
    List<Thread> runs = new ArrayList<>();
    for (FakeChannel channel : List.of(one, other)) {
      runs.add(
          new Thread(
              () ->
                  round(5, false, EVENING)
                      .send(
                          channel,
                          IntStream.range(0, 8)
                              .mapToObj(
                                  i ->
                                      alert(
                                          FailureCode.BAD_BODY,
                                          (channel == one ? "one" : "other") + i))
                              .toList(),
                          List.of())));
    }
    runs.forEach(Thread::start);
    for (Thread run : runs) {
      run.join();
    }
    List<Alert> all = Stream.concat(one.taken.stream(), other.taken.stream()).toList();
    assertThat(
        all.stream().filter(sent -> sent.getCode() == FailureCode.BAD_BODY).toList(), hasSize(5));
    assertThat(
        all.stream().filter(sent -> sent.getCode() == FailureCode.ALERTS_HELD).toList(),
        hasSize(1));
  }

  private List<AlertDelivery> send(Instant now, Alert... alerts) {
    return round(AlertSettings.USUAL_PER_HOUR, false, now).send(slack, List.of(alerts), List.of());
  }

  private SendRound round(int perHour, boolean force, Instant now) {
    AlertSettings usual =
        AlertSettings.of(List.of(slack), SecretsAccess.local()).withPerHour(perHour);
    return new SendRound(
        force ? usual.forced() : usual,
        () -> claims.opened(),
        reference -> {
          throw new AssertionError("no secret is needed");
        },
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Alert[] alerts(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> alert(FailureCode.BAD_BODY, "key " + i))
        .toArray(Alert[]::new);
  }

  private static Alert alert(FailureCode code, String key) {
    return GroupFailures.of("predict", "run", DAY, org.joda.time.Instant::now)
        .group(List.of(Failure.of("Predict", code, key, "wrong", "", DAY)))
        .get(0);
  }

  private static List<String> inState(List<AlertDelivery> deliveries, State state) {
    return deliveries.stream()
        .filter(each -> each.getState() == state)
        .map(AlertDelivery::getAlertId)
        .toList();
  }
}
