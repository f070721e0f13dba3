package dev.tipoff.pipelines.bench;

import com.google.common.io.ByteStreams;
import com.google.common.io.CountingOutputStream;
import java.io.IOException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.reflect.DoFnInvoker;
import org.apache.beam.sdk.transforms.reflect.DoFnInvokers;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.PaneInfo;
import org.joda.time.Instant;

/**
 * A DoFn that does what another does, and counts in Beam's metrics what comes in, how many bytes the
 * coder makes of it, and for how long the other is busy.
 */
final class TimedFn<InputT, OutputT> extends DoFn<InputT, OutputT> {
  private static final long serialVersionUID = 1L;

  static final String ELEMENTS = "bench-elements";
  static final String NANOSECONDS = "bench-nanoseconds";
  static final String SAMPLES = "bench-samples";
  static final String BYTES_OF_SAMPLES = "bench-bytes";
  static final String BUNDLES = "bench-bundles";

  /** Of so many elements one is encoded, since that takes as long as many a step does. */
  private static final int SAMPLED = 128;

  private final DoFn<InputT, OutputT> fn;
  private final Coder<InputT> coder;
  private final Counter elements;
  private final Counter nanoseconds;
  private final Counter samples;
  private final Counter bytes;
  private final Counter bundles;
  private transient DoFnInvoker<InputT, OutputT> invoker;
  private transient long seen;

  /**
   * Times a DoFn.
   *
   * @param step what the counters are named
   * @param coder of what comes in
   */
  TimedFn(String step, DoFn<InputT, OutputT> fn, Coder<InputT> coder) {
    this.fn = fn;
    this.coder = coder;
    this.elements = Metrics.counter(ELEMENTS, step);
    this.nanoseconds = Metrics.counter(NANOSECONDS, step);
    this.samples = Metrics.counter(SAMPLES, step);
    this.bytes = Metrics.counter(BYTES_OF_SAMPLES, step);
    this.bundles = Metrics.counter(BUNDLES, step);
  }

  @Setup
  public void setUp(PipelineOptions options) {
    invoker = DoFnInvokers.tryInvokeSetupFor(fn, options);
  }

  @StartBundle
  public void startBundle(StartBundleContext context, PipelineOptions options) {
    bundles.inc();
    long start = System.nanoTime();
    invoker.invokeStartBundle(
        new Arguments(options) {
          @Override
          public DoFn<InputT, OutputT>.StartBundleContext startBundleContext(
              DoFn<InputT, OutputT> doFn) {
            return context;
          }
        });
    nanoseconds.inc(System.nanoTime() - start);
  }

  @ProcessElement
  public void process(
      @Element InputT element,
      ProcessContext context,
      BoundedWindow window,
      OutputReceiver<OutputT> output,
      MultiOutputReceiver outputs,
      PipelineOptions options)
      throws IOException {
    elements.inc();
    if (seen++ % SAMPLED == 0) {
      CountingOutputStream counting = new CountingOutputStream(ByteStreams.nullOutputStream());
      coder.encode(element, counting);
      samples.inc();
      bytes.inc(counting.getCount());
    }
    long start = System.nanoTime();
    invoker.invokeProcessElement(
        new Arguments(options) {
          @Override
          public DoFn<InputT, OutputT>.ProcessContext processContext(DoFn<InputT, OutputT> doFn) {
            return context;
          }

          @Override
          public InputT element(DoFn<InputT, OutputT> doFn) {
            return element;
          }

          @Override
          public Instant timestamp(DoFn<InputT, OutputT> doFn) {
            return context.timestamp();
          }

          @Override
          public BoundedWindow window() {
            return window;
          }

          @Override
          public PaneInfo paneInfo(DoFn<InputT, OutputT> doFn) {
            return context.pane();
          }

          @Override
          public OutputReceiver<OutputT> outputReceiver(DoFn<InputT, OutputT> doFn) {
            return output;
          }

          @Override
          public MultiOutputReceiver taggedOutputReceiver(DoFn<InputT, OutputT> doFn) {
            return outputs;
          }
        });
    nanoseconds.inc(System.nanoTime() - start);
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context, PipelineOptions options) {
    long start = System.nanoTime();
    invoker.invokeFinishBundle(
        new Arguments(options) {
          @Override
          public DoFn<InputT, OutputT>.FinishBundleContext finishBundleContext(
              DoFn<InputT, OutputT> doFn) {
            return context;
          }
        });
    nanoseconds.inc(System.nanoTime() - start);
  }

  @Teardown
  public void tearDown() {
    if (invoker != null) {
      invoker.invokeTeardown();
    }
  }

  /** What all methods may ask for; what none of ours does is refused. */
  private class Arguments extends DoFnInvoker.BaseArgumentProvider<InputT, OutputT> {
    private final PipelineOptions options;

    Arguments(PipelineOptions options) {
      this.options = options;
    }

    @Override
    public PipelineOptions pipelineOptions() {
      return options;
    }

    @Override
    public String getErrorContext() {
      return "a timed " + fn.getClass().getName();
    }
  }
}
