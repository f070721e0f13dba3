package dev.tipoff.io.scrape;

import dev.tipoff.io.archive.Envelope;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * Makes the calls of a bundle side by side: calls wait for the network most of their time, and a
 * runner may have fewer threads than a provider allows calls at once. How many really go out
 * together is the fetcher's to limit.
 */
final class FetchFn extends DoFn<PlannedCall, Envelope> {
  private static final int THREADS = 32;

  /** How many calls may have been handed over whose answers are kept in memory. */
  private static final int MOST_PENDING = 2 * THREADS;

  private record Pending(Future<List<Envelope>> answer, Instant time, BoundedWindow window) {}

  private final Counter requests = Metrics.counter("scrape", "requests");
  private final Fetcher.Factory factory;

  private transient @Nullable Fetcher fetcher;
  private transient @Nullable ExecutorService threads;
  private transient Queue<Pending> pending = new ArrayDeque<>();

  FetchFn(Fetcher.Factory factory) {
    this.factory = factory;
  }

  @Setup
  public void open() {
    fetcher = factory.open();
    threads = Executors.newFixedThreadPool(THREADS);
  }

  @StartBundle
  public void start() {
    pending = new ArrayDeque<>();
  }

  @ProcessElement
  public void ask(
      @Element PlannedCall call,
      @Timestamp Instant time,
      BoundedWindow window,
      OutputReceiver<Envelope> output)
      throws InterruptedException {
    if (pending.size() == MOST_PENDING) {
      answers(pending.remove()).forEach(output::output);
    }
    Fetcher open = Objects.requireNonNull(fetcher);
    Callable<List<Envelope>> asked = () -> open.fetch(call);
    pending.add(new Pending(Objects.requireNonNull(threads).submit(asked), time, window));
  }

  @FinishBundle
  public void await(FinishBundleContext context) throws InterruptedException {
    for (Pending call : pending) {
      answers(call).forEach(envelope -> context.output(envelope, call.time(), call.window()));
    }
  }

  private List<Envelope> answers(Pending call) throws InterruptedException {
    try {
      List<Envelope> answers = call.answer().get();
      answers.forEach(envelope -> requests.inc(envelope.getAttempts()));
      return answers;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a fetcher gives an envelope whatever happens", e);
    }
  }

  @Teardown
  public void close() {
    if (threads != null) {
      threads.shutdownNow();
    }
    if (fetcher != null) {
      fetcher.close();
    }
  }
}
