package dev.tipoff.transforms.grouping;

import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/**
 * All rows of the global window as one list in no order, empty if there are none: once there is
 * nothing more to come of them.
 *
 * <p>A step that comes after all of them has the list as its main input, and what is known early as
 * side inputs. The other way round it would be waiting, and DirectRunner lets a step wait by trying
 * it again without rest.
 *
 * @param <T> a row
 */
public final class OneList<T> extends PTransform<PCollection<T>, PCollection<List<T>>> {
  private static final long serialVersionUID = 1L;

  private OneList() {}

  public static <T> OneList<T> create() {
    return new OneList<>();
  }

  @Override
  public PCollection<List<T>> expand(PCollection<T> rows) {
    return rows.apply(
        "Gather", CombineWindows.once(new GatherList.Itself<T>(), rows.getPipeline()));
  }
}
