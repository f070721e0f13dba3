package dev.tipoff.transforms.profile;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.grouping.GroupInShards;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * The columns of a table that hold nothing, or one value only, over a slate and must not: a failure
 * of code EMPTY_COLUMN or CONSTANT_COLUMN each, which says that what fills the column is broken.
 *
 * <p>A column is judged from 20 rows on (constant: 20 rows with a value), of at least three games
 * where the table has a {@code game_id}, and once the slate's players have played five games of the
 * season on average where it has {@code games_season}. Smaller slates agree by nature.
 */
@AutoValue
public abstract class CheckColumns
    extends PTransform<PCollection<ColumnProfile>, PCollection<Failure>> {
  private static final String STEP = "CheckColumns";

  abstract ColumnRule rule();

  /** Judges by one rule the columns of every table that the profiles are of. */
  public static CheckColumns of(ColumnRule rule) {
    return new AutoValue_CheckColumns(rule);
  }

  @Override
  public PCollection<Failure> expand(PCollection<ColumnProfile> profiles) {
    return profiles
        .apply(
            "ByTable",
            WithKeys.<String, ColumnProfile>of(
                    profile -> profile.getTableName() + "|" + profile.getGameDate())
                .withKeyType(TypeDescriptors.strings()))
        .apply("Group", GroupInShards.create())
        .apply("Check", ParDo.of(new CheckFn(rule())));
  }

  private static final class CheckFn extends DoFn<KV<String, Iterable<ColumnProfile>>, Failure> {
    private static final long serialVersionUID = 1L;

    private final ColumnRule rule;

    CheckFn(ColumnRule rule) {
      this.rule = rule;
    }

    @ProcessElement
    public void check(
        @Element KV<String, Iterable<ColumnProfile>> table, OutputReceiver<Failure> output) {
      Map<String, ColumnProfile> columns = new TreeMap<>();
      for (ColumnProfile column : Objects.requireNonNull(table.getValue())) {
        columns.put(column.getColumnName(), column);
      }
      SlateSample sample = SlateSample.of(columns);
      columns.forEach(
          (name, column) -> {
            if (sample.showsEmpty(column) && !rule.mayBeEmpty(name)) {
              output.output(
                  failure(
                      FailureCode.EMPTY_COLUMN,
                      column,
                      String.format("is empty in all %d rows", column.getRowCount())));
            }
            if (sample.showsConstant(column) && !rule.mayBeConstant(name)) {
              output.output(
                  failure(
                      FailureCode.CONSTANT_COLUMN,
                      column,
                      String.format(
                          "is '%s' in all %d rows that have a value, of %d",
                          column.getOnlyValue(), column.valueCount(), column.getRowCount())));
            }
          });
    }

    private static Failure failure(FailureCode code, ColumnProfile column, String finding) {
      String name = column.getTableName() + "." + column.getColumnName();
      return Failure.ofKey(
          STEP,
          code,
          name + "|" + column.getGameDate(),
          String.format("%s of %s %s", name, column.getGameDate(), finding),
          column.toString(),
          column.getGameDate());
    }
  }
}
