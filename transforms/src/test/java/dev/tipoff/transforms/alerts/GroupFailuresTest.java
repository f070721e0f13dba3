package dev.tipoff.transforms.alerts;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.failure.Severity;
import dev.tipoff.transforms.model.GameDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;

public class GroupFailuresTest {
  private static final GameDay DAY = GameDay.parse("2025-01-10");
  private static final GroupFailures LOAD =
      GroupFailures.of("load-raw", "run", DAY, () -> new Instant(0));

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static Failure failure(FailureCode code, int i) {
    return Failure.of("Parse", code, "key " + i, "wrong", "", DAY.plusDays(i % 3));
  }

  private static List<Failure> failures(FailureCode code, int count) {
    return IntStream.range(0, count).mapToObj(i -> failure(code, i)).collect(Collectors.toList());
  }

  private static String text(Alert alert) {
    return String.join(
        "|",
        alert.getAlertId(),
        alert.getSeverity().name(),
        alert.title(),
        alert.category(),
        alert.getSamples());
  }

  @Test
  public void aKindIsOneAlertWithCountSlatesAndSamples() {
    Alert alert = LOAD.group(failures(FailureCode.BAD_BODY, 7)).get(0);
    assertThat(
        alert.title(), is("7 BAD_BODY in load-raw, step Parse, slate 2025-01-10 to 2025-01-12"));
    assertThat(alert.getSamples(), is("key 0: wrong\nkey 1: wrong\nkey 2: wrong"));
    assertThat(alert.getSeverity(), is(Severity.WARNING));
    assertThat(alert.category(), is("load-raw/Parse/BAD_BODY"));
  }

  /** Also one of which only a part is shown. */
  @Test
  public void aSampleHasNoSecret() {
    String webhook = "https://hooks.slack.com/services/" + "T0/B0/abcdefghijkl";
    for (String before : List.of("no ", "x".repeat(270) + " ")) {
      Failure failure = Failure.of("Parse", FailureCode.BAD_BODY, "key", before + webhook, "", DAY);
      assertThat(LOAD.group(List.of(failure)).get(0).getSamples(), not(containsString("services")));
    }
  }

  @Test
  public void manyAreMoreUrgentThanFew() {
    assertThat(
        LOAD.group(failures(FailureCode.BAD_BODY, 20)).get(0).getSeverity(), is(Severity.CRITICAL));
    assertThat(
        LOAD.group(failures(FailureCode.LATE_LINE, 499)).get(0).getSeverity(), is(Severity.INFO));
  }

  @Test
  public void neitherOrderNorCopiesMakeAnotherAlert() {
    List<Failure> failures = failures(FailureCode.BAD_ENTRY, 30);
    List<Failure> shuffled = new ArrayList<>(failures);
    shuffled.addAll(failures.subList(3, 11));
    Collections.shuffle(shuffled, new Random(7));
    assertThat(text(LOAD.group(shuffled).get(0)), is(text(LOAD.group(failures).get(0))));
  }

  @Test
  public void anotherFailureAndAnotherDayAreAnotherAlert() {
    String id = LOAD.group(failures(FailureCode.BAD_BODY, 3)).get(0).getAlertId();
    List<Failure> others = failures(FailureCode.BAD_BODY, 2);
    others.add(failure(FailureCode.BAD_BODY, 9));
    assertThat(LOAD.group(others).get(0).getAlertId(), is(not(id)));
    GroupFailures tomorrow =
        GroupFailures.of("load-raw", "run", DAY.plusDays(1), () -> new Instant(0));
    assertThat(tomorrow.group(failures(FailureCode.BAD_BODY, 3)).get(0).getAlertId(), is(not(id)));
    GroupFailures again = GroupFailures.of("load-raw", "another run", DAY, () -> new Instant(9));
    assertThat(again.group(failures(FailureCode.BAD_BODY, 3)).get(0).getAlertId(), is(id));
  }

  @Test
  public void thePipelineGroupsAsTheLauncherDoes() {
    List<Failure> failures = failures(FailureCode.BAD_BODY, 40);
    failures.addAll(failures(FailureCode.BAD_ENTRY, 5));
    failures.addAll(failures(FailureCode.BAD_BODY, 4));
    List<Alert> expected = LOAD.group(failures);
    assertThat(expected, hasSize(2));
    PAssert.that(
            pipeline
                .apply(Create.of(failures))
                .apply(LOAD)
                .apply(MapElements.into(TypeDescriptors.strings()).via(GroupFailuresTest::text)))
        .containsInAnyOrder(expected.stream().map(GroupFailuresTest::text).toList());
    pipeline.run();
  }
}
