package dev.tipoff.pipelines;

import com.google.auto.value.AutoValue;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.fingerprint.ComposeFingerprints;
import dev.tipoff.transforms.fingerprint.FingerprintRow;
import dev.tipoff.transforms.fingerprint.RunFingerprints;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * What the slates of a phase are made from: the fingerprint statement, read once and composed as a
 * side input. A source that has other rows than its own phase said it wrote is a failure.
 */
@AutoValue
abstract class SlateInputs {
  abstract Pipeline pipeline();

  abstract Phase phase();

  /** Why the phase runs; empty if nobody said. */
  abstract String why();

  abstract PCollectionView<RunFingerprints> fingerprints();

  /** Reads the phase's statement. */
  static SlateInputs read(
      Pipeline pipeline,
      Phase phase,
      SlateRange slates,
      Services services,
      List<PCollection<Failure>> failures) {
    return of(rows(pipeline, phase, slates, services), phase, slates, services, failures);
  }

  /** The rows of the phase's statement. */
  static PCollection<FingerprintRow> rows(
      Pipeline pipeline, Phase phase, SlateRange slates, Services services) {
    return pipeline.apply(
        "ReadFingerprints", services.warehouse().query(Queries.fingerprints(phase.id(), slates)));
  }

  static SlateInputs of(
      PCollection<FingerprintRow> rows,
      Phase phase,
      SlateRange slates,
      Services services,
      List<PCollection<Failure>> failures) {
    PCollectionView<RunFingerprints> fingerprints =
        rows.apply("Fingerprints", ComposeFingerprints.of(slates, phase.sources()));
    failures.add(
        rows.getPipeline()
            .apply("Phase", Create.of(phase.id()))
            .apply(
                "CheckInputs",
                ParDo.of(new CheckInputsFn(fingerprints)).withSideInputs(fingerprints)));
    String why = services.run().map(run -> run.started().get(0).getReason()).orElse("");
    return new AutoValue_SlateInputs(rows.getPipeline(), phase, why, fingerprints);
  }
}
