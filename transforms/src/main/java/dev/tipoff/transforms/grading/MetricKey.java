package dev.tipoff.transforms.grading;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.Comparator;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;

/** Whose forecasts, of what, over which rows. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class MetricKey implements Comparable<MetricKey> {
  private static final Comparator<MetricKey> ORDER =
      Comparator.comparing(MetricKey::getMarket)
          .thenComparing(MetricKey::getPopulation)
          .thenComparing(MetricKey::getSeason)
          .thenComparing(MetricKey::getSource)
          .thenComparing(MetricKey::getKind)
          .thenComparing(MetricKey::getSystemId);

  public abstract String getSystemId();

  public abstract SystemKind getKind();

  public abstract Market getMarket();

  /** {@code all} or {@code lined}. */
  public abstract String getPopulation();

  /** The feeds of the line; empty for population {@code all}. */
  public abstract String getSource();

  public abstract String getSeason();

  @SchemaCreate
  public static MetricKey of(
      String systemId,
      SystemKind kind,
      Market market,
      String population,
      String source,
      String season) {
    return new AutoValue_MetricKey(systemId, kind, market, population, source, season);
  }

  @Override
  public int compareTo(MetricKey other) {
    return ORDER.compare(this, other);
  }
}
