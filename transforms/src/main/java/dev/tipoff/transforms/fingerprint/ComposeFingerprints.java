package dev.tipoff.transforms.fingerprint;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.transforms.fingerprint.FingerprintRow.Branch;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.slate.SlateWindows;
import dev.tipoff.transforms.tables.RowShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.DelegateCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Composes the rows of the fingerprint statement, in any order, into one {@link SlateFingerprints}
 * a slate, in slate windows: a source's day counts for exactly the slates whose look-back holds it,
 * and a source without any row is there with none.
 */
@AutoValue
public abstract class ComposeFingerprints
    extends PTransform<PCollection<FingerprintRow>, PCollection<SlateFingerprints>> {
  abstract SlateRange slates();

  abstract ImmutableMap<String, LookBack> sources();

  /**
   * @param slates the slates to compose for
   * @param sources every source that they are made from, with the days of it that count
   */
  public static ComposeFingerprints of(SlateRange slates, Map<String, LookBack> sources) {
    return new AutoValue_ComposeFingerprints(slates, ImmutableMap.copyOf(sources));
  }

  /** As the transform, of rows at hand. */
  public SortedMap<GameDay, SlateFingerprints> compose(Iterable<FingerprintRow> rows) {
    SortedMap<GameDay, SlateFingerprints> composed = new TreeMap<>();
    for (FingerprintRow none : noRows()) {
      composed.computeIfAbsent(none.getGameDate(), day -> new SlateFingerprints()).add(none);
    }
    for (FingerprintRow row : rows) {
      for (GameDay slate : slatesOf(row)) {
        composed.computeIfAbsent(slate, day -> new SlateFingerprints()).add(row.at(slate));
      }
    }
    return composed;
  }

  @Override
  public PCollection<SlateFingerprints> expand(PCollection<FingerprintRow> rows) {
    Coder<FingerprintRow> coder = RowShape.coder(FingerprintRow.class);
    PCollection<FingerprintRow> none =
        rows.getPipeline().apply("NoRows", Create.of(noRows()).withCoder(coder));
    PCollection<FingerprintRow> ofSlates =
        rows.apply("ToSlates", ParDo.of(new ToSlatesFn(this))).setCoder(coder);
    return PCollectionList.of(ofSlates)
        .and(none)
        .apply("WithEverySource", Flatten.pCollections())
        .apply("FingerprintSlates", SlateWindows.by(FingerprintRow::getGameDate))
        .apply("Compose", Combine.globally(new AddFn()).withoutDefaults());
  }

  private List<FingerprintRow> noRows() {
    List<FingerprintRow> none = new ArrayList<>();
    for (GameDay slate : slates().days()) {
      sources().keySet().forEach(source -> none.add(FingerprintRow.source(source, slate, 0, 0)));
    }
    return none;
  }

  private List<GameDay> slatesOf(FingerprintRow row) {
    LookBack lookBack =
        row.getBranch() == Branch.SOURCE ? sources().get(row.getSource()) : LookBack.SLATE;
    if (lookBack == null) {
      throw new IllegalArgumentException(
          "the fingerprint statement has a source that the phase does not declare: "
              + row.getSource());
    }
    return slates().days().stream()
        .filter(slate -> lookBack.holds(slate, row.getGameDate()))
        .toList();
  }

  private static final class ToSlatesFn extends DoFn<FingerprintRow, FingerprintRow> {
    private static final long serialVersionUID = 1L;

    private final SlateRange slates;
    private final ImmutableMap<String, LookBack> sources;

    ToSlatesFn(ComposeFingerprints compose) {
      this.slates = compose.slates();
      this.sources = compose.sources();
    }

    @ProcessElement
    public void toSlates(@Element FingerprintRow row, OutputReceiver<FingerprintRow> output) {
      of(slates, sources).slatesOf(row).forEach(slate -> output.output(row.at(slate)));
    }
  }

  private static final class AddFn
      extends Combine.CombineFn<FingerprintRow, SlateFingerprints, SlateFingerprints> {
    private static final long serialVersionUID = 1L;

    @Override
    public SlateFingerprints createAccumulator() {
      return new SlateFingerprints();
    }

    @Override
    public SlateFingerprints addInput(SlateFingerprints fingerprints, FingerprintRow row) {
      fingerprints.add(row);
      return fingerprints;
    }

    @Override
    public SlateFingerprints mergeAccumulators(Iterable<SlateFingerprints> parts) {
      SlateFingerprints merged = new SlateFingerprints();
      parts.forEach(part -> part.rows().forEach(merged::add));
      return merged;
    }

    @Override
    public SlateFingerprints extractOutput(SlateFingerprints fingerprints) {
      return fingerprints;
    }

    @Override
    public Coder<SlateFingerprints> getAccumulatorCoder(
        CoderRegistry registry, Coder<FingerprintRow> rows) {
      return coder(rows);
    }

    @Override
    public Coder<SlateFingerprints> getDefaultOutputCoder(
        CoderRegistry registry, Coder<FingerprintRow> rows) {
      return coder(rows);
    }

    private static Coder<SlateFingerprints> coder(Coder<FingerprintRow> rows) {
      return DelegateCoder.of(
          ListCoder.of(rows),
          SlateFingerprints::rows,
          SlateFingerprints::of,
          TypeDescriptor.of(SlateFingerprints.class));
    }
  }
}
