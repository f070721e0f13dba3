package dev.tipoff.pipelines.launch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.pipelines.options.AlertOptions;
import dev.tipoff.pipelines.options.SecretsOptions;
import dev.tipoff.pipelines.options.WarehouseOptions;
import dev.tipoff.transforms.redaction.SecretShapes;
import java.beans.Introspector;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** The options of a command, read from its options interface, so that help never lags behind. */
public final class OptionNames {
  /** An id that looks as random as a key. */
  private static final String IDENTIFIER = "--driveFolder";

  /** Options that most commands have, each with its heading. */
  private static final ImmutableMap<Class<?>, String> OF_MOST_COMMANDS =
      ImmutableMap.of(
          WarehouseOptions.class, "warehouse and run",
          AlertOptions.class, "who is told of failures",
          SecretsOptions.class, "secrets");

  private OptionNames() {}

  /**
   * The getters of the command's own options by option name; those that no command line sets not.
   */
  public static Map<String, Method> own(Class<?> type) {
    Map<String, Method> getters = new TreeMap<>();
    for (Method method : type.getMethods()) {
      if (method.getName().startsWith("get")
          && !method.isAnnotationPresent(JsonIgnore.class)
          && method.getDeclaringClass().getPackageName().startsWith("dev.tipoff")) {
        getters.put(Introspector.decapitalize(method.getName().substring(3)), method);
      }
    }
    return getters;
  }

  /** One line an option: name, what it is, default; first those that few commands have. */
  public static String help(Class<?> type) {
    Map<String, Method> own = own(type);
    StringBuilder text = new StringBuilder();
    help(own, declaring -> !OF_MOST_COMMANDS.containsKey(declaring), text);
    OF_MOST_COMMANDS.forEach(
        (declaring, heading) -> {
          if (declaring.isAssignableFrom(type)) {
            text.append(String.format("%n%s:%n", heading));
            help(own, declaring::equals, text);
          }
        });
    return text.toString();
  }

  private static void help(
      Map<String, Method> options, Predicate<Class<?>> wanted, StringBuilder text) {
    options.forEach(
        (name, getter) -> {
          if (wanted.test(getter.getDeclaringClass())) {
            Description description = getter.getAnnotation(Description.class);
            text.append(
                String.format(
                    "  --%-20s %s%s%n",
                    name + "=", description == null ? "" : description.value(), byDefault(getter)));
          }
        });
  }

  private static String byDefault(Method getter) {
    Default.String text = getter.getAnnotation(Default.String.class);
    Default.Double number = getter.getAnnotation(Default.Double.class);
    Default.Long whole = getter.getAnnotation(Default.Long.class);
    Default.Integer count = getter.getAnnotation(Default.Integer.class);
    return text != null && !text.value().isEmpty()
        ? " (default " + text.value() + ")"
        : number != null
            ? " (default " + number.value() + ")"
            : whole != null
                ? " (default " + whole.value() + ")"
                : count != null ? " (default " + count.value() + ")" : "";
  }

  /**
   * Checks a command line.
   *
   * @param own the options of the command, by name
   * @throws IllegalArgumentException if an argument is no option of the command or of Beam, an
   *     option of one value is given twice, or one has what looks like the value of a secret, which
   *     the message does not repeat
   */
  static void check(String[] args, Map<String, Method> own) {
    Set<String> given = new HashSet<>();
    for (String arg : args) {
      refuseSecret(arg);
      String name = arg.startsWith("--") ? arg.substring(2).split("=", 2)[0] : "";
      if (name.isEmpty()) {
        throw new IllegalArgumentException(
            "'" + arg + "' is no option; options look like --name=value");
      }
      if (!own.containsKey(name) && !isBeams(name)) {
        throw new IllegalArgumentException(
            "there is no option --"
                + name
                + "; did you mean --"
                + Nearest.to(name, own.keySet()).orElse("help")
                + "?");
      }
      Method getter = own.get(name);
      if (!given.add(name) && getter != null && getter.getReturnType() != List.class) {
        throw new IllegalArgumentException("--" + name + " is given twice");
      }
    }
  }

  private static void refuseSecret(String arg) {
    int split = arg.indexOf('=');
    String option = split < 0 ? "an argument" : arg.substring(0, split);
    String value = arg.substring(split + 1);
    if (option.equals(IDENTIFIER) ? SecretShapes.isIn(value) : SecretShapes.isValue(value)) {
      throw new IllegalArgumentException(
          SecretShapes.redact(option)
              + " has what looks like the value of a secret; give a reference such as"
              + " secret:ODDS_API_KEY, and see tipoff secrets check for where values are kept");
    }
  }

  private static boolean isBeams(String name) {
    List<Class<?>> types =
        List.of(
            org.apache.beam.sdk.options.PipelineOptions.class,
            org.apache.beam.runners.direct.DirectOptions.class,
            org.apache.beam.sdk.extensions.gcp.options.GcpOptions.class,
            org.apache.beam.runners.dataflow.options.DataflowPipelineOptions.class);
    String getter = "get" + Ascii.toUpperCase(name.charAt(0)) + name.substring(1);
    String flag = "is" + getter.substring(3);
    return types.stream()
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .anyMatch(method -> method.getName().equals(getter) || method.getName().equals(flag));
  }
}
