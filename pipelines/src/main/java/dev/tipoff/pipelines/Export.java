package dev.tipoff.pipelines;

import dev.tipoff.io.site.ExportFiles;
import dev.tipoff.io.site.ExportRow;
import dev.tipoff.io.site.ExportRows;
import dev.tipoff.io.site.SiteFile;
import dev.tipoff.io.warehouse.NamedQuery;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.export.ExportKind;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.RowShape;
import dev.tipoff.transforms.tables.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * The exports of a slate: what is read for them, and the files that it goes into. Rows of all kinds
 * are grouped into files together, since a runner pays for every step of a graph.
 */
final class Export {
  private final Pipeline pipeline;
  private final Warehouse warehouse;
  private final GameDay day;
  private final List<PCollection<ExportRow>> rows = new ArrayList<>();
  private final List<ExportRow> files = new ArrayList<>();

  Export(Pipeline pipeline, Warehouse warehouse, GameDay day) {
    this.pipeline = pipeline;
    this.warehouse = warehouse;
    this.day = day;
  }

  GameDay day() {
    return day;
  }

  <T> PCollection<T> read(String what, NamedQuery<T> query) {
    return pipeline.apply("Read" + what, warehouse.query(query));
  }

  <T> PCollection<T> read(String what, Table<T> table, SlateRange slates) {
    return pipeline.apply("Read" + what, warehouse.read(table, slates));
  }

  /** The rows of a query into one file. */
  <T> void write(NamedQuery<T> query, ExportKind<T> kind, String file) {
    write(read(" " + file, query), kind, file);
  }

  /** Rows into files that are there without rows too; the first of them is for pages also. */
  <T> void write(PCollection<T> all, ExportKind<T> kind, String file, String... others) {
    List<ExportRow> into = new ArrayList<>();
    into.add(ExportRow.forPages(kind, file, day));
    for (String other : others) {
      into.add(ExportRow.file(kind, other, day));
    }
    files.addAll(into);
    write(file, all, ExportRows.into(kind, into));
  }

  <T> void write(String what, PCollection<T> all, ExportRows<T> into) {
    rows.add(all.apply("Export " + what, into));
  }

  /** All files of what was written. */
  PCollection<SiteFile> files() {
    PCollection<ExportRow> empty =
        pipeline.apply("Empty", Create.of(files).withCoder(RowShape.coder(ExportRow.class)));
    return PCollectionList.of(rows)
        .and(empty)
        .apply("ExportRows", Flatten.pCollections())
        .apply("ExportFiles", new ExportFiles());
  }
}
