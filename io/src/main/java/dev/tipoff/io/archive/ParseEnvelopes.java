package dev.tipoff.io.archive;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.archive.Envelope.Outcome;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.tables.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * What archived answers say, each read by the parser of its source: rows under a tag for each
 * table, and failures. Answers that brought no data or failed say nothing. Rows carry their slate
 * as event time.
 */
@AutoValue
public abstract class ParseEnvelopes extends PTransform<PCollection<Envelope>, PCollectionTuple> {
  private static final TupleTag<Void> NOTHING = new TupleTag<>("nothing") {};

  /** What could not be read. */
  public static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  /** The tag of each table. */
  abstract ImmutableMap<Table<?>, TupleTag<?>> tags();

  /** Rows of other tables than these are not expected. */
  public static ParseEnvelopes into(Iterable<Table<?>> tables) {
    ImmutableMap.Builder<Table<?>, TupleTag<?>> tags = ImmutableMap.builder();
    for (Table<?> table : tables) {
      tags.put(table, new TupleTag<>(table.name()));
    }
    return new AutoValue_ParseEnvelopes(tags.buildOrThrow());
  }

  /** The rows of a table in what the transform gives. */
  @SuppressWarnings("unchecked") // A table's tag carries its rows.
  public <T> PCollection<T> rows(PCollectionTuple parsed, Table<T> table) {
    TupleTag<T> tag = (TupleTag<T>) Objects.requireNonNull(tags().get(table));
    return parsed.get(tag);
  }

  @Override
  public PCollectionTuple expand(PCollection<Envelope> envelopes) {
    Map<String, TupleTag<?>> byName = new HashMap<>();
    tags().forEach((table, tag) -> byName.put(table.name(), tag));
    List<TupleTag<?>> all = new ArrayList<>(tags().values());
    all.add(FAILURES);
    PCollectionTuple parsed =
        envelopes.apply(
            "Parse",
            ParDo.of(new ParseFn(ImmutableMap.copyOf(byName)))
                .withOutputTags(NOTHING, TupleTagList.of(all)));
    tags().keySet().forEach(table -> code(parsed, table));
    return parsed;
  }

  private <T> void code(PCollectionTuple parsed, Table<T> table) {
    rows(parsed, table).setCoder(table.coder());
  }

  private static final class ParseFn extends DoFn<Envelope, Void> {
    private static final long serialVersionUID = 1L;

    private final ImmutableMap<String, TupleTag<?>> tags;
    private transient @Nullable Catalogue catalogue;

    ParseFn(ImmutableMap<String, TupleTag<?>> tags) {
      this.tags = tags;
    }

    @Setup
    public void load() {
      catalogue = Catalogue.load();
    }

    @ProcessElement
    public void parse(@Element Envelope envelope, MultiOutputReceiver output) {
      if (envelope.getOutcome() != Outcome.FETCHED) {
        return;
      }
      GameDay day = envelope.getGameDate();
      Instant time = day.lastInstant();
      Catalogue known = Objects.requireNonNull(catalogue);
      if (!known.has(envelope.getSource())) {
        output.get(FAILURES).outputWithTimestamp(unknown(envelope), time);
        return;
      }
      ParsedRows parsed = ParsedRows.of(known.get(envelope.getSource()).parser(), envelope.body());
      parsed.forEach((table, row) -> output(output, table, row, time));
      parsed.failures().forEach(failure -> output.get(FAILURES).outputWithTimestamp(failure, time));
      parsed
          .ignored()
          .forEach(
              (reason, count) ->
                  Metrics.counter("ignored", envelope.getSource() + ": " + reason).inc(count));
    }

    @SuppressWarnings("unchecked") // A table's tag carries its rows.
    private <T> void output(MultiOutputReceiver output, Table<?> table, Object row, Instant time) {
      TupleTag<T> tag = (TupleTag<T>) tags.get(table.name());
      if (tag == null) {
        throw new IllegalStateException("a source gave rows of " + table + " and does not say so");
      }
      output.get(tag).outputWithTimestamp((T) row, time);
    }

    private static Failure unknown(Envelope envelope) {
      return Failure.of(
          "ParseEnvelopes",
          FailureCode.BAD_FILE,
          envelope.path(),
          "there is no source '" + envelope.getSource() + "'",
          "",
          envelope.getGameDate());
    }
  }
}
