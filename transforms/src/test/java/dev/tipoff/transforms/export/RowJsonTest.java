package dev.tipoff.transforms.export;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.tables.RowShape;
import java.util.List;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;
import org.junit.Test;

public class RowJsonTest {
  private static final Instant TIP = Instant.parse("2031-01-11T00:30:00Z");

  /** A column of each type, and one that may be absent. */
  @AutoValue
  @DefaultSchema(AutoValueSchema.class)
  abstract static class Offer {
    @SchemaFieldDescription("The day")
    public abstract GameDay getGameDate();

    @SchemaFieldDescription("The line")
    public abstract @Nullable Line getLine();

    @SchemaFieldDescription("The mean")
    public abstract double getMean();

    @SchemaFieldDescription("The books")
    public abstract List<String> getBooks();

    @SchemaFieldDescription("How many")
    public abstract long getBets();

    @SchemaFieldDescription("Whether at home")
    public abstract boolean getHome();

    @SchemaFieldDescription("The tip")
    public abstract Instant getTipTime();

    static Offer of(@Nullable Line line, double mean, List<String> books) {
      return new AutoValue_RowJsonTest_Offer(
          GameDay.parse("2031-01-10"), line, mean, books, 12, true, TIP);
    }
  }

  private static final RowShape<Offer> SHAPE = RowShape.of(Offer.class);

  private static String json(Offer offer) {
    return RowJson.of(SHAPE, offer).toString();
  }

  @Test
  public void aRowIsAnObjectOfItsCells() {
    assertThat(
        json(Offer.of(Line.of(22.5), 23.25, List.of("alpha", "b\"eta"))),
        is(
            "{\"bets\":12,\"books\":[\"alpha\",\"b\\\"eta\"],\"game_date\":\"2031-01-10\","
                + "\"home\":true,\"line\":22.5,\"mean\":23.25,"
                + "\"tip_time\":\"2031-01-11T00:30:00.000Z\"}"));
  }

  @Test
  public void ofWhatIsAbsentThereIsNothing() {
    assertThat(
        json(Offer.of(null, 7, List.of())),
        is(
            "{\"bets\":12,\"books\":[],\"game_date\":\"2031-01-10\",\"home\":true,\"mean\":7,"
                + "\"tip_time\":\"2031-01-11T00:30:00.000Z\"}"));
  }

  @Test
  public void fractionsHaveSixDecimals() {
    assertThat(json(Offer.of(null, 1.0 / 3, List.of())), containsString("\"mean\":0.333333,"));
    assertThat(json(Offer.of(null, 1e-9, List.of())), containsString("\"mean\":0,"));
    assertThat(json(Offer.of(null, -1e-9, List.of())), containsString("\"mean\":0,"));
    assertThat(json(Offer.of(null, 1200, List.of())), containsString("\"mean\":1200,"));
    assertThat(
        json(Offer.of(null, 0.1 + 0.2, List.of())), is(json(Offer.of(null, 0.3, List.of()))));
  }

  /** Means of a power of two of rows often lie half-way, where the last bit would decide. */
  @Test
  public void theLastBitOfWhatLiesHalfWayDoesNotShow() {
    double halfWay = 5 + 3 / 128.0;
    for (double near : new double[] {Math.nextDown(halfWay), halfWay, Math.nextUp(halfWay)}) {
      assertThat(json(Offer.of(null, near, List.of())), containsString("\"mean\":5.023438,"));
      assertThat(json(Offer.of(null, -near, List.of())), containsString("\"mean\":-5.023438,"));
    }
  }

  @Test
  public void whatIsNoNumberIsRefused() {
    for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThat(
          assertThrows(IllegalArgumentException.class, () -> json(Offer.of(null, none, List.of())))
              .getMessage(),
          is("mean is " + none + ", which JSON cannot say"));
    }
  }

  @Test
  public void theSchemaSaysTypesAndWhatMayBeAbsent() {
    assertThat(
        RowJson.schema(SHAPE).toPrettyString(),
        is(
            """
            {
              "type" : "object",
              "additionalProperties" : false,
              "properties" : {
                "bets" : {
                  "description" : "How many",
                  "type" : "integer"
                },
                "books" : {
                  "description" : "The books",
                  "type" : "array",
                  "items" : {
                    "type" : "string"
                  }
                },
                "game_date" : {
                  "description" : "The day",
                  "type" : "string",
                  "format" : "date"
                },
                "home" : {
                  "description" : "Whether at home",
                  "type" : "boolean"
                },
                "line" : {
                  "description" : "The line",
                  "type" : "number"
                },
                "mean" : {
                  "description" : "The mean",
                  "type" : "number"
                },
                "tip_time" : {
                  "description" : "The tip",
                  "type" : "string",
                  "format" : "date-time"
                }
              },
              "required" : [ "bets", "books", "game_date", "home", "mean", "tip_time" ]
            }"""));
  }
}
