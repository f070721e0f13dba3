package dev.tipoff.transforms.systems;

import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.learned.SlateModels;
import dev.tipoff.transforms.model.Market;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A blind system that is made of what other blind systems forecast. */
public interface CombinedSystem extends Serializable {
  /** The system's name in tables and files. */
  String id();

  /** The same system with what had been learned before a slate. */
  CombinedSystem using(SlateModels models);

  /**
   * The forecast of one market.
   *
   * @param forecasts by id of the system
   * @return empty if the forecasts do not suffice
   */
  Optional<Forecast> forecast(Map<String, Forecast> forecasts, Market market);

  /** What the forecast is made of, the sum of which is its median before it is made discrete. */
  List<Contribution> reasons(Map<String, Forecast> forecasts, Market market);
}
