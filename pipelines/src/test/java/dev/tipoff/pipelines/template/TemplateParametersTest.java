package dev.tipoff.pipelines.template;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Test;

/** What a launch says to parameters that are missing or wrong. Nothing is started, nobody asked. */
public class TemplateParametersTest {
  /** What Dataflow's launcher adds to the parameters, with the ids that it makes up. */
  static final List<String> OF_THE_SERVICE =
      List.of(
          "--runner=DataflowRunner",
          "--project=some-project",
          "--region=us-central1",
          "--jobName=tipoff-predict-20251104",
          "--serviceAccount=tipoff-predict@some-project.iam.gserviceaccount.com",
          "--tempLocation=gs://some-bucket/temp",
          "--stagingLocation=gs://some-bucket/staging",
          "--templateLocation=gs://some-bucket/staging/template_launches/"
              + "2025-11-04_08_30_04-12345678901234567890/job_object",
          "--labels={\"goog-dataflow-provided-template-type\":\"flex\"}");

  private record Launched(int exit, String text) {}

  private static Launched launch(Map<String, String> parameters) {
    String[] args =
        Stream.concat(
                parameters.entrySet().stream().map(p -> "--" + p.getKey() + "=" + p.getValue()),
                OF_THE_SERVICE.stream())
            .toArray(String[]::new);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
    int exit = FlexTemplate.launch(args, stream, stream);
    return new Launched(exit, text.toString(StandardCharsets.UTF_8));
  }

  private static void assertRefused(String what, Launched launched, String message) {
    assertThat(what + ": " + launched.text(), launched.exit(), is(2));
    assertThat(
        what, launched.text(), allOf(startsWith("tipoff template: "), containsString(message)));
    assertThat(what + ": " + launched.text(), launched.text().lines().count(), is(1L));
  }

  @Test
  public void withoutARequiredParameterItSaysWhichAndWhatItIs() {
    int tried = 0;
    for (Template template : Template.values()) {
      for (String name : TemplateExamples.required(template).keySet()) {
        for (String without : List.of("absent", "empty")) {
          Map<String, String> parameters = TemplateExamples.required(template);
          if (without.equals("absent")) {
            parameters.remove(name);
          } else {
            parameters.put(name, "");
          }
          assertRefused(
              template.id() + " without " + name, launch(parameters), "--" + name + " is missing");
          tried++;
        }
      }
    }
    assertThat(tried, is(greaterThan(60)));
  }

  @Test
  public void aMalformedParameterIsNamedWithWhatWouldBeRight() {
    int tried = 0;
    for (Template template : Template.values()) {
      for (TemplateParameter parameter : template.parameters()) {
        if (!parameter.matches().isEmpty() && !parameter.name().equals("template")) {
          Map<String, String> parameters = TemplateExamples.required(template);
          parameters.put(parameter.name(), "{not, right}");
          assertRefused(
              template.id() + " " + parameter.name(),
              launch(parameters),
              // What may be the value of a secret is not repeated.
              parameter.matches().startsWith("secret:")
                  ? "--" + parameter.name() + " is no reference such as secret:"
                  : "--"
                      + parameter.name()
                      + "={not, right} does not match "
                      + parameter.matches());
          tried++;
        }
      }
    }
    assertThat(tried, is(greaterThan(250)));
  }

  @Test
  public void aTemplateThatThereIsNotIsRefusedWithThoseThatThereAre() {
    assertRefused(
        "no template",
        launch(Map.of("template", "predicts")),
        "--template=predicts is none of scrape, load-raw, analytics");
  }

  @Test
  public void aParameterThatNobodyKnowsIsRefused() {
    Map<String, String> parameters = TemplateExamples.required(Template.PREDICT);
    parameters.put("dat", "2025-11-04");
    assertRefused("typo", launch(parameters), "there is no option --dat; did you mean --date?");
  }

  @Test
  public void aDateThatDoesNotExistIsRefused() {
    Map<String, String> parameters = TemplateExamples.required(Template.PREDICT);
    parameters.put("date", "2025-02-30");
    assertRefused("date", launch(parameters), "2025-02-30");
  }

  @Test
  public void slatesThatNobodyNamesAreAskedFor() {
    assertRefused(
        "slates", launch(TemplateExamples.required(Template.PREDICT)), "say which slates");
  }

  @Test
  public void aJobsSecretsComeFromSecretManagerOnly() {
    for (String option : List.of("profile=local", "secretsFolder=/etc/secrets")) {
      Map<String, String> parameters = TemplateExamples.required(Template.SCRAPE);
      parameters.put("date", "2025-11-04");
      parameters.put(option.split("=")[0], option.split("=")[1]);
      assertRefused(option, launch(parameters), "Secret Manager");
    }
  }

  @Test
  public void theValueOfASecretIsRefusedAndNotRepeated() {
    Map<String, String> parameters = TemplateExamples.required(Template.SCRAPE);
    parameters.put("oddsApiKey", "0123456789abcdef0123456789abcdef");
    Launched launched = launch(parameters);
    assertRefused("secret", launched, "--oddsApiKey");
    assertThat(launched.text().contains("0123456789abcdef"), is(false));
  }

  @Test
  public void anEmbeddedWarehouseIsNoneOfAService() {
    Map<String, String> parameters = TemplateExamples.required(Template.GRADE);
    parameters.put("warehouse", "duckdb:tipoff.duckdb");
    parameters.put("date", "2025-11-04");
    assertRefused("duckdb", launch(parameters), "an embedded warehouse is one process's");
  }
}
