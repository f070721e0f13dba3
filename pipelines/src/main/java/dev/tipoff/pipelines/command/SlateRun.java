package dev.tipoff.pipelines.command;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.Phase;
import dev.tipoff.pipelines.Run;
import dev.tipoff.pipelines.Services;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.model.SlateRange;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.Pipeline;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * Runs the phases of some slates, each with its entries in the run ledger.
 *
 * @param slates the slates
 * @param why the reason to run, for the ledger
 */
record SlateRun(
    SlateRange slates, Warehouse warehouse, WarehouseAdmin admin, Report report, String why) {
  private static final String CODE_VERSION = "0.1";
  private static final int LONGEST_REASON = 500;

  /** Options that say where and how, and leave the rows as they are. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of("warehouse", "lockWait", "verbose", "date", "from", "to", "runDeadline", "force");

  SlateRun because(String reason) {
    return new SlateRun(slates, warehouse, admin, report, reason);
  }

  SlateRun of(SlateRange others) {
    return new SlateRun(others, warehouse, admin, report, why);
  }

  /** Says STARTED, runs the graph, which says COMPLETED, and says what was counted, or FAILED. */
  <T extends SlateOptions> RunCounts run(
      Phase phase,
      T options,
      Class<T> type,
      @Nullable Instant asOf,
      BiConsumer<Pipeline, Services> build) {
    RunEvent started = started(phase, options, asOf, why);
    Services services = Services.of(warehouse, Run.of(started, settings(phase, options, type)));
    store(started);
    try {
      RunCounts counts =
          Launcher.run(phase.id(), options, pipeline -> build.accept(pipeline, services));
      store(
          started
              .then(Event.MEASURED, Instant.now())
              .setRowsRead(counts.sum("rows-read"))
              .setRowsWritten(counts.sum("rows-stored"))
              .setDataReads(counts.get("warehouse", "reads"))
              .build());
      return counts;
    } catch (RuntimeException e) {
      store(started.then(Event.FAILED, Instant.now()).setReason(reason(e)).build());
      throw e;
    }
  }

  void skipped(Phase phase, SlateOptions options, String reason) {
    RunEvent started = started(phase, options, null, reason);
    store(started.toBuilder().setEvent(Event.SKIPPED).build());
  }

  private void store(RunEvent event) {
    admin.store(Tables.PIPELINE_RUNS, List.of(event));
  }

  private RunEvent started(
      Phase phase, SlateOptions options, @Nullable Instant asOf, String reason) {
    Instant now = Instant.now();
    return RunEvent.started(
        phase.id(),
        slates,
        asOf,
        now,
        now.plus(Launcher.runDeadline(phase.id(), options).toMillis()),
        cut(reason),
        CODE_VERSION);
  }

  /** All but the sources that the rows of a phase hang on, by name. */
  static <T extends SlateOptions> Map<String, String> settings(
      Phase phase, T options, Class<T> type) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("version", phase.version());
    settings.put("features", features());
    settings.put("model", "none");
    for (Map.Entry<String, Method> option : OptionNames.own(type).entrySet()) {
      if (!WITHOUT_EFFECT.contains(option.getKey())) {
        try {
          settings.put(
              "option " + option.getKey(), String.valueOf(option.getValue().invoke(options)));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException("cannot read --" + option.getKey(), e);
        }
      }
    }
    return settings;
  }

  private static String features() {
    Hasher hasher = Hashing.farmHashFingerprint64().newHasher();
    for (Feature feature : Feature.values()) {
      hasher
          .putString(feature.id() + '\n' + feature.unit() + '\n', StandardCharsets.UTF_8)
          .putDouble(feature.min())
          .putDouble(feature.max())
          .putString(feature.lookBack() + '\n' + feature.definition(), StandardCharsets.UTF_8);
    }
    return hasher.hash().toString();
  }

  private static String reason(RuntimeException error) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof RunDeadlineException) {
      return cut("DEADLINE: " + cause.getMessage());
    }
    return cut(
        String.valueOf(cause)
            .replaceAll("(?i)(key|token|secret|password)([=:]\\s*)[^&\\s,}]+", "$1$2***"));
  }

  private static String cut(String reason) {
    return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
  }
}
