package dev.tipoff.pipelines.simulator;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads back what the simulator wrote. */
record WrittenTable(List<String> header, List<CSVRecord> rows) {
  static WrittenTable read(Path file) throws IOException {
    try (Reader reader =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
        CSVParser parser =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
      return new WrittenTable(parser.getHeaderNames(), parser.getRecords());
    }
  }

  static int number(CSVRecord row, String column) {
    return Integer.parseInt(row.get(column));
  }

  static double decimal(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
