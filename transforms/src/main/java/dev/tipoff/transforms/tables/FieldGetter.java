package dev.tipoff.transforms.tables;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.model.ExactTime;
import dev.tipoff.transforms.model.GameDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.FieldValueGetter;
import org.apache.beam.sdk.schemas.FieldValueTypeInformation;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.Schema.FieldType;
import org.apache.beam.sdk.schemas.Schema.TypeName;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.logicaltypes.EnumerationType;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads a field's cell from a row itself. Beam's {@code Row} would stand between them otherwise, a
 * map of nested rows with it, and each row that is stored or hashed is read so.
 *
 * @param <T> a row
 */
interface FieldGetter<T> {
  /** As {@link FieldCells#cell} of the field. */
  @Nullable Object cell(T row);

  /**
   * The getters of a row class in the order of its fields; none if Beam does not find them in the
   * class itself.
   */
  static <T> List<FieldGetter<T>> of(Class<T> rowClass, Schema schema) {
    DefaultSchema provider = rowClass.getAnnotation(DefaultSchema.class);
    if (provider == null || provider.value() != AutoValueSchema.class) {
      return List.of();
    }
    AutoValueSchema beam = new AutoValueSchema();
    TypeDescriptor<T> type = TypeDescriptor.of(rowClass);
    List<FieldValueGetter<T, Object>> getters = beam.fieldValueGetters(type, schema);
    List<FieldValueTypeInformation> types = beam.fieldValueTypeInformations(type, schema);
    List<FieldGetter<T>> cells = new ArrayList<>();
    for (int i = 0; i < getters.size(); i++) {
      FieldValueGetter<T, Object> getter = getters.get(i);
      FieldType fieldType = schema.getField(i).getType();
      Function<Object, @Nullable Object> cell = cell(types.get(i), fieldType);
      boolean nests = fieldType.getTypeName() == TypeName.ROW;
      cells.add(
          row -> {
            Object value = nests ? getter.getRaw(row) : getter.get(row);
            return value == null ? null : cell.apply(value);
          });
    }
    return List.copyOf(cells);
  }

  /** What makes a cell of a value that is there. */
  private static Function<Object, @Nullable Object> cell(
      FieldValueTypeInformation java, FieldType type) {
    return switch (type.getTypeName()) {
      case ROW -> nested(java.getRawType(), Objects.requireNonNull(type.getRowSchema()));
      case LOGICAL_TYPE -> {
        List<String> names = type.getLogicalType(EnumerationType.class).getValues();
        yield value -> value instanceof Enum<?> one ? one.name() : names.get((Integer) value);
      }
      case ARRAY, ITERABLE -> {
        Function<Object, @Nullable Object> element =
            cell(
                Objects.requireNonNull(java.getElementType()),
                Objects.requireNonNull(type.getCollectionElementType()));
        yield value ->
            ((Collection<?>) value)
                .stream()
                    .<Object>map(each -> Objects.requireNonNull(element.apply(each)))
                    .collect(ImmutableList.toImmutableList());
      }
      default -> value -> FieldCells.cell(value, type);
    };
  }

  private static <N> Function<Object, @Nullable Object> nested(Class<N> rawType, Schema schema) {
    if (rawType == GameDay.class) {
      return value -> LocalDate.ofEpochDay(((GameDay) value).getEpochDay());
    }
    if (rawType == ExactTime.class) {
      return value -> ((ExactTime) value).instant();
    }
    FieldGetter<N> only = of(rawType, schema).get(0);
    return value -> only.cell(rawType.cast(value));
  }
}
