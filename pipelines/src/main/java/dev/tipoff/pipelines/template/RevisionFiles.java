package dev.tipoff.pipelines.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of one revision in one project: what templates and schedules leave open, filled in.
 *
 * @param values what stands for <code>${name}</code>, by name
 * @param parameters that every launch gets
 */
public record RevisionFiles(
    ImmutableMap<String, String> values, ImmutableMap<String, String> parameters) {
  private static final Pattern OPEN = Pattern.compile("\\$\\{(\\w+)}");
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The files by name: {@code specs/TEMPLATE.json} for Dataflow, {@code schedules/NAME.json} for
   * what a schedule sends, {@code launch/TEMPLATE.json} for a launch by hand.
   *
   * @throws IllegalArgumentException if a value is missing, or a template has no such parameter
   */
  public Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    for (Template template : Template.values()) {
      Map<String, String> own = TemplateSpec.of(template).files();
      files.put(
          "specs/" + template.id() + ".json",
          filled(String.valueOf(own.get("container-spec.json"))));
      files.put(
          "launch/" + template.id() + ".json",
          launch(template, String.valueOf(own.get("launch.json"))));
    }
    for (Schedule schedule : Schedules.all()) {
      files.put(
          "schedules/" + schedule.name() + ".json",
          launch(schedule.template(), String.valueOf(schedule.files().get("body.json"))));
    }
    return files;
  }

  /** Of a launch the day and the workflow stay open: whoever launches by hand says them. */
  private String filled(String text) {
    Matcher open = OPEN.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (open.find()) {
      String name = open.group(1);
      String value = values.get(name);
      Preconditions.checkArgument(
          value != null || name.equals("day") || name.equals("workflow"),
          "a template leaves %s open, and nobody says what it is",
          name);
      open.appendReplacement(
          filled, Matcher.quoteReplacement(value == null ? open.group() : value));
    }
    return open.appendTail(filled).toString();
  }

  private String launch(Template template, String text) {
    try {
      JsonNode launch = JSON.readTree(filled(text));
      ObjectNode given = (ObjectNode) launch.at("/launchParameter/parameters");
      parameters.forEach(
          (name, value) -> {
            TemplateParameter parameter =
                template.parameters().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                template.id() + " has no parameter " + name));
            parameter.check(value, true);
            given.put(name, value);
          });
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(launch) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a file of " + template.id() + " is no JSON", e);
    }
  }
}
