package dev.tipoff.pipelines.template;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.services.dataflow.model.LaunchFlexTemplateRequest;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;

/** What a deployment uploads and schedules send, with nothing left open. */
public class RevisionFilesTest {
  private static final ImmutableMap<String, String> VALUES =
      ImmutableMap.of(
          "project", "some-project",
          "region", "us-east1",
          "bucket", "some-bucket",
          "image", "us-east1-docker.pkg.dev/some-project/tipoff/tipoff@sha256:0f1e",
          "templates", "gs://some-templates/revisions/r1/specs");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Map<String, String> files(ImmutableMap<String, String> parameters) {
    return new RevisionFiles(VALUES, parameters).files();
  }

  @Test
  public void thereIsAFileForEachTemplateLaunchAndSchedule() {
    Set<String> names = new TreeSet<>();
    for (Template template : Template.values()) {
      names.add("specs/" + template.id() + ".json");
      names.add("launch/" + template.id() + ".json");
    }
    Schedules.all().forEach(schedule -> names.add("schedules/" + schedule.name() + ".json"));
    assertThat(files(ImmutableMap.of()).keySet(), is(names));
  }

  @Test
  public void nothingIsLeftOpenButWhatAPersonSays() {
    files(ImmutableMap.of())
        .forEach(
            (name, text) ->
                assertThat(
                    name,
                    text.replace("${day}", "").replace("${workflow}", ""),
                    not(containsString("${"))));
    files(ImmutableMap.of())
        .forEach(
            (name, text) -> {
              if (name.startsWith("schedules/")) {
                assertThat(name, text, not(containsString("${")));
              }
            });
  }

  @Test
  public void whatIsSentIsALaunchOfTheRevision() throws IOException {
    for (Map.Entry<String, String> file :
        Maps.filterKeys(files(ImmutableMap.of()), name -> !name.startsWith("specs/")).entrySet()) {
      assertThat(
          file.getKey(),
          StrictJson.unknownFields(file.getValue(), LaunchFlexTemplateRequest.class),
          is(empty()));
      String template =
          JSON.readTree(file.getValue()).at("/launchParameter/parameters/template").textValue();
      assertThat(
          file.getKey(),
          JSON.readTree(file.getValue()).at("/launchParameter/containerSpecGcsPath").textValue(),
          is("gs://some-templates/revisions/r1/specs/" + template + ".json"));
    }
    assertThat(
        JSON.readTree(files(ImmutableMap.of()).get("specs/predict.json")).at("/image").textValue(),
        is(VALUES.get("image")));
  }

  @Test
  public void everyLaunchGetsTheParametersOfTheDeployment() throws IOException {
    Map<String, String> files =
        files(ImmutableMap.of("alertChannels", "log", "environment", "staging"));
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (!file.getKey().startsWith("specs/")) {
        assertThat(
            file.getKey(),
            JSON.readTree(file.getValue())
                .at("/launchParameter/parameters/environment")
                .textValue(),
            is("staging"));
      }
    }
  }

  @Test
  public void aParameterThatATemplateDoesNotTakeIsRefused() {
    assertThat(
        assertThrows(
                IllegalArgumentException.class,
                () -> files(ImmutableMap.of("oddsBudget", "100000")))
            .getMessage(),
        containsString("has no parameter oddsBudget"));
    assertThat(
        assertThrows(
                IllegalArgumentException.class,
                () -> files(ImmutableMap.of("alertChannels", "pigeon post")))
            .getMessage(),
        containsString("--alertChannels=pigeon post"));
  }

  @Test
  public void aValueThatNobodySaysIsAskedFor() {
    ImmutableMap<String, String> without =
        ImmutableMap.copyOf(Maps.filterKeys(VALUES, name -> !name.equals("image")));
    assertThat(
        assertThrows(
                IllegalArgumentException.class,
                () -> new RevisionFiles(without, ImmutableMap.of()).files())
            .getMessage(),
        containsString("leaves image open"));
  }
}
