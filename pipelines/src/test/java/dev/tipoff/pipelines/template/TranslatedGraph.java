package dev.tipoff.pipelines.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.google.api.services.dataflow.model.DataflowPackage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.beam.runners.dataflow.options.DataflowPipelineOptions;
import org.apache.beam.runners.dataflow.util.PackageUtil;
import org.apache.beam.runners.dataflow.util.Stager;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.apache.beam.sdk.extensions.gcp.storage.NoopPathValidator;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.util.StringUtils;
import org.xerial.snappy.SnappyError;
import org.xerial.snappy.SnappyInputStream;

/** A pipeline as it would be sent to Dataflow, made without anything being sent. */
public final class TranslatedGraph {
  /** What a pipeline on Dataflow is started with, beside its own options. */
  public static final List<String> OPTIONS =
      List.of(
          "--runner=DataflowRunner",
          "--warehouse=bigquery:some-project",
          "--project=some-project",
          "--region=us-central1",
          "--tempLocation=gs://some-bucket/temp",
          "--gcpTempLocation=gs://some-bucket/temp",
          "--stagingLocation=gs://some-bucket/staging");

  /** Each serialized object in a graph is packed by itself, and begins with this. */
  private static final byte[] PACKED = {(byte) 0x82, 'S', 'N', 'A', 'P', 'P', 'Y', 0};

  /** Blocks are of half of that; what says that it is larger is none. */
  private static final int LARGEST_BLOCK = 1 << 16;

  private TranslatedGraph() {}

  /** Keeps what Dataflow's client would upload, by the name of the pipeline's job. */
  public static final class KeptUploads implements Stager {
    private static final Map<String, byte[]> UPLOADS = new ConcurrentHashMap<>();

    private final String job;

    private KeptUploads(String job) {
      this.job = job;
    }

    /** As the runner makes it. */
    public static KeptUploads fromOptions(PipelineOptions options) {
      return new KeptUploads(options.getJobName());
    }

    @Override
    public List<DataflowPackage> stageFiles(List<PackageUtil.StagedFile> files) {
      return files.stream().map(file -> uploaded(file.getDestination())).toList();
    }

    @Override
    public DataflowPackage stageToFile(byte[] bytes, String name) {
      UPLOADS.put(job + " " + name, bytes);
      return uploaded(name);
    }

    private static DataflowPackage uploaded(String name) {
      return new DataflowPackage().setName(name).setLocation("gs://some-bucket/staging/" + name);
    }
  }

  /**
   * Translates a pipeline.
   *
   * @param options that name Dataflow
   * @return the job and what is uploaded for it, each as it is and unpacked
   */
  public static Map<String, byte[]> places(
      String name, PipelineOptions options, Path folder, Consumer<Pipeline> build)
      throws IOException {
    Path job = folder.resolve(name + ".json");
    DataflowPipelineOptions dataflow = options.as(DataflowPipelineOptions.class);
    dataflow.setJobName("tipoff-" + name);
    offline(dataflow, job, Files.createTempFile(folder, "worker", ".jar"));
    Pipeline pipeline = Pipeline.create(dataflow);
    build.accept(pipeline);
    pipeline.run();
    return places(name, dataflow.getJobName(), job);
  }

  /**
   * Keeps Dataflow's client from the network.
   *
   * @param job the file that the job is written to
   * @param worker the one file that is staged
   */
  static void offline(DataflowPipelineOptions dataflow, Path job, Path worker) {
    dataflow.setTemplateLocation(job.toString());
    dataflow.setFilesToStage(List.of(worker.toString()));
    dataflow.setCredentialFactoryClass(NoopCredentialFactory.class);
    dataflow.setPathValidatorClass(NoopPathValidator.class);
    dataflow.setStagerClass(KeptUploads.class);
  }

  /** What was uploaded for a job, as it is, by name. */
  static Map<String, byte[]> uploads(String jobName) {
    Map<String, byte[]> uploads = new TreeMap<>();
    KeptUploads.UPLOADS.forEach(
        (upload, bytes) -> {
          if (upload.startsWith(jobName + " ")) {
            uploads.put(upload.substring(jobName.length() + 1), bytes);
          }
        });
    return uploads;
  }

  /** A job and what was uploaded for it, each as it is and unpacked. */
  static Map<String, byte[]> places(String name, String jobName, Path job) throws IOException {
    Map<String, byte[]> places = new TreeMap<>();
    places.put("job of " + name, unpackedJob(Files.readAllBytes(job)));
    uploads(jobName)
        .forEach((upload, bytes) -> places.put("graph of " + name + " " + upload, unpacked(bytes)));
    return places;
  }

  /** A job's JSON, and after it all that is packed in its texts, which have bytes with escapes. */
  private static byte[] unpackedJob(byte[] json) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(json);
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        if (parser.getText().contains("SNAPPY")) {
          all.writeBytes(unpacked(StringUtils.jsonStringToByteArray(parser.getText())));
        }
      }
    }
    return all.toByteArray();
  }

  /** The bytes, and after them all that is packed in them. */
  private static byte[] unpacked(byte[] bytes) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(bytes);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String start = new String(PACKED, StandardCharsets.ISO_8859_1);
    for (int at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
      try (SnappyInputStream in =
          new SnappyInputStream(
              new ByteArrayInputStream(bytes, at, bytes.length - at), LARGEST_BLOCK)) {
        // A byte at a time: a read of more that fails at the object's end would lose them.
        for (int next = in.read(); next >= 0; next = in.read()) {
          all.write(next);
        }
      } catch (IOException | SnappyError e) {
        // What follows the object is no part of it, and cannot be unpacked.
        all.write('\n');
      }
    }
    return all.toByteArray();
  }
}
