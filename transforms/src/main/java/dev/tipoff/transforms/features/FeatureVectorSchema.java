package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.Schema.Field;
import org.apache.beam.sdk.schemas.Schema.FieldType;
import org.apache.beam.sdk.schemas.SchemaProvider;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The schema of a {@link FeatureVector}: its key, then one field a {@link Feature}. */
public final class FeatureVectorSchema implements SchemaProvider {
  private static final int KEY_FIELDS = 7;
  private static final Schema DAY = Schema.builder().addInt64Field("epochDay").build();
  private static final Schema PLAYER = Schema.builder().addStringField("id").build();
  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    Schema.Builder schema =
        Schema.builder()
            .addField(
                Field.of("gameDate", FieldType.row(DAY))
                    .withDescription("Date of the slate: the day in New York at the tip-off"))
            .addField(
                Field.of("gameId", FieldType.STRING)
                    .withDescription("The NBA's ten-digit id of the game"))
            .addField(
                Field.of("player", FieldType.row(PLAYER))
                    .withDescription("The NBA's id of the player"))
            .addField(
                Field.of("qualityScore", FieldType.DOUBLE)
                    .withDescription("How many in a hundred of the blind features are known"))
            .addField(
                Field.nullable("gamesExpected", FieldType.INT32)
                    .withDescription(
                        "Games that the schedule says his team has finished this season; absent if"
                            + " nobody counted"))
            .addField(
                Field.nullable("gamesKnown", FieldType.INT32)
                    .withDescription(
                        "Those of them of which both box scores are there in full; absent if nobody"
                            + " counted"))
            .addField(
                Field.of("qualityFlags", FieldType.STRING)
                    .withDescription(
                        "What the row lacks: TOO_FEW_GAMES, EARLY_SEASON, INCOMPLETE_HISTORY, NO_INJURY_REPORT, with"
                            + " semicolons between; empty if nothing"));
    for (Feature feature : Feature.values()) {
      schema.addField(
          Field.nullable(feature.id(), FieldType.DOUBLE)
              .withDescription(described(feature.definition())));
    }
    return schema.build();
  }

  private static String described(FeatureDefinition feature) {
    return String.format(
        "%s (%s; %s)%s",
        feature.definition(),
        feature.unit(),
        feature.lookBack(),
        feature.absence().isEmpty() ? "" : "; absent " + feature.absence());
  }

  @Override
  public <T> Schema schemaFor(TypeDescriptor<T> type) {
    return SCHEMA;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> SerializableFunction<T, Row> toRowFunction(TypeDescriptor<T> type) {
    return vector -> toRow((FeatureVector) vector);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> SerializableFunction<Row, T> fromRowFunction(TypeDescriptor<T> type) {
    return row -> (T) fromRow(row);
  }

  private static Row toRow(FeatureVector vector) {
    @Nullable Object[] row = new @Nullable Object[SCHEMA.getFieldCount()];
    row[0] = Row.withSchema(DAY).attachValues(vector.getGameDate().getEpochDay());
    row[1] = vector.getGameId();
    row[2] = Row.withSchema(PLAYER).attachValues(vector.getPlayer().getId());
    FeatureQuality quality = vector.quality();
    row[3] = quality.score();
    row[4] = quality.gamesExpected();
    row[5] = quality.gamesKnown();
    row[6] = quality.flags();
    for (Feature feature : Feature.values()) {
      OptionalDouble value = vector.get(feature);
      if (value.isPresent()) {
        row[KEY_FIELDS + feature.ordinal()] = value.getAsDouble();
      }
    }
    return Row.withSchema(SCHEMA).attachValues(row);
  }

  private static FeatureVector fromRow(Row row) {
    Map<Feature, Double> values = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      Double value = row.getDouble(KEY_FIELDS + feature.ordinal());
      if (value != null) {
        values.put(feature, value);
      }
    }
    return FeatureVector.of(
            GameDay.ofEpochDay(
                Objects.requireNonNull(Objects.requireNonNull(row.getRow(0)).getInt64(0))),
            Objects.requireNonNull(row.getString(1)),
            PlayerKey.of(
                Objects.requireNonNull(Objects.requireNonNull(row.getRow(2)).getString(0))),
            values)
        .withQuality(
            FeatureQuality.of(
                Objects.requireNonNull(row.getDouble(3)),
                row.getInt32(4),
                row.getInt32(5),
                Objects.requireNonNull(row.getString(6))));
  }
}
