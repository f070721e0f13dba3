package dev.tipoff.pipelines.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The results of the campaign, as a table in Markdown. */
final class FaultTable {
  private static final int LONGEST = 160;

  private final Map<Integer, String> rows = new TreeMap<>();

  void add(int place, FaultCase row, FaultCase.Result result) {
    rows.put(
        place,
        String.format(
            "| %s | %s | %s | %s | %s | %d | %s |%n",
            row.use(),
            row.command(),
            row.fault(),
            cell(result.said()),
            result.code(),
            result.exit(),
            result.after()));
  }

  private static String cell(String text) {
    String line =
        text.replaceAll("[\\s\\p{Cntrl}]+", " ")
            .replace("|", "\\|")
            .replaceAll("localhost/127\\.0\\.0\\.1:\\d+|(localhost|127\\.0\\.0\\.1):\\d+", "SERVER")
            .replaceAll("/[^ \"]*/junit\\d+", "FOLDER")
            .replaceAll("\\S*/bin/java \\(PID \\d+\\)", "java (PID)")
            .replaceAll("port: \\d+", "port");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    StringBuilder text =
        new StringBuilder(
            "| the outside | command | fault | what it said | code or state | exit | the same"
                + " command after it |\n| --- | --- | --- | --- | --- | --- | --- |\n");
    rows.values().forEach(text::append);
    Files.writeString(file, text);
  }
}
