package dev.tipoff.pipelines.launch;

import com.google.common.base.MoreObjects;
import com.google.common.base.Stopwatch;
import com.google.common.base.Throwables;
import com.google.common.util.concurrent.SimpleTimeLimiter;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.UncheckedExecutionException;
import dev.tipoff.io.deadline.Deadline;
import dev.tipoff.pipelines.PredictLivePipeline;
import dev.tipoff.pipelines.options.SecretsOptions;
import dev.tipoff.pipelines.options.WarehouseOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.apache.beam.sdk.extensions.gcp.options.GcpOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** Reads options, and runs pipelines on this machine with a progress line. */
public final class Launcher {
  private static final org.joda.time.Duration POLL = org.joda.time.Duration.millis(200);

  private static final Set<String> LONG = Set.of("import", "backtest", "backfill", "train");
  private static final Duration LONGER = Duration.ofHours(2);
  private static final Duration USUAL = Duration.ofMinutes(30);

  /** A stream has no end of its own. */
  private static final Duration STREAM = Duration.ofDays(1);

  private Launcher() {}

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException if an option is unknown or has a wrong value
   */
  public static <T extends PipelineOptions> T options(String[] args, Class<T> type) {
    OptionNames.check(args, OptionNames.own(type));
    return read(args, type);
  }

  /**
   * Reads a command line with options of another kind among those of the first.
   *
   * @throws IllegalArgumentException if an option is unknown or has a wrong value
   */
  public static <T extends PipelineOptions> T options(
      String[] args, Class<T> type, Class<? extends PipelineOptions> also) {
    Map<String, Method> own = new TreeMap<>(OptionNames.own(type));
    own.putAll(OptionNames.own(also));
    OptionNames.check(args, own);
    PipelineOptionsFactory.register(also);
    return read(args, type);
  }

  private static <T extends PipelineOptions> T read(String[] args, Class<T> type) {
    T options = parse(args, type);
    if (options instanceof SecretsOptions secrets) {
      secrets.getSecretsAccess();
    }
    if (options.getRunner() == DirectRunner.class) {
      DirectOptions direct = options.as(DirectOptions.class);
      direct.setBlockOnRun(false);
      direct.setEnforceImmutability(false);
      direct.setEnforceEncodability(false);
      // DirectRunner's driver takes one of these for itself and turns without rest on what it gets:
      // its default of three took from two processors what the compiler had use for.
      direct.setTargetParallelism(Math.max(2, Runtime.getRuntime().availableProcessors()));
      if (!isBigQuery(options)) {
        options.as(GcpOptions.class).setCredentialFactoryClass(NoopCredentialFactory.class);
      }
    }
    return options;
  }

  /** Looking for credentials that nobody needs takes seconds. */
  private static boolean isBigQuery(PipelineOptions options) {
    return options instanceof WarehouseOptions warehouse
        && warehouse.getWarehouse().startsWith(NamedWarehouse.BIGQUERY);
  }

  private static <T extends PipelineOptions> T parse(String[] args, Class<T> type) {
    try {
      return PipelineOptionsFactory.fromArgs(args).as(type);
    } catch (IllegalArgumentException e) {
      for (String arg : args) {
        try {
          PipelineOptionsFactory.fromArgs(arg).as(type);
        } catch (IllegalArgumentException cause) {
          String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
          throw new IllegalArgumentException("'" + arg + "' cannot be read: " + reason, cause);
        }
      }
      throw e;
    }
  }

  /** How long a pipeline may run: as the option says, or what is usual for it. */
  public static Duration runDeadline(String name, PipelineOptions options) {
    String text = options.as(WarehouseOptions.class).getRunDeadline();
    return text != null
        ? Deadline.parse("runDeadline", text)
        : name.equals(PredictLivePipeline.NAME) ? STREAM : LONG.contains(name) ? LONGER : USUAL;
  }

  /**
   * Builds and runs a pipeline to its end.
   *
   * @throws RunDeadlineException if it was not built, started and at its end in time; it has been
   *     cancelled
   */
  public static RunCounts run(String name, PipelineOptions options, Consumer<Pipeline> build) {
    Duration deadline = runDeadline(name, options);
    options.setJobName("tipoff-" + name);
    Pipeline pipeline = Pipeline.create(options);
    Stopwatch running = Stopwatch.createStarted();
    try (Progress progress = Progress.of(name)) {
      PipelineResult result = start(name, pipeline, build, deadline);
      RunCounts counts = new RunCounts(result);
      while (!isDone(result.waitUntilFinish(POLL))) {
        progress.show(counts);
        if (running.elapsed().compareTo(deadline) > 0) {
          cancel(result);
          throw new RunDeadlineException(name, deadline);
        }
      }
      return counts;
    }
  }

  /** Builds a pipeline and hands it to its runner. */
  static void submit(PipelineOptions options, Consumer<Pipeline> build) {
    Pipeline pipeline = Pipeline.create(options);
    build.accept(pipeline);
    pipeline.run();
  }

  /**
   * A graph is made of what a folder has, and before it starts anything the runner asks sources for
   * their size; either may take for ever.
   */
  private static PipelineResult start(
      String name, Pipeline pipeline, Consumer<Pipeline> build, Duration deadline) {
    ExecutorService starter =
        Executors.newSingleThreadExecutor(new ThreadFactoryBuilder().setDaemon(true).build());
    try {
      return Objects.requireNonNull(
          SimpleTimeLimiter.create(starter)
              .callWithTimeout(
                  () -> {
                    build.accept(pipeline);
                    return pipeline.run();
                  },
                  deadline));
    } catch (TimeoutException e) {
      throw new RunDeadlineException(name, deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the start of the run was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the run cannot be started", e.getCause());
    } catch (UncheckedExecutionException e) {
      Throwables.throwIfUnchecked(MoreObjects.firstNonNull(e.getCause(), e));
      throw e;
    } finally {
      starter.shutdownNow();
    }
  }

  private static void cancel(PipelineResult result) {
    try {
      result.cancel();
    } catch (IOException e) {
      throw new UncheckedIOException("the run is past its deadline and cannot be cancelled", e);
    }
  }

  private static boolean isDone(PipelineResult.State state) {
    return state != null && state.isTerminal();
  }
}
