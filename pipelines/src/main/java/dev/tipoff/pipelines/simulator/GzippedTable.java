package dev.tipoff.pipelines.simulator;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A gzipped CSV file with a header row; the same rows always give the same bytes. */
final class GzippedTable implements Closeable {
  private final CSVPrinter printer;

  private GzippedTable(CSVPrinter printer) {
    this.printer = printer;
  }

  static GzippedTable create(Path file, String header) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setRecordSeparator('\n').setHeader(header.split(",")).get();
    return new GzippedTable(
        new CSVPrinter(
            new BufferedWriter(
                new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)),
            format));
  }

  void row(Object... values) throws IOException {
    printer.printRecord(values);
  }

  @Override
  public void close() throws IOException {
    printer.close();
  }
}
