package dev.tipoff.templates;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.tipoff.templates.FakeCloud.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Deploying, verifying and rolling back against stand-ins: the calls, and what is left if one
 * fails.
 */
public class DeploymentScriptsTest {
  private static final Path TEMPLATES = Path.of(System.getProperty("tipoff.root"), "templates");
  private static final String PROJECT = "--project=p";
  private static final String NEW = "--revision=new";

  @Rule public final TemporaryFolder temp = new TemporaryFolder();

  private FakeCloud cloud;

  @Before
  public void makeCloud() throws IOException {
    cloud = newCloud();
  }

  private FakeCloud newCloud() throws IOException {
    return FakeCloud.in(
        temp.newFolder().toPath(), TEMPLATES, "grade-yesterday", "predict-today", "watch-today");
  }

  private static List<String> kinds(List<String> calls) {
    return calls.stream()
        .map(
            call ->
                call.replaceAll(" (--|gs:|/).*", "")
                    .replaceAll("^(gcloud storage \\w+) .*", "$1")
                    .replaceAll("^mvn .*", "mvn"))
        .toList();
  }

  @Test
  public void deployBuildsUploadsAndSwitchesTheSchedulesLast() throws Exception {
    Ended ended = cloud.run(0, "deploy", PROJECT, NEW);
    assertThat(ended.text(), ended.exit(), is(0));
    assertThat(
        kinds(cloud.calls()),
        is(
            List.of(
                "mvn",
                "tipoff templates",
                "gcloud storage cp",
                "tipoff schema",
                "gcloud dataflow jobs list",
                "gcloud dataflow flex-template run tipoff-predict-live",
                "gcloud storage cat",
                "gcloud scheduler jobs update http tipoff-grade-yesterday",
                "gcloud scheduler jobs update http tipoff-predict-today",
                "gcloud scheduler jobs update http tipoff-watch-today",
                "gcloud storage cp")));
    assertThat(cloud.launched(), is(Set.of("new")));
    assertThat(cloud.get("current"), is("new"));
    assertThat(ended.text(), containsString("before it was old"));
  }

  @Test
  public void theImageGoesByItsDigestAndTheStreamIsUpdatedIfItRuns() throws Exception {
    cloud.run(0, "deploy", PROJECT, NEW);
    assertThat(
        cloud.calls(),
        hasItem(
            allOf(
                startsWith("tipoff templates"),
                containsString("--image=us-central1-docker.pkg.dev/p/tipoff/tipoff@sha256:0f1e"),
                containsString("--templates=" + cloud.specs("new")))));
    assertThat(
        cloud.calls().stream().filter(call -> call.contains("flex-template run")).toList(),
        everyItem(not(containsString("--update"))));
    cloud.set("live", "2026-job");
    cloud.run(0, "deploy", PROJECT, NEW);
    assertThat(
        cloud.calls().stream().filter(call -> call.contains("flex-template run")).toList(),
        everyItem(containsString("--update")));
  }

  @Test
  public void deployingTwiceIsDeployingOnce() throws Exception {
    cloud.run(0, "deploy", PROJECT, NEW);
    List<String> once = kinds(cloud.calls());
    Map<String, String> schedules = cloud.schedules();
    Ended again = cloud.run(0, "deploy", PROJECT, NEW);
    assertThat(again.text(), again.exit(), is(0));
    assertThat(kinds(cloud.calls()), is(once));
    assertThat(cloud.schedules(), is(schedules));
  }

  /** Whatever fails, all schedules launch one revision, and running it again ends well. */
  @Test
  public void whicheverCallOfADeploymentFailsNoScheduleIsLeftBehind() throws Exception {
    cloud.run(0, "deploy", PROJECT, NEW);
    int calls = cloud.calls().size();
    assertThat(calls, is(greaterThan(9)));
    for (int failing = 1; failing <= calls; failing++) {
      FakeCloud other = newCloud();
      Ended ended = other.run(failing, "deploy", PROJECT, NEW);
      String failed = other.calls().get(failing - 1);
      String what = "call " + failing + ", " + failed + ": " + ended.text();
      assertThat(what, other.launched().size(), is(1));
      if (failed.startsWith("gcloud storage cat ")) {
        // Nobody knows what was there before: that is said, and nothing is wrong with what is.
        assertThat(what, ended.exit(), is(0));
      } else {
        assertThat(what, ended.exit(), is(1));
        assertThat(what, ended.text(), containsString("failed at: "));
        assertThat(what, ended.text(), containsString("again"));
        boolean isLast = failing == calls;
        assertThat(what, other.launched(), is(Set.of(isLast ? "new" : "old")));
      }
      Ended again = other.run(0, "deploy", PROJECT, NEW);
      assertThat(again.text(), again.exit(), is(0));
      assertThat(other.launched(), is(Set.of("new")));
      assertThat(other.get("current"), is("new"));
    }
  }

  @Test
  public void aDryRunPrintsEveryCallAndMakesNone() throws Exception {
    Ended deploy = cloud.run(0, "deploy", PROJECT, NEW, "--dry-run");
    assertThat(deploy.text(), deploy.exit(), is(0));
    // What is sent is written here, to be printed; it goes nowhere.
    assertThat(kinds(cloud.calls()), is(List.of("tipoff templates")));
    for (String call :
        List.of(
            "mvn -B",
            "gcloud storage cp --recursive",
            "schema --apply",
            "gcloud dataflow flex-template run tipoff-predict-live",
            "gcloud scheduler jobs update http tipoff-predict-today")) {
      assertThat(deploy.text(), containsString(call));
    }
    Ended verify = cloud.run(0, "verify", PROJECT, "--dry-run");
    assertThat(verify.text(), verify.exit(), is(0));
    assertThat(cloud.calls(), is(empty()));
    for (String phase : List.of("load-raw", "analytics", "precompute", "predict")) {
      assertThat(verify.text(), containsString("flex-template run tipoff-canary-" + phase));
    }
    Ended rollback = cloud.run(0, "rollback", PROJECT, "--revision=old", "--dry-run");
    assertThat(rollback.text(), rollback.exit(), is(0));
    assertThat(cloud.calls(), is(empty()));
    assertThat(
        rollback.text(), containsString("gcloud scheduler jobs update http tipoff-watch-today"));
    assertThat(cloud.launched(), is(Set.of("old")));
  }

  @Test
  public void rollbackGoesBackAndPausesWhatTheRevisionDidNotHave() throws Exception {
    cloud.run(0, "deploy", PROJECT, NEW);
    cloud.deployed("older", "grade-yesterday", "predict-today");
    Ended ended = cloud.run(0, "rollback", PROJECT, "--revision=older");
    assertThat(ended.text(), ended.exit(), is(0));
    assertThat(
        cloud.schedules(),
        is(
            Map.of(
                "tipoff-grade-yesterday", "older",
                "tipoff-predict-today", "older",
                "tipoff-watch-today", "paused")));
    assertThat(cloud.get("current"), is("older"));
  }

  @Test
  public void aRevisionThatWasNeverDeployedIsRefusedBeforeAnythingIsSwitched() throws Exception {
    Ended ended = cloud.run(0, "rollback", PROJECT, "--revision=never");
    assertThat(ended.text(), ended.exit(), is(1));
    assertThat(cloud.launched(), is(Set.of("old")));
  }

  /** It makes the other switches all the same, says what is left, and ends well when run again. */
  @Test
  public void whicheverCallOfARollbackFailsTheRestIsSwitched() throws Exception {
    cloud.run(0, "deploy", PROJECT, NEW);
    cloud.run(0, "rollback", PROJECT, "--revision=old");
    int calls = cloud.calls().size();
    assertThat(calls, is(greaterThan(4)));
    for (int failing = 1; failing <= calls; failing++) {
      FakeCloud other = newCloud();
      other.run(0, "deploy", PROJECT, NEW);
      Ended ended = other.run(failing, "rollback", PROJECT, "--revision=old");
      String what = "call " + failing + ": " + ended.text();
      assertThat(what, ended.exit(), is(1));
      assertThat(what, ended.text(), containsString("failed at: "));
      long behind =
          other.schedules().values().stream().filter(revision -> revision.equals("new")).count();
      assertThat(what, behind, is(failing == 1 ? 3L : failing == calls ? 0L : 1L));
      Ended again = other.run(0, "rollback", PROJECT, "--revision=old");
      assertThat(again.text(), again.exit(), is(0));
      assertThat(other.launched(), is(Set.of("old")));
    }
  }

  @Test
  public void wrongUsageSaysWhatIsWrongAndEndsWithTwo() throws Exception {
    for (String script : List.of("deploy", "verify", "rollback")) {
      Ended missing = cloud.run(0, script);
      assertThat(missing.text(), missing.exit(), is(2));
      assertThat(missing.text(), containsString("--project is missing"));
      Ended unknown = cloud.run(0, script, PROJECT, "--revison=x");
      assertThat(unknown.text(), unknown.exit(), is(2));
      assertThat(unknown.text(), containsString("there is no option --revison"));
      Ended help = cloud.run(0, script, "--help");
      assertThat(help.text(), help.exit(), is(0));
      assertThat(help.text(), containsString("--dry-run"));
      assertThat(cloud.calls(), is(empty()));
    }
  }
}
