package dev.tipoff.pipelines.template;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.dataflow.model.ContainerSpec;
import com.google.api.services.dataflow.model.LaunchFlexTemplateRequest;
import com.google.api.services.dataflow.model.ParameterMetadata;
import com.google.api.services.dataflow.model.TemplateMetadata;
import dev.tipoff.pipelines.launch.OptionNames;
import dev.tipoff.pipelines.options.Parameter;
import dev.tipoff.pipelines.options.TemplateOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/** The files below {@code templates/}: they come of the options, and hold what Dataflow knows. */
public class TemplateFilesTest {
  private static final Path TEMPLATES = Path.of(System.getProperty("tipoff.root"), "templates");
  private static final boolean WRITE = System.getProperty("tipoff.docs", "check").equals("write");

  private static final Map<String, Class<? extends GenericJson>> KINDS =
      Map.of(
          "metadata.json", TemplateMetadata.class,
          "container-spec.json", ContainerSpec.class,
          "launch.json", LaunchFlexTemplateRequest.class);

  /** What runs on one's own machine want. */
  private static final Set<String> LOCAL =
      Set.of(
          "lockWait",
          "verbose",
          "profile",
          "secretsFolder",
          "providersAt",
          "requestsPerSecond",
          "attemptDeadline",
          "replay",
          "lateness");

  private static String read(Template template, String name) throws IOException {
    return Files.readString(TEMPLATES.resolve(template.id()).resolve(name));
  }

  /** To write them anew after a change of the options: {@code -Dtipoff.docs=write}. */
  @Test
  public void filesAreThoseOfTheOptions() throws IOException {
    for (Template template : Template.values()) {
      Path folder = TEMPLATES.resolve(template.id());
      for (Map.Entry<String, String> file : TemplateSpec.of(template).files().entrySet()) {
        if (WRITE) {
          Files.createDirectories(folder);
          Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        assertThat(
            template.id() + "/" + file.getKey(),
            read(template, file.getKey()),
            is(file.getValue()));
      }
      try (Stream<Path> files = Files.list(folder)) {
        Set<String> expected = new HashSet<>(KINDS.keySet());
        expected.add("steps.txt");
        assertThat(
            files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()),
            is(expected));
      }
    }
  }

  @Test
  public void filesHoldNothingThatDataflowDoesNotKnow() throws IOException {
    for (Template template : Template.values()) {
      for (Map.Entry<String, Class<? extends GenericJson>> kind : KINDS.entrySet()) {
        assertThat(
            StrictJson.unknownFields(read(template, kind.getKey()), kind.getValue()), is(empty()));
      }
    }
  }

  @Test
  public void aTypoIsFoundInEachKindOfFile() throws IOException {
    for (Map.Entry<String, Class<? extends GenericJson>> kind : KINDS.entrySet()) {
      String text = read(Template.PREDICT, kind.getKey());
      Set<String> fields = new TreeSet<>();
      Pattern.compile("\"(\\w+)\":").matcher(text).results().forEach(f -> fields.add(f.group(1)));
      Set<String> free = freeKeys(text);
      fields.removeAll(free);
      assertThat(kind.getKey(), fields.size(), is(greaterThan(4)));
      for (String field : fields) {
        String typo = text.replaceFirst("\"" + field + "\":", "\"" + field + "x\":");
        List<String> found = StrictJson.unknownFields(typo, kind.getValue());
        assertThat(kind.getKey() + " " + field, found.size(), is(1));
        assertThat(found.get(0).endsWith("." + field + "x"), is(true));
      }
    }
  }

  /** Of a launch, the names of parameters and labels, which Dataflow takes as they come. */
  private static Set<String> freeKeys(String text) {
    Set<String> free = new HashSet<>(List.of("tipoff-template"));
    Template.PREDICT.parameters().forEach(each -> free.add(each.name()));
    free.retainAll(
        Pattern.compile("\"([\\w-]+)\": *\"")
            .matcher(text)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toSet()));
    return free;
  }

  @Test
  public void everyOptionIsAParameterOrForOnesOwnMachine() {
    for (Template template : Template.values()) {
      Set<String> unmarked =
          OptionNames.own(template.options()).entrySet().stream()
              .filter(option -> !option.getValue().isAnnotationPresent(Parameter.class))
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
      unmarked.removeAll(LOCAL);
      assertThat(template.id(), unmarked, is(empty()));
    }
    assertThat(OptionNames.own(TemplateOptions.class).keySet(), is(Set.of("template", "force")));
  }

  @Test
  public void everyParameterIsLabelledExplainedAndOfAKind() throws IOException {
    Set<String> kinds = new TreeSet<>();
    for (Template template : Template.values()) {
      TemplateMetadata metadata =
          GsonFactory.getDefaultInstance()
              .fromString(read(template, "metadata.json"), TemplateMetadata.class);
      for (ParameterMetadata parameter : metadata.getParameters()) {
        String name = template.id() + " " + parameter.getName();
        assertThat(name, parameter.getLabel(), is(not("")));
        assertThat(name, parameter.getHelpText().length(), is(greaterThan(10)));
        kinds.add(parameter.getParamType());
        check(name, parameter);
      }
    }
    assertThat(
        kinds,
        contains(
            "BOOLEAN",
            "ENUM",
            "GCS_READ_FOLDER",
            "GCS_WRITE_FOLDER",
            "NUMBER",
            "PUBSUB_SUBSCRIPTION",
            "PUBSUB_TOPIC",
            "TEXT"));
  }

  /** The service checks a value before a launch, and so a default has to pass too. */
  private static void check(String name, ParameterMetadata parameter) {
    String byDefault = parameter.getDefaultValue();
    if (byDefault != null && parameter.getRegexes() != null) {
      for (String regex : parameter.getRegexes()) {
        assertThat(
            name + "=" + byDefault + " " + regex,
            Pattern.compile(regex).matcher(byDefault).find(),
            is(true));
      }
    }
    if (byDefault != null && parameter.getEnumOptions() != null) {
      assertThat(
          name,
          parameter.getEnumOptions().stream().anyMatch(o -> o.getValue().equals(byDefault)),
          is(true));
    }
  }

  @Test
  public void noFolderIsLeftOverOfATemplateThatIsGone() throws IOException {
    Set<String> known =
        Arrays.stream(Template.values()).map(Template::id).collect(Collectors.toSet());
    try (Stream<Path> folders = Files.list(TEMPLATES)) {
      assertThat(
          folders
              .filter(folder -> Files.exists(folder.resolve("metadata.json")))
              .map(folder -> folder.getFileName().toString())
              .collect(Collectors.toSet()),
          is(known));
    }
  }
}
