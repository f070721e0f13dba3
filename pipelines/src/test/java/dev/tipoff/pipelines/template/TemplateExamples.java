package dev.tipoff.pipelines.template;

import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters with which each template can be launched. */
final class TemplateExamples {
  static final String DAY = "2025-11-04";

  private TemplateExamples() {}

  /** What a launch must say. */
  static Map<String, String> required(Template template) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (TemplateParameter parameter : template.parameters()) {
      if (parameter.isRequired()) {
        parameters.put(
            parameter.name(),
            switch (parameter.name()) {
              case "template" -> template.id();
              case "warehouse" -> "bigquery:some-project";
              case "workflow" -> "betting_lines";
              case "through" -> "2025-06-30";
              case "subscription" -> "projects/some-project/subscriptions/moves";
              default -> "gs://some-bucket/" + parameter.name();
            });
      }
    }
    return parameters;
  }

  /** The same for one slate, which is run whatever is known of it. */
  static Map<String, String> ofSlate(Template template) {
    Map<String, String> parameters = required(template);
    for (TemplateParameter parameter : template.parameters()) {
      switch (parameter.name()) {
        case "date" -> parameters.put("date", DAY);
        case "force" -> parameters.put("force", "true");
        default -> {}
      }
    }
    if (template.namesSlatesItself()) {
      parameters.remove("date");
    }
    return parameters;
  }
}
