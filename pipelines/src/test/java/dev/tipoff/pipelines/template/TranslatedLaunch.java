package dev.tipoff.pipelines.template;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.dataflow.model.Job;
import dev.tipoff.io.secrets.SecretsAccess;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.options.SecretsOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.model.pipeline.v1.RunnerApi;
import org.apache.beam.model.pipeline.v1.RunnerApi.PTransform;
import org.apache.beam.runners.dataflow.options.DataflowPipelineOptions;

/**
 * A launch of a template as Dataflow makes it, up to the service's door: what would be uploaded and
 * the job that would be asked for.
 *
 * @param job as the launcher would send it
 * @param graph the pipeline that is uploaded for it
 * @param places the texts of both, all that is packed in them unpacked, by name
 */
record TranslatedLaunch(Job job, RunnerApi.Pipeline graph, Map<String, byte[]> places) {
  /**
   * Launches a template.
   *
   * @param warehouse that is asked by the launcher, and is in the graph
   * @param buckets where Cloud Storage answers
   * @param secrets where Secret Manager answers
   */
  static TranslatedLaunch of(
      Template template,
      Map<String, String> parameters,
      Warehouse warehouse,
      String buckets,
      SecretsAccess secrets,
      Path folder)
      throws IOException {
    String name = "tipoff-" + template.id() + "-20251104";
    TemplateLaunch launch =
        TemplateLaunch.of(
            Stream.concat(
                    parameters.entrySet().stream().map(p -> "--" + p.getKey() + "=" + p.getValue()),
                    Stream.of(
                        "--runner=DataflowRunner",
                        "--project=some-project",
                        "--region=us-central1",
                        "--jobName=" + name,
                        "--serviceAccount=" + account(template),
                        "--tempLocation=gs://some-bucket/temp",
                        "--stagingLocation=gs://some-bucket/staging",
                        "--labels={\"season\":\"2025-26\"}",
                        "--gcsEndpoint=" + buckets + "/storage/v1/"))
                .toArray(String[]::new));
    DataflowPipelineOptions options = launch.options().as(DataflowPipelineOptions.class);
    launch.options().as(SecretsOptions.class).setSecretsAccess(secrets);
    Path job = folder.resolve(name + ".json");
    TranslatedGraph.offline(options, job, Files.createFile(folder.resolve(name + ".jar")));
    launch.run(warehouse, new Report(new PrintStream(new ByteArrayOutputStream(), true)));
    return new TranslatedLaunch(
        GsonFactory.getDefaultInstance().fromString(Files.readString(job), Job.class),
        RunnerApi.Pipeline.parseFrom(TranslatedGraph.uploads(name).get("pipeline.pb")),
        TranslatedGraph.places(template.id(), name, job));
  }

  static String account(Template template) {
    return "tipoff-" + template.id() + "@some-project.iam.gserviceaccount.com";
  }

  /** The steps as they are named in our code: those at the root, and those right inside of them. */
  List<String> steps() {
    return graph.getComponents().getTransformsMap().values().stream()
        .map(PTransform::getUniqueName)
        .filter(name -> !name.isEmpty() && name.chars().filter(c -> c == '/').count() < 2)
        .sorted()
        .toList();
  }

  /** The ids of side inputs, by the step that looks them up. */
  Map<String, List<String>> sideInputs() throws IOException {
    Map<String, List<String>> sideInputs = new TreeMap<>();
    for (PTransform transform : graph.getComponents().getTransformsMap().values()) {
      if (transform.getSpec().getUrn().equals("beam:transform:pardo:v1")) {
        List<String> ids =
            RunnerApi.ParDoPayload.parseFrom(transform.getSpec().getPayload())
                .getSideInputsMap()
                .keySet()
                .stream()
                .sorted()
                .map(transform.getInputsMap()::get)
                .toList();
        if (!ids.isEmpty()) {
          sideInputs.put(transform.getUniqueName(), ids);
        }
      }
    }
    return sideInputs;
  }
}
