package dev.tipoff.io.odds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tipoff.transforms.model.Market;
import java.util.List;
import org.joda.time.Instant;

/**
 * What one book offers on one market.
 *
 * @param snapshotTime when the prices stood
 * @param outcomes objects, not yet checked
 */
record OfferedMarket(
    String bookmaker, Market market, Instant snapshotTime, List<JsonNode> outcomes) {
  OfferedMarket {
    outcomes = List.copyOf(outcomes);
  }

  /** The prices that are finite numbers, possible or not. */
  List<Double> prices() {
    return outcomes.stream()
        .map(outcome -> outcome.path("price"))
        .filter(JsonNode::isNumber)
        .map(JsonNode::doubleValue)
        .filter(Double::isFinite)
        .toList();
  }
}
