package dev.tipoff.pipelines.template;

import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.dataflow.model.ContainerSpec;
import com.google.api.services.dataflow.model.FlexTemplateRuntimeEnvironment;
import com.google.api.services.dataflow.model.LaunchFlexTemplateParameter;
import com.google.api.services.dataflow.model.LaunchFlexTemplateRequest;
import com.google.api.services.dataflow.model.ParameterMetadata;
import com.google.api.services.dataflow.model.ParameterMetadataEnumOption;
import com.google.api.services.dataflow.model.SDKInfo;
import com.google.api.services.dataflow.model.TemplateMetadata;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.pipelines.options.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The files that make a template known to Dataflow, in the classes of its own interface, so that
 * they hold nothing that it does not know.
 *
 * @see <a
 *     href="https://cloud.google.com/dataflow/docs/reference/rest/v1b3/projects.locations.flexTemplates/launch">Google's
 *     reference</a>
 */
public final class TemplateSpec {
  /** Stands for what a deployment fills in. */
  private static final String IMAGE = "${image}";

  private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9_-]+(\\|[A-Za-z0-9_-]+)+");

  private final Template template;

  private TemplateSpec(Template template) {
    this.template = template;
  }

  /** The files of a template. */
  public static TemplateSpec of(Template template) {
    return new TemplateSpec(template);
  }

  /** Their contents, JSON, by their names in the template's folder. */
  public Map<String, String> files() {
    return ImmutableMap.of(
        "metadata.json", text(metadata()),
        "container-spec.json", text(containerSpec()),
        "launch.json", text(launch()));
  }

  private TemplateMetadata metadata() {
    return new TemplateMetadata()
        .setName("Tipoff " + template.id())
        .setDescription(template.description())
        .setStreaming(template.isStream())
        .setParameters(template.parameters().stream().map(TemplateSpec::parameter).toList());
  }

  private ContainerSpec containerSpec() {
    return new ContainerSpec()
        .setImage(IMAGE)
        .setSdkInfo(new SDKInfo().setLanguage("JAVA"))
        .setMetadata(metadata())
        .setDefaultEnvironment(defaults());
  }

  private FlexTemplateRuntimeEnvironment defaults() {
    FlexTemplateRuntimeEnvironment defaults = new FlexTemplateRuntimeEnvironment();
    if (template.isStream()) {
      defaults.setEnableStreamingEngine(true);
    }
    return defaults
        .setMachineType(template.machines().type())
        .setMaxWorkers(template.machines().most())
        .setNumWorkers(1)
        .setAdditionalExperiments(List.of(DataflowJob.RUNNER_V2))
        .setAdditionalUserLabels(ImmutableMap.of("tipoff-template", template.id()));
  }

  private LaunchFlexTemplateRequest launch() {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (!template.namesSlatesItself()
        && template.parameters().stream().anyMatch(each -> each.name().equals("date"))) {
      parameters.put("date", "today");
    }
    return launch("tipoff-" + template.id() + "-${day}", parameters);
  }

  /**
   * A launch with what every one must say.
   *
   * @param parameters what this one says beside, or instead
   */
  LaunchFlexTemplateRequest launch(String jobName, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>();
    template.parameters().stream()
        .filter(TemplateParameter::isRequired)
        .forEach(
            each -> {
              String given = parameters.get(each.name());
              all.put(each.name(), given == null ? example(each) : given);
            });
    all.putAll(parameters);
    return new LaunchFlexTemplateRequest()
        .setLaunchParameter(
            new LaunchFlexTemplateParameter()
                .setJobName(jobName)
                .setContainerSpecGcsPath("${templates}/" + template.id() + ".json")
                .setParameters(all)
                .setEnvironment(
                    new FlexTemplateRuntimeEnvironment()
                        .setServiceAccountEmail(
                            "tipoff-" + template.id() + "@${project}.iam.gserviceaccount.com")
                        .setTempLocation("gs://${bucket}/temp")
                        .setStagingLocation("gs://${bucket}/staging")
                        .setIpConfiguration("WORKER_IP_PRIVATE")));
  }

  private String example(TemplateParameter parameter) {
    return switch (parameter.name()) {
      case "template" -> template.id();
      case "warehouse" -> "bigquery:${project}";
      case "archive" -> "gs://${bucket}/archive";
      case "site" -> "gs://${bucket}/site";
      case "modelDir" -> "gs://${bucket}/models";
      case "through" -> "yesterday";
      case "workflow" -> "${workflow}";
      case "subscription" -> "projects/${project}/subscriptions/line-moves-predict-live";
      default -> throw new IllegalStateException("there is no example of --" + parameter.name());
    };
  }

  private static ParameterMetadata parameter(TemplateParameter from) {
    ParameterMetadata parameter =
        new ParameterMetadata()
            .setName(from.name())
            .setLabel(from.label())
            .setHelpText(from.help())
            .setIsOptional(!from.isRequired())
            .setParamType(from.type().onService());
    if (!from.group().isEmpty()) {
      parameter.setGroupName(from.group());
    }
    if (from.byDefault() != null && !from.byDefault().isEmpty()) {
      parameter.setDefaultValue(from.byDefault());
    }
    if (from.type() == Parameter.Type.TEXT && WORDS.matcher(from.matches()).matches()) {
      parameter
          .setParamType("ENUM")
          .setEnumOptions(
              Arrays.stream(from.matches().split("\\|", -1))
                  .map(word -> new ParameterMetadataEnumOption().setValue(word).setLabel(word))
                  .toList());
    } else if (!from.matches().isEmpty()) {
      parameter.setRegexes(List.of("^(?:" + from.matches() + ")$"));
    }
    return parameter;
  }

  /** JSON as it is in files. */
  static String text(GenericJson json) {
    try {
      return GsonFactory.getDefaultInstance().toPrettyString(json).strip() + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException("a template's file cannot be written", e);
    }
  }
}
