package dev.tipoff.io.site;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.export.ExportKind;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.tables.RowShape;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;

/**
 * Rows on their way into files of one kind of export.
 *
 * @param <T> a row
 */
public final class ExportRows<T> extends PTransform<PCollection<T>, PCollection<ExportRow>> {
  private static final long serialVersionUID = 1L;

  private final ExportKind<T> kind;
  private final SerializableFunction<T, List<ExportRow>> filesOf;

  private ExportRows(ExportKind<T> kind, SerializableFunction<T, List<ExportRow>> filesOf) {
    this.kind = kind;
    this.filesOf = filesOf;
  }

  /** All rows into each of some files. */
  public static <T> ExportRows<T> into(ExportKind<T> kind, List<ExportRow> files) {
    ImmutableList<ExportRow> all = ImmutableList.copyOf(files);
    return new ExportRows<>(kind, row -> all);
  }

  /**
   * Each row into a file that pages load too.
   *
   * @param day what the rows are up to
   * @param nameOf says the name of a row's file
   */
  public static <T> ExportRows<T> each(
      ExportKind<T> kind, GameDay day, SerializableFunction<T, String> nameOf) {
    return new ExportRows<>(kind, row -> List.of(ExportRow.forPages(kind, nameOf.apply(row), day)));
  }

  /** Each row into the file of its day, in the folder that is called like the kind. */
  public static <T> ExportRows<T> byDay(
      ExportKind<T> kind, SerializableFunction<T, GameDay> dayOf) {
    return new ExportRows<>(
        kind,
        row -> {
          GameDay day = dayOf.apply(row);
          return List.of(ExportRow.file(kind, kind.name() + "/" + day, day));
        });
  }

  @Override
  public PCollection<ExportRow> expand(PCollection<T> rows) {
    return rows.apply("Export", ParDo.of(new ExportFn<>(kind, filesOf)))
        .setCoder(RowShape.coder(ExportRow.class));
  }

  private static final class ExportFn<T> extends DoFn<T, ExportRow> {
    private static final long serialVersionUID = 1L;

    private final ExportKind<T> kind;
    private final SerializableFunction<T, List<ExportRow>> filesOf;

    ExportFn(ExportKind<T> kind, SerializableFunction<T, List<ExportRow>> filesOf) {
      this.kind = kind;
      this.filesOf = filesOf;
    }

    @ProcessElement
    public void export(@Element T row, OutputReceiver<ExportRow> output) {
      String json = kind.item(row);
      filesOf.apply(row).forEach(file -> output.output(file.with(json)));
    }
  }
}
