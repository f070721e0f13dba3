package dev.tipoff.io.site;

import dev.tipoff.transforms.export.ExportKind;
import dev.tipoff.transforms.export.Exports;
import dev.tipoff.transforms.grouping.GroupInShards;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.tables.RowShape;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/** The files of rows of all kinds: a JSON document each, and the table that pages load. */
public final class ExportFiles extends PTransform<PCollection<ExportRow>, PCollection<SiteFile>> {
  private static final long serialVersionUID = 1L;

  @Override
  public PCollection<SiteFile> expand(PCollection<ExportRow> rows) {
    return rows.apply(
            "ByFile", WithKeys.of(ExportRow::getFile).withKeyType(TypeDescriptors.strings()))
        .apply("Files", GroupInShards.create())
        .apply("Write", ParDo.of(new FileFn()))
        .setCoder(RowShape.coder(SiteFile.class));
  }

  private static final class FileFn extends DoFn<KV<String, Iterable<ExportRow>>, SiteFile> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void write(
        @Element KV<String, Iterable<ExportRow>> file, OutputReceiver<SiteFile> output) {
      ExportRow any = file.getValue().iterator().next();
      ExportKind<?> kind = Exports.named(any.getKind());
      GameDay day = any.getDay();
      SortedSet<String> items = new TreeSet<>();
      for (ExportRow row : file.getValue()) {
        if (row.isRow()) {
          items.add(row.getJson());
        }
      }
      String name = file.getKey();
      output.output(SiteFile.at("v1/" + name + ".json", kind.document(day, items), kind.fresh()));
      if (any.getForPages()) {
        output.output(SiteFile.forPages(name, kind.table(day, items)));
      }
    }
  }
}
