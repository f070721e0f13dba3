package dev.tipoff.pipelines.template;

import com.google.api.client.json.GenericJson;
import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * A template that is launched at certain times of New York, by a job of Cloud Scheduler that asks
 * Dataflow for it. It fires more often than there is something to do: what is too early or done
 * says so in the ledger, and while a job of its name is active Dataflow refuses another.
 *
 * @param cron in the words of Cloud Scheduler: minute, hour, day of month, month, day of week
 * @param parameters beside those that every launch of the template has
 * @see <a
 *     href="https://cloud.google.com/scheduler/docs/reference/rest/v1/projects.locations.jobs">Google's
 *     reference</a>
 */
record Schedule(
    String name,
    String description,
    String cron,
    Template template,
    ImmutableMap<String, String> parameters) {
  /** Moves with daylight saving, as tips do. */
  static final String TIME_ZONE = "America/New_York";

  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

  /**
   * Its files, JSON, by name: the job of Cloud Scheduler, and what it sends to Dataflow, which is
   * in the job in Base64 once it is deployed.
   */
  Map<String, String> files() {
    return ImmutableMap.of(
        "job.json", TemplateSpec.text(job()),
        "body.json",
            TemplateSpec.text(TemplateSpec.of(template).launch("tipoff-" + name, parameters)));
  }

  private GenericJson job() {
    return new GenericJson()
        .set("name", "projects/${project}/locations/${region}/jobs/tipoff-" + name)
        .set("description", description)
        .set("schedule", cron)
        .set("timeZone", TIME_ZONE)
        .set("attemptDeadline", "60s")
        .set(
            "retryConfig",
            new GenericJson()
                .set("retryCount", 3)
                .set("minBackoffDuration", "10s")
                .set("maxBackoffDuration", "120s")
                .set("maxDoublings", 3)
                .set("maxRetryDuration", "600s"))
        .set(
            "httpTarget",
            new GenericJson()
                .set(
                    "uri",
                    "https://dataflow.googleapis.com/v1b3/projects/${project}/locations/${region}"
                        + "/flexTemplates:launch")
                .set("httpMethod", "POST")
                .set("headers", new GenericJson().set("Content-Type", "application/json"))
                .set(
                    "oauthToken",
                    new GenericJson()
                        .set(
                            "serviceAccountEmail",
                            "tipoff-launch-"
                                + template.id()
                                + "@${project}.iam.gserviceaccount.com")
                        .set("scope", SCOPE)));
  }
}
