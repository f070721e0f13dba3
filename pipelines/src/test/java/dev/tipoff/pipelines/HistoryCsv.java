package dev.tipoff.pipelines;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** A history file to look into and to write changed copies of. */
final class HistoryCsv {
  private final List<String> header;
  private final List<Map<String, String>> rows;

  private HistoryCsv(List<String> header, List<Map<String, String>> rows) {
    this.header = header;
    this.rows = rows;
  }

  static HistoryCsv read(Path gzipped) throws IOException {
    try (Reader reader =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(gzipped)), StandardCharsets.UTF_8);
        CSVParser parser =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
      List<Map<String, String>> rows = new ArrayList<>();
      for (CSVRecord record : parser) {
        Map<String, String> row = new LinkedHashMap<>();
        parser.getHeaderNames().forEach(column -> row.put(column, record.get(column)));
        rows.add(row);
      }
      return new HistoryCsv(List.copyOf(parser.getHeaderNames()), rows);
    }
  }

  /** The rows, by column; changing one changes what is written. */
  List<Map<String, String>> rows() {
    return rows;
  }

  HistoryCsv shuffled(Random random) {
    List<Map<String, String>> order = new ArrayList<>(rows);
    Collections.shuffle(order, random);
    return new HistoryCsv(header, order);
  }

  /** Writes the rows to a plain file and returns its path as an option has it. */
  String writeTo(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (Writer writer = Files.newBufferedWriter(file);
        CSVPrinter printer =
            new CSVPrinter(
                writer,
                CSVFormat.RFC4180.builder().setHeader(header.toArray(String[]::new)).get())) {
      for (Map<String, String> row : rows) {
        printer.printRecord(row.values());
      }
    }
    return file.toString();
  }
}
