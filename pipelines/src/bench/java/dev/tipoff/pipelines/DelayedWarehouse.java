package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.NamedQuery;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.time.Duration;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** The reads of a warehouse, each of which takes as much longer as one in a cloud does. */
final class DelayedWarehouse {
  private final Warehouse warehouse;
  private final Duration delay;

  DelayedWarehouse(Warehouse warehouse, Duration delay) {
    this.warehouse = warehouse;
    this.delay = delay;
  }

  <T> PTransform<PBegin, PCollection<T>> read(Table<T> table, SlateRange slates) {
    return new Delayed<>(delay, slates, warehouse.readEach(table));
  }

  <T> PTransform<PBegin, PCollection<T>> query(NamedQuery<T> query, SlateRange slates) {
    return new Delayed<>(delay, slates, warehouse.queryEach(query));
  }

  private static final class Delayed<T> extends PTransform<PBegin, PCollection<T>> {
    private static final long serialVersionUID = 1L;

    private final Duration delay;
    private final SlateRange slates;
    private final PTransform<PCollection<SlateRange>, PCollection<T>> read;

    Delayed(
        Duration delay,
        SlateRange slates,
        PTransform<PCollection<SlateRange>, PCollection<T>> read) {
      this.delay = delay;
      this.slates = slates;
      this.read = read;
    }

    @Override
    public PCollection<T> expand(PBegin begin) {
      return begin
          .apply("Slates", Create.of(slates))
          .apply("Delay", ParDo.of(new DelayFn(delay)))
          .apply("Read", read);
    }
  }

  private static final class DelayFn extends DoFn<SlateRange, SlateRange> {
    private static final long serialVersionUID = 1L;

    private final Duration delay;

    DelayFn(Duration delay) {
      this.delay = delay;
    }

    @ProcessElement
    public void delay(@Element SlateRange slates, OutputReceiver<SlateRange> output)
        throws InterruptedException {
      Thread.sleep(delay.toMillis());
      output.output(slates);
    }
  }
}
