package dev.tipoff.io.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tipoff.transforms.export.RowJson;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.tables.RowShape;
import java.util.Comparator;
import java.util.List;

/**
 * What is published of slates, for programs: the columns of {@code player_prop_predictions}, in an
 * order that does not hang on how the rows come.
 */
public final class PublishedPredictions {
  private static final Comparator<Prediction> ORDER =
      Comparator.comparing((Prediction row) -> row.getGameDate().toString())
          .thenComparing(Prediction::getGameId)
          .thenComparing(row -> row.getPlayer().getId())
          .thenComparing(Prediction::getMarket)
          .thenComparing(Prediction::getSystemId);

  /** What somebody looks for first. */
  private static final List<String> FIRST =
      List.of(
          "game_date",
          "player_name",
          "team",
          "opponent",
          "market",
          "system_id",
          "mean",
          "line",
          "recommendation",
          "bookmaker",
          "over_odds",
          "under_odds",
          "probability_over",
          "market_probability_over",
          "expected_value",
          "stake");

  private PublishedPredictions() {}

  /** A line a prediction, under a header. */
  public static String csv(List<Prediction> predictions) {
    return RowCsv.of(RowShape.of(Prediction.class), FIRST, sorted(predictions));
  }

  /** {@code {"from","to","predictions":[...]}}, a line a prediction. */
  public static String json(SlateRange slates, List<Prediction> predictions) {
    RowShape<Prediction> shape = RowShape.of(Prediction.class);
    ObjectMapper json = new ObjectMapper();
    ObjectNode document = json.createObjectNode();
    document.put("from", slates.from().toString());
    document.put("to", slates.to().toString());
    ArrayNode rows = document.putArray("predictions");
    sorted(predictions).forEach(row -> rows.add(RowJson.of(shape, row)));
    try {
      return json.writer(aLineARow()).writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is published cannot be said as JSON", e);
    }
  }

  private static List<Prediction> sorted(List<Prediction> predictions) {
    return predictions.stream().sorted(ORDER).toList();
  }

  private static DefaultPrettyPrinter aLineARow() {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(DefaultPrettyPrinter.NopIndenter.instance);
    printer.indentArraysWith(new DefaultIndenter("", "\n"));
    return printer;
  }
}
