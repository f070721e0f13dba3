package dev.tipoff.pipelines.template;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.cloudscheduler.v1.model.Job;
import com.google.api.services.dataflow.model.LaunchFlexTemplateRequest;
import dev.tipoff.pipelines.workflow.Decision;
import dev.tipoff.pipelines.workflow.Workflow;
import dev.tipoff.pipelines.workflow.Workflows;
import dev.tipoff.transforms.model.GameDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/** The files below {@code templates/schedules}: what is launched when, and with what. */
public class SchedulesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("tipoff.root"), "templates", "schedules");
  private static final boolean WRITE = System.getProperty("tipoff.docs", "check").equals("write");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static final Map<String, Class<? extends GenericJson>> KINDS =
      Map.of("job.json", Job.class, "body.json", LaunchFlexTemplateRequest.class);

  private static String read(String schedule, String name) throws IOException {
    return Files.readString(FOLDER.resolve(schedule).resolve(name));
  }

  private static LaunchFlexTemplateRequest body(Schedule schedule) throws IOException {
    return GsonFactory.getDefaultInstance()
        .fromString(read(schedule.name(), "body.json"), LaunchFlexTemplateRequest.class);
  }

  /** To write them anew after a change: {@code -Dtipoff.docs=write}. */
  @Test
  public void filesAreThoseOfTheCode() throws IOException {
    Map<String, Map<String, String>> files = Schedules.files();
    for (Map.Entry<String, Map<String, String>> schedule : files.entrySet()) {
      for (Map.Entry<String, String> file : schedule.getValue().entrySet()) {
        if (WRITE) {
          Files.createDirectories(FOLDER.resolve(schedule.getKey()));
          Files.writeString(
              FOLDER.resolve(schedule.getKey()).resolve(file.getKey()), file.getValue());
        }
        assertThat(schedule.getKey(), read(schedule.getKey(), file.getKey()), is(file.getValue()));
      }
    }
    try (Stream<Path> folders = Files.list(FOLDER)) {
      assertThat(
          folders.map(folder -> folder.getFileName().toString()).collect(Collectors.toSet()),
          is(files.keySet()));
    }
  }

  @Test
  public void filesHoldNothingThatTheServicesDoNotKnow() throws IOException {
    for (Schedule schedule : Schedules.all()) {
      for (Map.Entry<String, Class<? extends GenericJson>> kind : KINDS.entrySet()) {
        assertThat(
            schedule.name(),
            StrictJson.unknownFields(read(schedule.name(), kind.getKey()), kind.getValue()),
            is(empty()));
      }
    }
  }

  @Test
  public void aTypoIsFoundInEachKindOfFile() throws IOException {
    for (Map.Entry<String, Class<? extends GenericJson>> kind : KINDS.entrySet()) {
      String text = read("predict-today", kind.getKey());
      Set<String> fields = new TreeSet<>();
      Pattern.compile("\"(\\w+)\":").matcher(text).results().forEach(f -> fields.add(f.group(1)));
      Template.PREDICT.parameters().forEach(each -> fields.remove(each.name()));
      assertThat(kind.getKey(), fields.size(), is(greaterThan(6)));
      for (String field : fields) {
        String typo = text.replaceFirst("\"" + field + "\":", "\"" + field + "x\":");
        assertThat(
            kind.getKey() + " " + field,
            StrictJson.unknownFields(typo, kind.getValue()),
            hasSize(1));
      }
    }
  }

  /** What Dataflow would refuse before a launch, and what the launch itself would. */
  @Test
  public void everyBodyHasTheParametersOfItsTemplateAndValuesThatItTakes() throws IOException {
    for (Schedule schedule : Schedules.all()) {
      Map<String, String> given =
          new HashMap<>(body(schedule).getLaunchParameter().getParameters());
      given.replaceAll(
          (name, value) ->
              value.replace("${project}", "some-project").replace("${bucket}", "some-bucket"));
      for (TemplateParameter parameter : schedule.template().parameters()) {
        parameter.check(given.remove(parameter.name()), true);
      }
      assertThat(schedule.name(), given.keySet(), is(empty()));
    }
  }

  @Test
  public void aParameterThatTheTemplateDoesNotTakeIsFound() {
    TemplateParameter date =
        Template.PREDICT.parameters().stream()
            .filter(each -> each.name().equals("date"))
            .findFirst()
            .orElseThrow();
    org.junit.Assert.assertThrows(IllegalArgumentException.class, () -> date.check("todya", true));
  }

  /** While a job of a name is active Dataflow refuses another, so that none overtakes itself. */
  @Test
  public void everyScheduleHasAJobNameOfItsOwn() throws IOException {
    Set<String> names = new HashSet<>();
    for (Schedule schedule : Schedules.all()) {
      String name = body(schedule).getLaunchParameter().getJobName();
      assertThat(name, name.matches("[a-z]([-a-z0-9]{0,61}[a-z0-9])?"), is(true));
      assertThat(name, names.add(name), is(true));
    }
    assertThat(names.size(), is(Schedules.all().size()));
  }

  @Test
  public void everyScheduleIsOfNewYorkTriedAgainAndLaunchedByItsOwnAccount() throws IOException {
    for (Schedule schedule : Schedules.all()) {
      Job job =
          GsonFactory.getDefaultInstance().fromString(read(schedule.name(), "job.json"), Job.class);
      assertThat(job.getTimeZone(), is("America/New_York"));
      assertThat(job.getRetryConfig().getRetryCount(), is(greaterThan(0)));
      assertThat(
          job.getHttpTarget().getOauthToken().getServiceAccountEmail(),
          is("tipoff-launch-" + schedule.template().id() + "@${project}.iam.gserviceaccount.com"));
      assertThat(
          body(schedule).getLaunchParameter().getEnvironment().getServiceAccountEmail(),
          is("tipoff-" + schedule.template().id() + "@${project}.iam.gserviceaccount.com"));
      assertThat(
          job.getHttpTarget().getUri(),
          is(
              "https://dataflow.googleapis.com/v1b3/projects/${project}/locations/${region}"
                  + "/flexTemplates:launch"));
    }
  }

  /** The instants at which a schedule fires on the days from one to another. */
  private static List<ZonedDateTime> firings(Schedule schedule, LocalDate from, LocalDate to) {
    ExecutionTime times =
        ExecutionTime.forCron(
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
                .parse(schedule.cron()));
    List<ZonedDateTime> firings = new ArrayList<>();
    ZonedDateTime at = from.atStartOfDay(NEW_YORK).minusSeconds(1);
    while (true) {
      at = times.nextExecution(at).orElseThrow();
      if (!at.toLocalDate().isBefore(to.plusDays(1))) {
        return firings;
      }
      firings.add(at);
    }
  }

  /** An hour is missing in March and comes twice in November. */
  @Test
  public void everyWorkflowFiresInItsWindowOnEveryDayOfAYear() {
    LocalDate from = LocalDate.of(2026, 1, 1);
    LocalDate to = LocalDate.of(2026, 12, 31);
    for (Workflow workflow : Workflows.load().all()) {
      Schedule schedule =
          Schedules.all().stream()
              .filter(each -> workflow.name().equals(each.parameters().get("workflow")))
              .findFirst()
              .orElseThrow();
      List<Instant> firings =
          firings(schedule, from, to).stream().map(ZonedDateTime::toInstant).toList();
      for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
        GameDay slate = GameDay.of(day);
        Instant opens = Decision.opens(workflow, slate);
        Instant closes = Decision.closes(workflow, slate);
        long hits =
            firings.stream()
                .filter(at -> !at.isBefore(opens) && !at.isAfter(closes))
                .filter(at -> slate.equals(slateOf(schedule, at)))
                .count();
        assertThat(workflow.name() + " of " + day, hits, is(greaterThan(2L)));
      }
    }
  }

  private static GameDay slateOf(Schedule schedule, Instant at) {
    return dev.tipoff.pipelines.launch.Slates.day(
        schedule.parameters().get("date"), org.joda.time.Instant.ofEpochMilli(at.toEpochMilli()));
  }

  @Test
  public void everyTemplateButTheOneThatOnlyPeopleLaunchIsScheduled() {
    Set<Template> scheduled =
        Schedules.all().stream().map(Schedule::template).collect(Collectors.toSet());
    // Scrapes are the workflows'; the stream has no end and is launched by a deployment.
    scheduled.add(Template.SCRAPE);
    scheduled.add(Template.PREDICT_LIVE);
    assertThat(scheduled, is(Set.of(Template.values())));
  }
}
