package dev.tipoff.pipelines.template;

import com.google.common.base.MoreObjects;
import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import dev.tipoff.pipelines.Phase;
import dev.tipoff.pipelines.launch.OptionNames;
import dev.tipoff.pipelines.options.AlertOptions;
import dev.tipoff.pipelines.options.ForceOptions;
import dev.tipoff.pipelines.options.Parameter;
import dev.tipoff.pipelines.options.SecretsOptions;
import dev.tipoff.pipelines.options.TemplateOptions;
import dev.tipoff.pipelines.options.WarehouseOptions;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A parameter of a template: an option with its annotations.
 *
 * @param help what it is for
 * @param matches what all of a value has to match on a service; empty for anything
 * @param group the heading that it stands under; empty for those of the pipeline itself
 * @param byDefault what holds if a launch says nothing; absent for nothing, and if it must say
 */
record TemplateParameter(
    String name,
    String label,
    String help,
    Parameter.Type type,
    String matches,
    String group,
    boolean isRequired,
    @Nullable String byDefault) {

  /** All parameters of a template: those that a launch must give, its own, those of every one. */
  static ImmutableList<TemplateParameter> of(Template template) {
    Map<String, Method> getters = new TreeMap<>(OptionNames.own(template.options()));
    getters.putAll(OptionNames.own(TemplateOptions.class));
    if (!isForced(template)) {
      getters.remove("force");
    }
    return getters.entrySet().stream()
        .filter(option -> option.getValue().isAnnotationPresent(Parameter.class))
        .map(option -> of(option.getKey(), option.getValue(), template))
        .sorted(
            Comparator.comparing((TemplateParameter parameter) -> !parameter.isRequired)
                .thenComparing(parameter -> !parameter.name.equals("template"))
                .thenComparing(TemplateParameter::group)
                .thenComparing(TemplateParameter::name))
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean isForced(Template template) {
    return ForceOptions.class.isAssignableFrom(template.options())
        || Arrays.stream(Phase.values()).anyMatch(phase -> phase.id().equals(template.id()));
  }

  private static TemplateParameter of(String name, Method getter, Template template) {
    Parameter parameter = Preconditions.checkNotNull(getter.getAnnotation(Parameter.class));
    Description description =
        Preconditions.checkNotNull(
            getter.getAnnotation(Description.class), "--%s is not described", name);
    String matches =
        parameter.matches().isEmpty() ? parameter.type().matches() : parameter.matches();
    return new TemplateParameter(
        name,
        parameter.label(),
        description.value(),
        parameter.type(),
        name.equals("template") ? template.id() : matches,
        group(getter.getDeclaringClass()),
        parameter.required(),
        parameter.required() ? null : byDefault(getter));
  }

  private static String group(Class<?> declaring) {
    return declaring == WarehouseOptions.class
        ? "Warehouse and run"
        : declaring == AlertOptions.class
            ? "Who is told of failures"
            : declaring == SecretsOptions.class ? "Secrets" : "";
  }

  private static @Nullable String byDefault(Method getter) {
    Default.String text = getter.getAnnotation(Default.String.class);
    Default.Double number = getter.getAnnotation(Default.Double.class);
    Default.Integer count = getter.getAnnotation(Default.Integer.class);
    Default.Boolean flag = getter.getAnnotation(Default.Boolean.class);
    return text != null
        ? text.value()
        : number != null
            ? String.valueOf(number.value())
            : count != null
                ? String.valueOf(count.value())
                : flag != null ? String.valueOf(flag.value()) : null;
  }

  /** Whether a run on one's own machine has a file in its place. */
  boolean isReplacedBy(Map<String, String> given) {
    return type == Parameter.Type.SUBSCRIPTION && given.containsKey("replay");
  }

  /**
   * Checks what a launch gives for it.
   *
   * @param given nothing if it is absent
   * @param onService whether the launch is on a service, where a folder is one in a bucket
   * @throws IllegalArgumentException in one line: what is wrong, and what would be right
   */
  void check(@Nullable String given, boolean onService) {
    String value = MoreObjects.firstNonNull(given, "");
    if (value.isEmpty()) {
      Preconditions.checkArgument(!isRequired, "--%s is missing. %s: %s", name, label, help);
      return;
    }
    if (matches.isEmpty() || (type.isFolder() && !onService)) {
      return;
    }
    boolean isRight = Pattern.matches(matches, value);
    // What stands there instead may be the secret itself.
    Preconditions.checkArgument(
        isRight || !matches.startsWith("secret:"),
        "--%s is no reference such as secret:NAME. %s: %s",
        name,
        label,
        help);
    Preconditions.checkArgument(
        isRight, "--%s=%s does not match %s. %s: %s", name, value, matches, label, help);
  }
}
