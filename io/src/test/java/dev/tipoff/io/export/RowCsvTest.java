package dev.tipoff.io.export;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.tables.RowShape;
import java.util.List;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.Test;

public class RowCsvTest {
  /** A row of the test. */
  @AutoValue
  @DefaultSchema(AutoValueSchema.class)
  public abstract static class Bid {
    @SchemaFieldDescription("The day")
    public abstract GameDay getDay();

    @SchemaFieldDescription("Whether it is over")
    public abstract boolean getClosed();

    @SchemaFieldDescription("Who bids")
    public abstract String getName();

    @SchemaFieldDescription("How much")
    public abstract @Nullable Double getAmount();

    static Bid of(String name, @Nullable Double amount) {
      return new AutoValue_RowCsvTest_Bid(GameDay.parse("2031-01-10"), true, name, amount);
    }
  }

  @Test
  public void columnsThatAreNamedComeFirst() {
    assertThat(
        RowCsv.of(
            RowShape.of(Bid.class),
            List.of("name", "day"),
            List.of(Bid.of("Zed", -1.0 / 3), Bid.of("=Ann", null), Bid.of("Jokić", 12.0))),
        is(
            """
            name,day,amount,closed
            Zed,2031-01-10,-0.333333,true
            '=Ann,2031-01-10,,true
            Jokić,2031-01-10,12,true
            """));
  }

  @Test
  public void ofObjectsOnlyWhatTheHeaderNamesIsShown() throws JsonProcessingException {
    JsonNode object = new ObjectMapper().readTree("{\"id\":\"form\",\"n\":7,\"bins\":[1,2]}");
    assertThat(RowCsv.of(List.of("n", "id", "roi"), List.of(object)), is("n,id,roi\n7,form,\n"));
  }
}
