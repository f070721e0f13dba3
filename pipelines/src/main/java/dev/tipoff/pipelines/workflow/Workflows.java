package dev.tipoff.pipelines.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import dev.tipoff.pipelines.workflow.Workflow.Kind;
import dev.tipoff.pipelines.workflow.Workflow.When;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.util.Collection;

/** The workflows that come with the product: the file {@code workflows.json}. */
public final class Workflows {
  private final ImmutableMap<String, Workflow> byName;

  private Workflows(ImmutableMap<String, Workflow> byName) {
    this.byName = byName;
  }

  public static Workflows load() {
    try {
      JsonNode file =
          new ObjectMapper().readTree(Resources.getResource(Workflows.class, "workflows.json"));
      ImmutableMap.Builder<String, Workflow> byName = ImmutableMap.builder();
      for (JsonNode each : file) {
        Workflow workflow = workflow(each);
        byName.put(workflow.name(), workflow);
      }
      return new Workflows(byName.buildOrThrow());
    } catch (IOException e) {
      throw new UncheckedIOException("the file of workflows cannot be read", e);
    }
  }

  public Collection<Workflow> all() {
    return byName.values();
  }

  /**
   * @throws IllegalArgumentException if there is no such workflow
   */
  public Workflow get(String name) {
    Workflow workflow = byName.get(name);
    if (workflow == null) {
      throw new IllegalArgumentException(
          "there is no workflow '" + name + "'; there are " + String.join(", ", byName.keySet()));
    }
    return workflow;
  }

  private static Workflow workflow(JsonNode json) {
    JsonNode when = json.path("when");
    ImmutableList.Builder<ImmutableList<String>> steps = ImmutableList.builder();
    for (JsonNode step : json.path("steps")) {
      ImmutableList.Builder<String> sources = ImmutableList.builder();
      step.forEach(source -> sources.add(source.asText()));
      steps.add(sources.build());
    }
    return new Workflow(
        json.path("name").asText(),
        json.path("description").asText(),
        new When(
            Kind.valueOf(when.path("kind").asText()),
            LocalTime.parse(when.path("from").asText()),
            LocalTime.parse(when.path("to").asText()),
            when.path("daysAfter").asInt(0),
            when.path("everyMinutes").asInt(0),
            when.path("mostRuns").asInt(0),
            when.path("hoursBeforeFirstTip").asInt(0),
            when.has("tipsBefore") ? LocalTime.parse(when.path("tipsBefore").asText()) : null),
        steps.build());
  }
}
