package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.RowShape;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/** A select on the embedded warehouse for each range of slates. */
final class DuckDbReadEach<T> extends PTransform<PCollection<SlateRange>, PCollection<T>> {
  private static final long serialVersionUID = 1L;

  private final DuckDbFile file;
  private final String label;
  private final Class<T> rowClass;
  private final SerializableFunction<SlateRange, String> source;

  /**
   * @param label table or query, for the counter
   * @param source what follows FROM
   */
  DuckDbReadEach(
      DuckDbFile file,
      String label,
      Class<T> rowClass,
      SerializableFunction<SlateRange, String> source) {
    this.file = file;
    this.label = label;
    this.rowClass = rowClass;
    this.source = source;
  }

  @Override
  public PCollection<T> expand(PCollection<SlateRange> ranges) {
    RowShape<T> shape = RowShape.of(rowClass);
    SerializableFunction<SlateRange, String> from = source;
    return ranges
        .apply(
            "Statement",
            MapElements.into(TypeDescriptors.strings())
                .via(slates -> DuckDbCells.select(shape.columns(), from.apply(slates))))
        .apply("Select", ParDo.of(new DuckDbRead.SelectFn<>(file, label, shape)))
        .setCoder(RowShape.coder(rowClass));
  }
}
