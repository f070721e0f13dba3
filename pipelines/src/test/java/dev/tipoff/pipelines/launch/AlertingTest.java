package dev.tipoff.pipelines.launch;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import dev.tipoff.io.alerts.AlertSettings;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.alerts.GroupFailures;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import java.util.List;
import java.util.Optional;
import org.joda.time.Instant;
import org.junit.Test;

/** Who is told of what, as the options say it. */
public class AlertingTest {
  private static final GameDay DAY = GameDay.parse("2025-01-10");
  private static final List<GameDay> TONIGHT = List.of(DAY);
  private static final Alert WARNING = alert(FailureCode.BAD_BODY);
  private static final Alert CRITICAL = alert(FailureCode.LOST_RUN);
  private static final String[] ALL = {
    "--alertChannels=log,slack,mail,sentry",
    "--smtpUser=u",
    "--alertFrom=a@example.org",
    "--alertTo=b@example.org, c@example.org"
  };

  private static Alert alert(FailureCode code) {
    return GroupFailures.of("predict", "run", DAY, () -> new Instant(0))
        .group(List.of(Failure.of("Predict", code, "key", "wrong", "", DAY)))
        .get(0);
  }

  private static Optional<AlertSettings> settings(
      String pipeline, List<GameDay> slates, String... options) {
    return Alerting.of(Launcher.options(options, SlateOptions.class), pipeline, slates);
  }

  private static List<String> route(Alert alert, String pipeline, String... options) {
    return settings(pipeline, TONIGHT, options).orElseThrow().route(alert);
  }

  @Test
  public void withoutAWordThereIsTheLog() {
    assertThat(route(WARNING, "predict"), is(List.of("log")));
  }

  @Test
  public void criticalGoesEverywhereAndAWarningNotToMail() {
    assertThat(route(CRITICAL, "predict", ALL), is(List.of("log", "slack", "mail", "sentry")));
    assertThat(route(WARNING, "predict", ALL), is(List.of("log", "slack", "sentry")));
  }

  @Test
  public void ofThePastOnlyWhatIsCriticalIsTold() {
    for (String pipeline : List.of("backtest", "import", "train", "verify")) {
      assertThat(route(WARNING, pipeline), is(List.of()));
      assertThat(route(CRITICAL, pipeline), is(List.of("log")));
    }
    List<GameDay> several = List.of(DAY, DAY.plusDays(1));
    assertThat(settings("predict", several).orElseThrow().route(WARNING), is(List.of()));
    assertThat(
        settings("predict", several, "--alerts=all").orElseThrow().route(WARNING),
        is(List.of("log")));
  }

  @Test
  public void theOptionsDecide() {
    assertThat(settings("predict", TONIGHT, "--alerts=off"), is(Optional.empty()));
    assertThat(route(WARNING, "predict", "--alerts=critical"), is(List.of()));
    AlertSettings forced = settings("backtest", TONIGHT, "--alerts=force").orElseThrow();
    assertThat(forced.force(), is(true));
    assertThat(forced.route(WARNING), is(List.of("log")));
    assertThat(settings("predict", TONIGHT, "--alertsPerHour=2").orElseThrow().perHour(), is(2));
  }

  @Test
  public void whatCannotBeIsRefusedBeforeAnythingRuns() {
    assertThat(refused("--alerts=loud"), containsString("--alerts=loud is none of auto"));
    assertThat(refused("--alertChannels=pager"), containsString("'pager'"));
    assertThat(refused("--alertChannels=mail"), containsString("mail needs --smtpUser"));
    assertThat(
        refused("--alertChannels=mail", "--smtpUser=u", "--alertFrom=a@example.org"),
        containsString("mail needs --alertTo"));
    assertThat(
        refused(
            "--alertChannels=mail",
            "--smtpUser=u",
            "--alertFrom=a@example.org",
            "--alertTo=b@example.org",
            "--smtpSecurity=none"),
        containsString("--smtpSecurity=none is neither starttls nor tls"));
    assertThat(
        refused("--alertChannels=slack", "--slackWebhook=https"),
        containsString("never by its value"));
  }

  private static String refused(String... options) {
    return assertThrows(IllegalArgumentException.class, () -> settings("predict", TONIGHT, options))
        .getMessage();
  }
}
