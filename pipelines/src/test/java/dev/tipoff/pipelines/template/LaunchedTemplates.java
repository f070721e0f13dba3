package dev.tipoff.pipelines.template;

import dev.tipoff.io.secrets.FakeSecretManager;
import dev.tipoff.io.warehouse.FakeStorage;
import dev.tipoff.io.warehouse.LocalBigQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;

/**
 * Every template launched on Dataflow up to the service's door. BigQuery, buckets and secrets are
 * fakes on this machine.
 */
final class LaunchedTemplates extends ExternalResource {
  /** What every secret holds. */
  static final String SECRET = "cAnArY/0dds+Zx=9&w~Pq:2";

  /** An archive with what three sources have answered. */
  private static final Set<String> ARCHIVED =
      Set.of("oddsa_player_props", "nbac_player_boxscore", "nbac_injury_report");

  private final TemporaryFolder temp;
  private final Map<Template, TranslatedLaunch> launches = new EnumMap<>(Template.class);
  private @Nullable FakeSecretManager secrets;
  private @Nullable FakeStorage buckets;

  LaunchedTemplates(TemporaryFolder temp) {
    this.temp = temp;
  }

  @Override
  protected void before() throws IOException {
    FakeSecretManager manager = FakeSecretManager.start();
    secrets = manager;
    for (String name : List.of("ODDS_API_KEY", "BDL_API_KEY", "DRIVE_API_KEY")) {
      manager.answer(name + "/versions/latest", FakeSecretManager.value(SECRET));
    }
    FakeStorage storage = new FakeStorage();
    buckets = storage;
    for (String source : ARCHIVED) {
      storage
          .objects()
          .put("archive/" + source + "/" + TemplateExamples.DAY + "/0f1e2d.json.gz", "");
    }
    LocalBigQuery bigQuery = LocalBigQuery.withTables();
    Path folder = temp.getRoot().toPath().toRealPath();
    for (Template template : Template.values()) {
      Map<String, String> parameters = TemplateExamples.ofSlate(template);
      if (template == Template.PREDICT) {
        parameters.put("modelDir", "gs://some-bucket/models");
      }
      launches.put(
          template,
          TranslatedLaunch.of(
              template,
              parameters,
              bigQuery.warehouse(Instant.parse("2025-11-04T20:00:00Z")),
              storage.address(),
              FakeSecretManager.access(manager.port(), Duration.ofSeconds(10)),
              folder));
    }
  }

  @Override
  protected void after() {
    launches.clear();
    if (secrets != null) {
      secrets.close();
    }
    if (buckets != null) {
      buckets.close();
    }
  }

  TranslatedLaunch of(Template template) {
    return Objects.requireNonNull(launches.get(template));
  }

  Map<Template, TranslatedLaunch> all() {
    return launches;
  }

  List<String> secretsAskedFor() {
    return Objects.requireNonNull(secrets).requests();
  }
}
