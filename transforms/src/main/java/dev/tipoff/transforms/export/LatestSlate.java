package dev.tipoff.transforms.export;

import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.model.GameDay;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.Max;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Of rows of several slates those of the last one. */
public final class LatestSlate<T> extends PTransform<PCollection<T>, PCollection<T>> {
  private static final long serialVersionUID = 1L;

  private final SerializableFunction<T, GameDay> dayOf;

  private LatestSlate(SerializableFunction<T, GameDay> dayOf) {
    this.dayOf = dayOf;
  }

  public static <T> LatestSlate<T> by(SerializableFunction<T, GameDay> dayOf) {
    return new LatestSlate<>(dayOf);
  }

  @Override
  public PCollection<T> expand(PCollection<T> rows) {
    SerializableFunction<T, GameDay> day = dayOf;
    PCollectionView<Long> last =
        rows.apply(
                "Days",
                MapElements.into(TypeDescriptors.longs()).via(row -> day.apply(row).getEpochDay()))
            .apply("Last", CombinedView.of(Max.ofLongs()));
    return rows.apply("OfLast", ParDo.of(new OfDayFn<>(day, last)).withSideInputs(last))
        .setCoder(rows.getCoder());
  }

  private static final class OfDayFn<T> extends DoFn<T, T> {
    private static final long serialVersionUID = 1L;

    private final SerializableFunction<T, GameDay> dayOf;
    private final PCollectionView<Long> last;

    OfDayFn(SerializableFunction<T, GameDay> dayOf, PCollectionView<Long> last) {
      this.dayOf = dayOf;
      this.last = last;
    }

    @ProcessElement
    public void keep(ProcessContext process) {
      if (dayOf.apply(process.element()).getEpochDay() == process.sideInput(last)) {
        process.output(process.element());
      }
    }
  }
}
