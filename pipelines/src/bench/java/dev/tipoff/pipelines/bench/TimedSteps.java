package dev.tipoff.pipelines.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.runners.AppliedPTransform;
import org.apache.beam.sdk.runners.PTransformOverride;
import org.apache.beam.sdk.runners.PTransformOverrideFactory;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.reflect.DoFnSignature;
import org.apache.beam.sdk.transforms.reflect.DoFnSignatures;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.util.construction.PTransformReplacements;
import org.apache.beam.sdk.util.construction.ReplacementOutputs;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Puts a clock to every ParDo of a graph that is built and not yet run. Those with state or timers
 * and splittable ones are left alone, and what the runner does between steps is in no step's time.
 */
final class TimedSteps {
  private TimedSteps() {}

  /** Returns how many bytes each step's DoFn has, which DirectRunner writes twice a bundle. */
  static Map<String, Integer> in(Pipeline pipeline) {
    Map<String, Integer> bytes = new HashMap<>();
    pipeline.replaceAll(List.of(PTransformOverride.of(TimedSteps::canBeTimed, new Timing<>(bytes))));
    return bytes;
  }

  private static boolean canBeTimed(AppliedPTransform<?, ?, ?> step) {
    if (!(step.getTransform() instanceof ParDo.MultiOutput<?, ?> parDo)
        || parDo.getFn() instanceof TimedFn) {
      return false;
    }
    DoFnSignature signature = DoFnSignatures.getSignature(parDo.getFn().getClass());
    return !signature.processElement().isSplittable()
        && !signature.usesState()
        && !signature.usesTimers();
  }

  private static final class Timing<InputT, OutputT>
      implements PTransformOverrideFactory<
          PCollection<? extends InputT>, PCollectionTuple, ParDo.MultiOutput<InputT, OutputT>> {
    private final Map<String, Integer> bytes;

    Timing(Map<String, Integer> bytes) {
      this.bytes = bytes;
    }

    @Override
    @SuppressWarnings("unchecked") // A coder of what comes in, which the DoFn takes.
    public PTransformReplacement<PCollection<? extends InputT>, PCollectionTuple>
        getReplacementTransform(
            AppliedPTransform<
                    PCollection<? extends InputT>,
                    PCollectionTuple,
                    ParDo.MultiOutput<InputT, OutputT>>
                step) {
      ParDo.MultiOutput<InputT, OutputT> parDo = step.getTransform();
      PCollection<? extends InputT> input = PTransformReplacements.getSingletonMainInput(step);
      Coder<InputT> coder = (Coder<InputT>) input.getCoder();
      bytes.put(
          step.getFullName(), SerializableUtils.serializeToByteArray(parDo.getFn()).length);
      return PTransformReplacement.of(
          input,
          ParDo.of(new TimedFn<>(step.getFullName(), parDo.getFn(), coder))
              .withSideInputs(parDo.getSideInputs())
              .withOutputTags(parDo.getMainOutputTag(), parDo.getAdditionalOutputTags()));
    }

    @Override
    public Map<PCollection<?>, ReplacementOutput> mapOutputs(
        Map<TupleTag<?>, PCollection<?>> outputs, PCollectionTuple newOutput) {
      return ReplacementOutputs.tagged(outputs, newOutput);
    }
  }
}
