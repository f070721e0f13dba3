package dev.tipoff.templates;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.google.common.collect.ObjectArrays;
import dev.tipoff.templates.FakeCloud.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Verifying a deployment against stand-ins: the canary slate, and what is found wrong. */
public class VerifyScriptTest {
  private static final Path TEMPLATES = Path.of(System.getProperty("tipoff.root"), "templates");
  private static final String PROJECT = "--project=p";

  @Rule public final TemporaryFolder temp = new TemporaryFolder();

  private FakeCloud cloud;

  @Before
  public void makeCloud() throws IOException {
    cloud = FakeCloud.in(temp.newFolder().toPath(), TEMPLATES, "predict-today");
  }

  @Test
  public void verifyTriesTheDeployedRevisionOnASlateOfItsOwn() throws Exception {
    Ended ended = cloud.run(0, "verify", PROJECT);
    assertThat(ended.text(), ended.exit(), is(0));
    assertThat(ended.text(), containsString("old works"));
    List<String> launches =
        cloud.calls().stream().filter(call -> call.contains("flex-template run")).toList();
    assertThat(launches.size(), is(4));
    assertThat(launches, everyItem(containsString(cloud.specs("old"))));
    assertThat(launches, everyItem(containsString("datasetPrefix=canary_")));
    assertThat(
        launches,
        everyItem(
            containsString("--service-account-email=tipoff-canary@p.iam.gserviceaccount.com")));
    List<String> writes =
        cloud.calls().stream()
            .filter(call -> call.matches("tipoff (import|schema --apply|load-raw|predict) .*"))
            .toList();
    assertThat(writes.size(), is(5));
    assertThat(
        writes,
        everyItem(
            anyOf(containsString("--datasetPrefix=canary_"), containsString("golden.duckdb"))));
  }

  /** What the deployed templates are asked for is what was asked for here. */
  @Test
  public void verifyAsksHereAndThereForTheSame() throws Exception {
    cloud.run(0, "verify", PROJECT);
    for (String phase : List.of("load-raw", "analytics", "precompute", "predict")) {
      String here = cloud.callOf("tipoff " + phase + " ");
      String there = cloud.callOf("flex-template run tipoff-canary-" + phase + " ");
      assertThat(there, slate(there.replaceAll(".*datasetPrefix=canary_,", "")), is(slate(here)));
    }
  }

  private static Set<String> slate(String call) {
    return Pattern.compile("\\b(from|to|date|asOf)=[^ ,]+")
        .matcher(call)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private void assertFails(String why, String... options) throws Exception {
    Ended ended = cloud.run(0, "verify", ObjectArrays.concat(PROJECT, options));
    assertThat(ended.text(), ended.exit(), is(1));
    assertThat(ended.text(), containsString(why));
  }

  @Test
  public void otherPredictionsThanThoseMadeHereAreFound() throws Exception {
    cloud.set("found", "3 rows dead");
    assertFails("deployed: 3 rows dead");
  }

  @Test
  public void aJobThatFailsOrNeverEndsIsFound() throws Exception {
    cloud.set("state", "JOB_STATE_FAILED");
    assertFails("job job-1 ended as JOB_STATE_FAILED");
    cloud.set("state", "JOB_STATE_RUNNING");
    assertFails("still JOB_STATE_RUNNING after 2 s", "--patience=2");
  }

  @Test
  public void whicheverCallOfAVerificationFailsItFails() throws Exception {
    cloud.run(0, "verify", PROJECT);
    int calls = cloud.calls().size();
    assertThat(calls, is(greaterThan(15)));
    for (int failing = 1; failing <= calls; failing++) {
      Ended ended = cloud.run(failing, "verify", PROJECT);
      assertThat("call " + failing + ": " + ended.text(), ended.exit(), is(not(0)));
    }
  }
}
