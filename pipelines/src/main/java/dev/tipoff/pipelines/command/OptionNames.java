package dev.tipoff.pipelines.command;

import com.google.common.base.Ascii;
import java.beans.Introspector;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** The options of a command, read from its options interface, so that help never lags behind. */
final class OptionNames {
  private OptionNames() {}

  /** The getters of the command's own options by option name. */
  static Map<String, Method> own(Class<?> type) {
    Map<String, Method> getters = new TreeMap<>();
    for (Method method : type.getMethods()) {
      if (method.getName().startsWith("get")
          && method.getDeclaringClass().getPackageName().startsWith("dev.tipoff")) {
        getters.put(Introspector.decapitalize(method.getName().substring(3)), method);
      }
    }
    return getters;
  }

  /** One line an option: name, what it is, default. */
  static String help(Class<?> type) {
    StringBuilder text = new StringBuilder();
    own(type)
        .forEach(
            (name, getter) -> {
              Description description = getter.getAnnotation(Description.class);
              text.append(
                  String.format(
                      "  --%-20s %s%s%n",
                      name + "=",
                      description == null ? "" : description.value(),
                      byDefault(getter)));
            });
    return text.toString();
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
   * @throws IllegalArgumentException if an argument is no option of the command or of Beam, or an
   *     option of one value is given twice
   */
  static void check(String[] args, Class<?> type) {
    Map<String, Method> own = own(type);
    Set<String> given = new HashSet<>();
    for (String arg : args) {
      String name = arg.startsWith("--") ? arg.substring(2).split("=", 2)[0] : "";
      if (name.isEmpty()) {
        throw new IllegalArgumentException(
            "'" + arg + "' is no option; options look like --name=value");
      }
      if (!own.containsKey(name) && !isBeams(name)) {
        throw new IllegalArgumentException(
            "there is no option --" + name + "; did you mean --" + nearest(name, own) + "?");
      }
      Method getter = own.get(name);
      if (!given.add(name) && getter != null && getter.getReturnType() != List.class) {
        throw new IllegalArgumentException("--" + name + " is given twice");
      }
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

  private static String nearest(String name, Map<String, Method> own) {
    return own.keySet().stream()
        .min(Comparator.comparingInt(known -> distance(name, known)))
        .orElse("help");
  }

  /** Levenshtein's edit distance. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? diagonal : diagonal + 1;
        diagonal = row[j];
        row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
