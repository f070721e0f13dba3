package dev.tipoff.io.warehouse;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.ExactTime;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.tables.Table;
import java.math.BigDecimal;
import java.util.List;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** A row with a column of every type that a table may have, required, nullable and repeated. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class EveryType {
  static final Table<EveryType> COMPUTED =
      Table.computed("nba_raw.every_type", EveryType.class, "Rows of every type")
          .partitionedBy("game_date", EveryType::getGameDate)
          .keyedBy("id")
          .clusteredBy("id");

  static final Table<EveryType> EVENTS =
      Table.event("nba_raw.every_type_event", EveryType.class, "Events of every type")
          .partitionedBy("game_date", EveryType::getGameDate)
          .keyedBy("id");

  @SchemaFieldDescription("Invented id")
  public abstract String getId();

  @SchemaFieldDescription("Invented gameDate")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("Invented text")
  public abstract String getText();

  @SchemaFieldDescription("Invented maybeText")
  public abstract @Nullable String getMaybeText();

  @SchemaFieldDescription("Invented whole")
  public abstract long getWhole();

  @SchemaFieldDescription("Invented maybeWhole")
  public abstract @Nullable Long getMaybeWhole();

  @SchemaFieldDescription("Invented number")
  public abstract double getNumber();

  @SchemaFieldDescription("Invented maybeNumber")
  public abstract @Nullable Double getMaybeNumber();

  @SchemaFieldDescription("Invented amount")
  public abstract BigDecimal getAmount();

  @SchemaFieldDescription("Invented maybeAmount")
  public abstract @Nullable BigDecimal getMaybeAmount();

  @SchemaFieldDescription("Invented flag")
  public abstract boolean getFlag();

  @SchemaFieldDescription("Invented maybeFlag")
  public abstract @Nullable Boolean getMaybeFlag();

  @SchemaFieldDescription("Invented day")
  public abstract GameDay getDay();

  @SchemaFieldDescription("Invented maybeDay")
  public abstract @Nullable GameDay getMaybeDay();

  @SchemaFieldDescription("Invented time")
  public abstract Instant getTime();

  @SchemaFieldDescription("Invented maybeTime")
  public abstract @Nullable Instant getMaybeTime();

  @SchemaFieldDescription("Invented exactTime")
  public abstract ExactTime getExactTime();

  @SchemaFieldDescription("Invented maybeExactTime")
  public abstract @Nullable ExactTime getMaybeExactTime();

  @SchemaFieldDescription("Invented market")
  public abstract Market getMarket();

  @SchemaFieldDescription("Invented maybeMarket")
  public abstract @Nullable Market getMaybeMarket();

  @SchemaFieldDescription("Invented small")
  public abstract int getSmall();

  @SchemaFieldDescription("Invented maybeSmall")
  public abstract @Nullable Integer getMaybeSmall();

  @SchemaFieldDescription("Invented texts")
  public abstract List<String> getTexts();

  @SchemaFieldDescription("Invented wholes")
  public abstract List<Long> getWholes();

  @SchemaFieldDescription("Invented numbers")
  public abstract List<Double> getNumbers();

  @SchemaFieldDescription("Invented amounts")
  public abstract List<BigDecimal> getAmounts();

  @SchemaFieldDescription("Invented flags")
  public abstract List<Boolean> getFlags();

  @SchemaFieldDescription("Invented days")
  public abstract List<GameDay> getDays();

  @SchemaFieldDescription("Invented times")
  public abstract List<Instant> getTimes();

  @SchemaFieldDescription("Invented exactTimes")
  public abstract List<ExactTime> getExactTimes();

  abstract Builder toBuilder();

  /** An ordinary row in which nothing is absent or empty. */
  static Builder full() {
    return builder()
        .setId("full")
        .setGameDate(InventedRows.DAY)
        .setText("Zed")
        .setMaybeText("Ulf")
        .setWhole(23)
        .setMaybeWhole(-4L)
        .setNumber(22.5)
        .setMaybeNumber(-110.25)
        .setAmount(new BigDecimal("12.345"))
        .setMaybeAmount(new BigDecimal("-0.000000001"))
        .setFlag(true)
        .setMaybeFlag(false)
        .setDay(InventedRows.DAY)
        .setMaybeDay(InventedRows.DAY.plusDays(1))
        .setTime(InventedRows.TIP)
        .setMaybeTime(InventedRows.AS_OF)
        .setExactTime(ExactTime.parse("2031-01-10T22:15:00.123456Z"))
        .setMaybeExactTime(ExactTime.parse("1969-12-31T23:59:59.999999Z"))
        .setMarket(Market.POINTS)
        .setMaybeMarket(Market.PRA)
        .setSmall(7)
        .setMaybeSmall(-7)
        .setTexts(List.of("b", "a", "b"))
        .setWholes(List.of(2L, 1L))
        .setNumbers(List.of(0.5, -0.25))
        .setAmounts(List.of(new BigDecimal("0.1"), new BigDecimal("100")))
        .setFlags(List.of(true, false))
        .setDays(List.of(InventedRows.DAY, InventedRows.DAY.plusDays(-1)))
        .setTimes(List.of(InventedRows.TIP, InventedRows.AS_OF))
        .setExactTimes(List.of(ExactTime.parse("2031-01-10T22:15:00.000001Z")));
  }

  /** A row in which everything that may be is absent or empty. */
  static Builder sparse() {
    return full()
        .setId("sparse")
        .setText("")
        .setMaybeText(null)
        .setMaybeWhole(null)
        .setMaybeNumber(null)
        .setMaybeAmount(null)
        .setMaybeFlag(null)
        .setMaybeDay(null)
        .setMaybeTime(null)
        .setMaybeExactTime(null)
        .setMaybeMarket(null)
        .setMaybeSmall(null)
        .setTexts(List.of())
        .setWholes(List.of())
        .setNumbers(List.of())
        .setAmounts(List.of())
        .setFlags(List.of())
        .setDays(List.of())
        .setTimes(List.of())
        .setExactTimes(List.of());
  }

  /** Rows with distinct ids of one slate: ordinary, sparse, and at both ends of every type. */
  static List<EveryType> rows() {
    BigDecimal most = new BigDecimal("9".repeat(29) + "." + "9".repeat(9));
    return List.of(
        full().build(),
        sparse().build(),
        full()
            .setId("greatest")
            .setText(InventedRows.ODD_TEXT)
            .setMaybeText("")
            .setWhole(Long.MAX_VALUE)
            .setMaybeWhole((1L << 53) + 1)
            .setNumber(Double.MAX_VALUE)
            .setMaybeNumber(Double.POSITIVE_INFINITY)
            .setAmount(most)
            .setMaybeAmount(BigDecimal.ZERO)
            .setDay(GameDay.parse("9999-12-31"))
            .setMaybeTime(Instant.parse("9999-12-31T23:59:59.999Z"))
            .setExactTime(ExactTime.parse("9999-12-31T23:59:59.999999Z"))
            .setSmall(Integer.MAX_VALUE)
            .setTexts(List.of("", InventedRows.ODD_TEXT, "]', \"["))
            .setWholes(List.of(Long.MIN_VALUE, Long.MAX_VALUE, 0L))
            .setNumbers(List.of(Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE))
            .setAmounts(List.of(most, most.negate()))
            .setExactTimes(
                List.of(
                    ExactTime.parse("0001-01-01T00:00:00Z"),
                    ExactTime.parse("9999-12-31T23:59:59.999999Z")))
            .build(),
        full()
            .setId("least")
            .setWhole(Long.MIN_VALUE)
            .setNumber(Double.NaN)
            .setMaybeNumber(Double.NEGATIVE_INFINITY)
            .setAmount(most.negate())
            .setFlag(false)
            .setDay(GameDay.parse("0001-01-01"))
            .setExactTime(ExactTime.parse("0001-01-01T00:00:00Z"))
            .setSmall(Integer.MIN_VALUE)
            .build(),
        full().setId("negative zero").setNumber(-0.0).setMaybeNumber(0.0).build());
  }

  static Builder builder() {
    return new AutoValue_EveryType.Builder();
  }

  /** Builds an {@link EveryType}. */
  @AutoValue.Builder
  abstract static class Builder {
    abstract Builder setId(String id);

    abstract Builder setGameDate(GameDay gameDate);

    abstract Builder setText(String text);

    abstract Builder setMaybeText(@Nullable String maybeText);

    abstract Builder setWhole(long whole);

    abstract Builder setMaybeWhole(@Nullable Long maybeWhole);

    abstract Builder setNumber(double number);

    abstract Builder setMaybeNumber(@Nullable Double maybeNumber);

    abstract Builder setAmount(BigDecimal amount);

    abstract Builder setMaybeAmount(@Nullable BigDecimal maybeAmount);

    abstract Builder setFlag(boolean flag);

    abstract Builder setMaybeFlag(@Nullable Boolean maybeFlag);

    abstract Builder setDay(GameDay day);

    abstract Builder setMaybeDay(@Nullable GameDay maybeDay);

    abstract Builder setTime(Instant time);

    abstract Builder setMaybeTime(@Nullable Instant maybeTime);

    abstract Builder setExactTime(ExactTime exactTime);

    abstract Builder setMaybeExactTime(@Nullable ExactTime maybeExactTime);

    abstract Builder setMarket(Market market);

    abstract Builder setMaybeMarket(@Nullable Market maybeMarket);

    abstract Builder setSmall(int small);

    abstract Builder setMaybeSmall(@Nullable Integer maybeSmall);

    abstract Builder setTexts(List<String> texts);

    abstract Builder setWholes(List<Long> wholes);

    abstract Builder setNumbers(List<Double> numbers);

    abstract Builder setAmounts(List<BigDecimal> amounts);

    abstract Builder setFlags(List<Boolean> flags);

    abstract Builder setDays(List<GameDay> days);

    abstract Builder setTimes(List<Instant> times);

    abstract Builder setExactTimes(List<ExactTime> exactTimes);

    abstract EveryType build();
  }
}
