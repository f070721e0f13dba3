package dev.tipoff.pipelines.template;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.google.api.services.dataflow.model.WorkerPool;
import dev.tipoff.io.http.SecretForms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.model.pipeline.v1.RunnerApi.PTransform;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.rules.TemporaryFolder;

/**
 * Every template launched on Dataflow up to the service's door: the graph that is uploaded and the
 * job that is asked for. BigQuery, buckets and secrets are fakes on this machine.
 */
public class TemplateGraphTest {
  private static final TemporaryFolder TEMP = new TemporaryFolder();
  private static final LaunchedTemplates LAUNCHES = new LaunchedTemplates(TEMP);

  @ClassRule public static final RuleChain CLOUD = RuleChain.outerRule(TEMP).around(LAUNCHES);

  private static final Path TEMPLATES = Path.of(System.getProperty("tipoff.root"), "templates");
  private static final boolean WRITE = System.getProperty("tipoff.docs", "check").equals("write");

  private static Stream<String> names(Template template) {
    return LAUNCHES.of(template).graph().getComponents().getTransformsMap().values().stream()
        .map(PTransform::getUniqueName);
  }

  /**
   * An update of a running job wants each step under its old name, and who looks at a job knows its
   * steps by them. To write the lists anew after a change: {@code -Dtipoff.docs=write}.
   */
  @Test
  public void stepsAreNamedAsTheListSays() throws IOException {
    for (Template template : Template.values()) {
      List<String> steps = LAUNCHES.of(template).steps();
      Path list = TEMPLATES.resolve(template.id()).resolve("steps.txt");
      if (WRITE) {
        Files.write(list, steps);
      }
      assertThat(template.id(), steps, is(Files.readAllLines(list)));
    }
  }

  @Test
  public void noStepHasANameThatTheRunnerMadeUp() {
    for (Template template : Template.values()) {
      assertThat(
          template.id(),
          names(template)
              .filter(name -> !name.contains("/"))
              .filter(name -> name.matches("(ParDo|Create|Map|FlatMap|Window|Combine).*"))
              .toList(),
          is(empty()));
    }
  }

  @Test
  public void predictionsLookUpFeaturesContextsHistoriesAndModels() throws IOException {
    Map<String, List<String>> sideInputs = LAUNCHES.of(Template.PREDICT).sideInputs();
    List<String> looked =
        sideInputs.get("Predict/Forecast").stream().map(id -> id.split("/")[0]).sorted().toList();
    assertThat(looked, contains("ContextsOfSlate", "FeaturesOfSlate", "Histories", "Models"));
    assertThat(
        sideInputs.get("CheckInputs/ParMultiDo(CheckInputs)"),
        everyItem(startsWith("Fingerprints/")));
  }

  /** Of all sources at once, and five reads in all. */
  @Test
  public void fingerprintsAreOneReadOfBigQuery() {
    for (Template template :
        List.of(
            Template.LOAD_RAW,
            Template.ANALYTICS,
            Template.PRECOMPUTE,
            Template.PREDICT,
            Template.GRADE,
            Template.PUBLISH)) {
      assertThat(
          template.id(),
          queries(template).stream().filter("ReadFingerprints"::equals).count(),
          is(1L));
    }
    assertThat(
        queries(Template.PREDICT),
        contains("ReadContexts", "ReadFeatures", "ReadFingerprints", "ReadGames", "ReadLines"));
  }

  /** The steps at the root that start a query of BigQuery. */
  private static List<String> queries(Template template) {
    return names(template)
        .filter(name -> name.matches("[^/]+/Query"))
        .map(name -> name.split("/")[0])
        .sorted()
        .toList();
  }

  @Test
  public void everyGraphSaysInTheLedgerThatItIsDone() {
    for (Template template : Template.values()) {
      assertThat(
          template.id(), names(template).anyMatch("StoreEvents"::equals), is(!template.isStream()));
    }
  }

  /**
   * The steps between a line and its prediction are those of the batch; what they need is fresh.
   */
  @Test
  public void theStreamPredictsAsTheBatchDoes() throws IOException {
    Map<String, List<String>> live = LAUNCHES.of(Template.PREDICT_LIVE).sideInputs();
    assertThat(
        live.get("Predict/Forecast").stream().map(id -> id.split("/")[0]).sorted().toList(),
        contains("ContextsOfSlate", "FeaturesOfSlate", "Histories"));
    assertThat(
        live.get("ResolveMoves/Resolve").stream().map(id -> id.split("/")[0]).sorted().toList(),
        contains("GameLines", "Registry", "Schedule"));
    assertThat(
        names(Template.PREDICT_LIVE).toList(),
        hasItems("ReadMoves/Messages", "Rounds", "Consensus/Track", "LimitStakes/Limit"));
  }

  @Test
  public void aWorkflowThatIsForcedAsksItsSourcesAndRecordsWhatItFound() {
    assertThat(
        names(Template.WORKFLOW).toList(),
        hasItems("Scrape", "Besides/Found", "Besides/StoreDecision", "StoreRuns"));
    assertThat(
        LAUNCHES.secretsAskedFor(),
        hasItem(startsWith("projects/our-project/secrets/ODDS_API_KEY")));
  }

  @Test
  public void theJobHasMachinesDeadlineLabelsAndAnAccountOfItsOwn() {
    LAUNCHES
        .all()
        .forEach(
            (template, launch) -> {
              String id = template.id();
              assertThat(
                  id,
                  launch.job().getEnvironment().getServiceAccountEmail(),
                  is(TranslatedLaunch.account(template)));
              WorkerPool workers = launch.job().getEnvironment().getWorkerPools().get(0);
              assertThat(id, workers.getMachineType(), is(template.machines().type()));
              assertThat(
                  id,
                  workers.getAutoscalingSettings().getMaxNumWorkers(),
                  is(template.machines().most()));
              List<String> service = launch.job().getEnvironment().getServiceOptions();
              if (template.isStream()) {
                assertThat(id, launch.job().getType(), is("JOB_TYPE_STREAMING"));
                assertThat(
                    id,
                    launch.job().getEnvironment().getExperiments(),
                    hasItem("enable_streaming_engine"));
              } else {
                assertThat(id, launch.job().getType(), is("JOB_TYPE_BATCH"));
                assertThat(
                    id,
                    service,
                    hasItem(
                        "max_workflow_runtime_walltime_seconds="
                            + template.wallTime().toSeconds()));
              }
              assertThat(id, launch.job().getLabels().get("tipoff-template"), is(id));
              assertThat(id, launch.job().getLabels().get("season"), is("2025-26"));
              assertThat(
                  id,
                  launch.job().getLabels().get("tipoff-code").matches("[0-9a-f]{16}"),
                  is(true));
              assertThat(
                  id, launch.job().getEnvironment().getExperiments(), hasItem("use_runner_v2"));
              assertThat(id, launch.job().getName(), is("tipoff-" + id + "-20251104"));
            });
  }

  /** What a launch hands to the service, by its name. */
  private static void forEachPlace(BiConsumer<String, String> look) {
    LAUNCHES
        .all()
        .values()
        .forEach(
            launch ->
                launch
                    .places()
                    .forEach(
                        (name, bytes) ->
                            look.accept(name, new String(bytes, StandardCharsets.ISO_8859_1))));
  }

  @Test
  public void nothingThatIsSentNamesAPlaceOnThisMachine() throws IOException {
    String ours = TEMP.getRoot().toPath().toRealPath().toString();
    List<String> places =
        List.of(
            System.getProperty("java.io.tmpdir"),
            System.getProperty("user.home") + "/",
            System.getProperty("tipoff.root") + "/");
    List<String> found = new ArrayList<>();
    forEachPlace(
        (name, sent) -> {
          // The job's file and the one jar, which the tests themselves have named.
          String text = sent.replace(ours, "");
          assertThat(name, text.length(), is(greaterThan(500)));
          places.stream()
              .filter(text::contains)
              .forEach(place -> found.add(name + " has " + place));
        });
    assertThat(found, is(empty()));
  }

  @Test
  public void nothingThatIsSentHasTheValueOfASecret() {
    Set<String> forms =
        SecretForms.of(LaunchedTemplates.SECRET).stream().collect(Collectors.toSet());
    forEachPlace(
        (name, sent) ->
            assertThat(name, forms.stream().filter(sent::contains).toList(), is(empty())));
    assertThat(forms, is(not(empty())));
  }
}
