package dev.tipoff.pipelines.template;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.pipelines.workflow.Workflow;
import dev.tipoff.pipelines.workflow.Workflow.When;
import dev.tipoff.pipelines.workflow.Workflows;
import java.util.Map;

/**
 * The launches of a day: the workflows in their windows, the phases from when their inputs may be
 * there until the games begin, what looks back in the night, and what watches over all of it. A job
 * of Cloud Scheduler always sends the same, and so a slate goes by its name, {@code today}.
 */
public final class Schedules {
  private static final int HOUR = 60;

  private Schedules() {}

  /** All of them, each with its files by name. */
  public static Map<String, Map<String, String>> files() {
    ImmutableMap.Builder<String, Map<String, String>> files = ImmutableMap.builder();
    all().forEach(schedule -> files.put(schedule.name(), schedule.files()));
    return files.buildOrThrow();
  }

  static ImmutableList<Schedule> all() {
    ImmutableList.Builder<Schedule> all = ImmutableList.builder();
    Workflows.load().all().forEach(workflow -> all.add(of(workflow)));
    all.add(
        phase(Template.LOAD_RAW, "today", "*/15 6-23 * * *"),
        phase(Template.LOAD_RAW, "yesterday", "*/15 0-5 * * *"),
        phase(Template.ANALYTICS, "yesterday", "*/15 2-6 * * *"),
        phase(Template.ANALYTICS, "today", "*/15 10-18 * * *"),
        phase(Template.PRECOMPUTE, "today", "*/15 11-18 * * *"),
        phase(Template.PREDICT, "today", "*/15 11-18 * * *"),
        phase(Template.GRADE, "yesterday", "*/15 6-11 * * *"),
        phase(Template.PUBLISH, "today", "*/15 10-23 * * *"),
        phase(Template.WATCH, "today", "*/15 * * * *"),
        phase(Template.WATCH, "yesterday", "50 0-12 * * *"),
        new Schedule(
            "train",
            Template.TRAIN.description(),
            "0 7 * * 1",
            Template.TRAIN,
            ImmutableMap.of("through", "yesterday")),
        new Schedule(
            "replay",
            Template.REPLAY.description(),
            "40 * * * *",
            Template.REPLAY,
            ImmutableMap.of()));
    return all.build();
  }

  private static Schedule phase(Template template, String slate, String cron) {
    return new Schedule(
        template.id() + "-" + slate,
        template.description(),
        cron,
        template,
        ImmutableMap.of("date", slate));
  }

  /**
   * In its window each quarter of an hour, or each hour if it is to run so rarely. The window's
   * ends are the workflow's to keep.
   */
  private static Schedule of(Workflow workflow) {
    When when = workflow.when();
    int last = when.to().getMinute() == 0 ? when.to().getHour() - 1 : when.to().getHour();
    return new Schedule(
        "workflow-" + workflow.name().replace('_', '-'),
        workflow.description(),
        String.format(
            "%s %d-%d * * *",
            when.everyMinutes() >= HOUR ? "0" : "*/15", when.from().getHour(), last),
        Template.WORKFLOW,
        ImmutableMap.of(
            "workflow",
            workflow.name(),
            "date",
            when.daysAfter() == 0 ? "today" : "yesterday",
            "movesTopic",
            "projects/${project}/topics/line-moves"));
  }
}
