package dev.tipoff.transforms.fingerprint;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.grouping.GatherList;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.RowShape;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.DelegateCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * The rows of the fingerprint statement, composed into {@link RunFingerprints} as a side input. It
 * is in the global window, so that steps see it in whatever windows they are.
 */
@AutoValue
public abstract class ComposeFingerprints
    extends PTransform<PCollection<FingerprintRow>, PCollectionView<RunFingerprints>> {
  abstract SlateRange slates();

  abstract ImmutableMap<String, LookBack> sources();

  /**
   * @param slates the slates to compose for
   * @param sources every source that they are made from, with the days of it that count
   */
  public static ComposeFingerprints of(SlateRange slates, Map<String, LookBack> sources) {
    return new AutoValue_ComposeFingerprints(slates, ImmutableMap.copyOf(sources));
  }

  @Override
  public PCollectionView<RunFingerprints> expand(PCollection<FingerprintRow> rows) {
    return rows.apply("Compose", CombinedView.of(new ComposeFn(this)));
  }

  private static final class ComposeFn extends GatherList<FingerprintRow, RunFingerprints> {
    private static final long serialVersionUID = 1L;

    private final SlateRange slates;
    private final ImmutableMap<String, LookBack> sources;

    ComposeFn(ComposeFingerprints compose) {
      this.slates = compose.slates();
      this.sources = compose.sources();
    }

    @Override
    public RunFingerprints extractOutput(List<FingerprintRow> rows) {
      return RunFingerprints.compose(slates, sources, rows);
    }

    /** Travels as the rows that it is composed from. */
    @Override
    public Coder<RunFingerprints> getDefaultOutputCoder(
        CoderRegistry registry, Coder<FingerprintRow> rows) {
      SlateRange range = slates;
      ImmutableMap<String, LookBack> declared = sources;
      return DelegateCoder.of(
          ListCoder.of(RowShape.coder(FingerprintRow.class)),
          RunFingerprints::rows,
          list -> RunFingerprints.compose(range, declared, list));
    }
  }
}
