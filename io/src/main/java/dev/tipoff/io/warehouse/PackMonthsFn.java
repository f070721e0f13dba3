package dev.tipoff.io.warehouse;

import dev.tipoff.io.warehouse.StorableRows.Judged;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.grouping.RowPiece;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.tables.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Packs the rows of a bundle for their table, those of a month together, and sets apart what {@link
 * StorableRows} would. All in one step: a runner touches each row once a step, and that costs more
 * than most of what is done to it.
 */
final class PackMonthsFn<T> extends DoFn<T, KV<String, byte[]>> {
  private static final long serialVersionUID = 1L;

  static final TupleTag<KV<String, byte[]>> PACKED = new TupleTag<>("packed") {};
  static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  private static final String UNSPLIT = "all";
  private static final Coder<StoredRow> CODER = StoredRow.coder();

  private record Month(String name, BoundedWindow window) {}

  private final Table<T> table;
  private final Counter refused;
  private transient @Nullable Map<Month, RowPiece<StoredRow>> months;

  /** By day, since a date takes longer to write out than to look up. */
  private transient @Nullable Map<GameDay, String> names;

  PackMonthsFn(Table<T> table) {
    this.table = table;
    this.refused = Metrics.counter(StorableRows.ROWS_REFUSED, table.name());
  }

  @StartBundle
  public void start() {
    months = new LinkedHashMap<>();
    names = new HashMap<>();
  }

  @ProcessElement
  public void pack(@Element T row, BoundedWindow window, MultiOutputReceiver output)
      throws IOException {
    Judged judged = StorableRows.judge(table, row);
    if (judged.refusal() != null) {
      refused.inc();
      output.get(FAILURES).output(judged.refusal());
      return;
    }
    GameDay day = StoredRow.dayOf(table, row);
    StoredRow stored = StoredRow.of(table, day, judged.cells());
    Month month =
        new Month(
            day == null
                ? UNSPLIT
                : Objects.requireNonNull(names).computeIfAbsent(day, PackMonthsFn::month),
            window);
    RowPiece<StoredRow> piece =
        Objects.requireNonNull(months).computeIfAbsent(month, key -> new RowPiece<>(CODER));
    piece.add(stored);
    if (piece.isFull()) {
      output.get(PACKED).output(KV.of(month.name(), piece.take()));
    }
  }

  @FinishBundle
  public void finish(FinishBundleContext bundle) {
    Objects.requireNonNull(months)
        .forEach(
            (month, piece) -> {
              if (!piece.isEmpty()) {
                bundle.output(
                    PACKED,
                    KV.of(month.name(), piece.take()),
                    month.window().maxTimestamp(),
                    month.window());
              }
            });
    months = null;
  }

  static String month(GameDay day) {
    return day.toString().substring(0, 7);
  }

  /** The rows of pieces, in their order. */
  static List<StoredRow> rows(Iterable<byte[]> pieces) {
    List<StoredRow> rows = new ArrayList<>();
    for (byte[] piece : pieces) {
      RowPiece.forEach(piece, CODER, rows::add);
    }
    return rows;
  }
}
