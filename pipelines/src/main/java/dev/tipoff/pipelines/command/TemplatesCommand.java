package dev.tipoff.pipelines.command;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.options.TemplatesOptions;
import dev.tipoff.pipelines.template.RevisionFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/** {@code templates}: writes what a deployment to Dataflow is made of; nothing is sent. */
final class TemplatesCommand {
  private TemplatesCommand() {}

  static void run(String[] args, Report report) {
    TemplatesOptions options = Launcher.options(args, TemplatesOptions.class);
    Path out = Path.of(needed("out", options.getOut()));
    RevisionFiles revision =
        new RevisionFiles(
            ImmutableMap.of(
                "project", needed("inProject", options.getInProject()),
                "region", options.getInRegion(),
                "bucket", needed("bucket", options.getBucket()),
                "image", needed("image", options.getImage()),
                "templates", needed("templates", options.getTemplates())),
            parameters(options.getParameters()));
    Map<String, String> files = revision.files();
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = out.resolve(file.getKey());
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + out, e);
    }
    report.line("templates   %d files in %s", files.size(), out);
  }

  private static String needed(String option, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("--" + option + " is missing");
    }
    return value;
  }

  private static ImmutableMap<String, String> parameters(@Nullable String file) {
    if (file == null) {
      return ImmutableMap.of();
    }
    try {
      return ImmutableMap.copyOf(
          new ObjectMapper()
              .readValue(Path.of(file).toFile(), new TypeReference<Map<String, String>>() {}));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--parameters=" + file + " is no file with a JSON object of texts: " + e.getMessage(), e);
    }
  }
}
