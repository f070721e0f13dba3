package dev.tipoff.io.publish;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.export.ExportKind;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.tables.RowShape;
import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Rows on their way into files of one kind of export.
 *
 * @param <T> a row
 */
public final class ExportRows<T> extends PTransform<PCollection<T>, PCollection<ExportRow>> {
  private static final long serialVersionUID = 1L;

  private final ExportKind<T> kind;
  private final FilesOf<T> filesOf;

  private ExportRows(ExportKind<T> kind, FilesOf<T> filesOf) {
    this.kind = kind;
    this.filesOf = filesOf;
  }

  /** Says into which files a row goes. */
  private interface FilesOf<T> extends Serializable {
    List<ExportRow> of(T row);
  }

  /** Says the name of a row's file. */
  public interface NameOf<T> extends Serializable {
    String of(T row);
  }

  /** Says the day of a row. */
  public interface DayOf<T> extends Serializable {
    GameDay of(T row);
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
   */
  public static <T> ExportRows<T> each(ExportKind<T> kind, GameDay day, NameOf<T> nameOf) {
    return new ExportRows<>(kind, row -> List.of(ExportRow.forPages(kind, nameOf.of(row), day)));
  }

  /** Each row into the file of its day, in the folder that is called like the kind. */
  public static <T> ExportRows<T> byDay(ExportKind<T> kind, DayOf<T> dayOf) {
    return new ExportRows<>(
        kind,
        row -> List.of(ExportRow.file(kind, kind.name() + "/" + dayOf.of(row), dayOf.of(row))));
  }

  @Override
  public PCollection<ExportRow> expand(PCollection<T> rows) {
    return rows.apply("Export", ParDo.of(new ExportFn<>(kind, filesOf)))
        .setCoder(RowShape.coder(ExportRow.class));
  }

  private static final class ExportFn<T> extends DoFn<T, ExportRow> {
    private static final long serialVersionUID = 1L;

    private final ExportKind<T> kind;
    private final FilesOf<T> filesOf;

    ExportFn(ExportKind<T> kind, FilesOf<T> filesOf) {
      this.kind = kind;
      this.filesOf = filesOf;
    }

    @ProcessElement
    public void export(@Element T row, OutputReceiver<ExportRow> output) {
      String json = kind.item(row);
      filesOf.of(row).forEach(file -> output.output(file.with(json)));
    }
  }
}
