package dev.tipoff.transforms.features;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static dev.tipoff.transforms.Invented.MOE;
import static dev.tipoff.transforms.Invented.ZED;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import dev.tipoff.transforms.model.Market;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.schemas.NoSuchSchemaException;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.Schema.FieldType;
import org.apache.beam.sdk.schemas.SchemaRegistry;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.Test;

public class FeatureVectorTest {
  private static FeatureVector vector(Map<Feature, Double> values) {
    return FeatureVector.of(DAY, GAME, ZED, values);
  }

  @Provide
  Arbitrary<Map<Feature, Double>> values() {
    return Arbitraries.maps(
            Arbitraries.of(Feature.class), Arbitraries.doubles().between(0, 1).ofScale(6))
        .map(
            shares -> {
              Map<Feature, Double> values = new EnumMap<>(Feature.class);
              shares.forEach(
                  (feature, share) ->
                      values.put(
                          feature,
                          feature.definition().min()
                              + share * (feature.definition().max() - feature.definition().min())));
              return values;
            });
  }

  @Property(tries = 200)
  void knowsWhatItWasMadeOf(@ForAll("values") Map<Feature, Double> values) {
    FeatureVector vector = vector(values);
    for (Feature feature : Feature.values()) {
      Double value = values.get(feature);
      assertThat(
          vector.get(feature),
          is(value == null ? OptionalDouble.empty() : OptionalDouble.of(value)));
    }
  }

  @Property(tries = 200)
  void travelsAsARow(@ForAll("values") Map<Feature, Double> values) throws Exception {
    Coder<FeatureVector> coder = SchemaRegistry.createDefault().getSchemaCoder(FeatureVector.class);
    FeatureVector vector = vector(values);
    assertThat(CoderUtils.clone(coder, vector), is(vector));
  }

  @Test
  public void theSchemaHasTheKeyAndAColumnAFeature() throws NoSuchSchemaException {
    Schema schema = SchemaRegistry.createDefault().getSchema(FeatureVector.class);
    assertThat(schema.getFieldCount(), is(7 + Feature.values().length));
    for (Feature feature : Feature.values()) {
      assertThat(schema.getField(feature.id()).getType(), is(FieldType.DOUBLE.withNullable(true)));
    }
    assertThat(schema.getField("gameId").getType(), is(FieldType.STRING));
  }

  @Test
  public void theBoundsOfAFeatureBelongToIt() {
    for (Feature feature : Feature.values()) {
      assertThat(
          vector(Map.of(feature, feature.definition().min())).get(feature).getAsDouble(),
          is(feature.definition().min()));
      assertThat(
          vector(Map.of(feature, feature.definition().max())).get(feature).getAsDouble(),
          is(feature.definition().max()));
    }
  }

  @Test
  public void anImpossibleValueIsRefused() {
    for (Feature feature : Feature.values()) {
      for (double value :
          new double[] {
            Math.nextDown(feature.definition().min()),
            Math.nextUp(feature.definition().max()),
            Double.NaN,
            Double.POSITIVE_INFINITY
          }) {
        IllegalArgumentException e =
            assertThrows(IllegalArgumentException.class, () -> vector(Map.of(feature, value)));
        assertThat(
            e.getMessage(),
            allOf(
                containsString(feature.name()),
                containsString("900001"),
                containsString(GAME),
                containsString(Double.toString(value))));
      }
    }
  }

  @Test
  public void equalityIsByKeyAndValues() {
    FeatureVector one = vector(Map.of(Feature.HOME, 1.0));
    assertThat(one, is(vector(Map.of(Feature.HOME, 1.0))));
    assertThat(one.hashCode(), is(vector(Map.of(Feature.HOME, 1.0)).hashCode()));
    assertThat(one, is(not(vector(Map.of(Feature.HOME, 0.0)))));
    assertThat(one, is(not(vector(Map.of()))));
    Map<Feature, Double> values = Map.of(Feature.HOME, 1.0);
    assertThat(one, is(not(FeatureVector.of(DAY.plusDays(1), GAME, ZED, values))));
    assertThat(one, is(not(FeatureVector.of(DAY, "0023000501", ZED, values))));
    assertThat(one, is(not(FeatureVector.of(DAY, GAME, MOE, values))));
  }

  @Test
  public void everyMarketHasItsFeatures() {
    Set<Feature> found = new HashSet<>();
    for (Market market : Market.values()) {
      found.add(Feature.lastGame(market));
      found.add(Feature.meanLast5(market));
      found.add(Feature.meanLast10(market));
      found.add(Feature.meanSeason(market));
      found.add(Feature.meanExponential(market));
      found.add(Feature.sdLast10(market));
    }
    assertThat(found.size(), is(24));
    assertThat(Feature.meanLast5(Market.PRA).id(), is("pra_mean_last_5"));
    assertThat(Feature.sdLast10(Market.POINTS), is(Feature.POINTS_SD_LAST_10));
  }

  @Test
  public void theHashIsOfTheBlindFeatures() {
    FeatureVector one = vector(Map.of(Feature.HOME, 1.0, Feature.TOTAL, 220.0));
    FeatureVector moved = vector(Map.of(Feature.HOME, 1.0, Feature.TOTAL, 221.0));
    FeatureVector away = vector(Map.of(Feature.HOME, 0.0, Feature.TOTAL, 220.0));
    assertThat(moved.hash(), is(one.hash()));
    assertThat(away.hash() == one.hash(), is(false));
    assertThat(one.blind().get(Feature.TOTAL), is(OptionalDouble.empty()));
    assertThat(one.blind().get(Feature.HOME), is(one.get(Feature.HOME)));
  }
}
