package dev.tipoff.pipelines.launch;

import com.google.common.base.MoreObjects;
import com.google.common.base.Stopwatch;
import com.google.common.base.Throwables;
import com.google.common.util.concurrent.SimpleTimeLimiter;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.UncheckedExecutionException;
import dev.tipoff.io.deadline.Deadline;
import dev.tipoff.io.warehouse.BigQueryWarehouse;
import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.apache.beam.sdk.extensions.gcp.options.GcpOptions;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.joda.time.Instant;

/** Reads options, opens the warehouse, and runs pipelines on this machine with a progress line. */
public final class Launcher {
  private static final String DUCKDB = "duckdb:";
  private static final String BIGQUERY = "bigquery:";
  private static final Pattern SECONDS = Pattern.compile("(\\d+)s?");
  private static final org.joda.time.Duration POLL = org.joda.time.Duration.millis(200);

  private static final Set<String> LONG = Set.of("import", "backtest", "train");
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
      direct.setTargetParallelism(Math.max(3, Runtime.getRuntime().availableProcessors()));
      if (!isBigQuery(options)) {
        options.as(GcpOptions.class).setCredentialFactoryClass(NoopCredentialFactory.class);
      }
    }
    return options;
  }

  /** Looking for credentials that nobody needs takes seconds. */
  private static boolean isBigQuery(PipelineOptions options) {
    return options instanceof WarehouseOptions warehouse
        && warehouse.getWarehouse().startsWith(BIGQUERY);
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

  /**
   * @throws IllegalArgumentException if the option names no engine
   */
  public static Warehouse warehouse(WarehouseOptions options) {
    String name = options.getWarehouse();
    if (name.startsWith(BIGQUERY) && name.length() > BIGQUERY.length()) {
      return bigQuery(name.substring(BIGQUERY.length()), options);
    }
    if (!name.startsWith(DUCKDB) || name.length() == DUCKDB.length()) {
      throw new IllegalArgumentException(
          "--warehouse="
              + name
              + " names no warehouse; use --warehouse=duckdb:FILE or --warehouse=bigquery:PROJECT");
    }
    if (options.getRunner() != DirectRunner.class) {
      throw new IllegalArgumentException(
          "an embedded warehouse is one process's; run it with --runner=DirectRunner");
    }
    Matcher seconds = SECONDS.matcher(options.getLockWait());
    if (!seconds.matches()) {
      throw new IllegalArgumentException(
          "--lockWait=" + options.getLockWait() + " is no number of seconds such as 60s");
    }
    return DuckDbWarehouse.at(
        name.substring(DUCKDB.length()), Duration.ofSeconds(Long.parseLong(seconds.group(1))));
  }

  private static Warehouse bigQuery(String project, WarehouseOptions options) {
    String temp = options.getTempLocation();
    if (temp == null || !temp.startsWith("gs://")) {
      throw new IllegalArgumentException(
          "BigQuery loads from and exports to Cloud Storage; name a folder there with"
              + " --tempLocation=gs://BUCKET/FOLDER");
    }
    return BigQueryWarehouse.of(
        project,
        options.getDatasetPrefix(),
        options.getLocation(),
        options.getTempDataset(),
        Instant.now(),
        options.as(BigQueryOptions.class));
  }

  /** Opens the warehouse for the life of a command and makes its tables. */
  public static WarehouseAdmin open(Warehouse warehouse) {
    WarehouseAdmin admin = warehouse.admin();
    try {
      admin.prepare();
      return admin;
    } catch (RuntimeException e) {
      admin.close();
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
    PipelineResult result = start(name, pipeline, build, deadline);
    RunCounts counts = new RunCounts(result);
    try (Progress progress = Progress.of(name)) {
      while (!isDone(result.waitUntilFinish(POLL))) {
        progress.show(counts);
        if (running.elapsed().compareTo(deadline) > 0) {
          cancel(result);
          throw new RunDeadlineException(name, deadline);
        }
      }
    }
    return counts;
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
