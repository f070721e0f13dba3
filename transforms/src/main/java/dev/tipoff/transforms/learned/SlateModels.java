package dev.tipoff.transforms.learned;

import dev.tipoff.transforms.model.Market;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What had been learned before a slate, by market. */
public final class SlateModels implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Nothing. */
  public static final SlateModels NONE = new SlateModels(Map.of());

  private final EnumMap<Market, MarketModel> byMarket;

  SlateModels(Map<Market, MarketModel> models) {
    this.byMarket = models.isEmpty() ? new EnumMap<>(Market.class) : new EnumMap<>(models);
  }

  /** The models of a slate; of one market there is one at most. */
  public static SlateModels of(MarketModel... models) {
    Map<Market, MarketModel> byMarket = new EnumMap<>(Market.class);
    for (MarketModel model : models) {
      byMarket.put(model.market(), model);
    }
    return new SlateModels(byMarket);
  }

  /** Empty if nothing has been learned of the market. */
  public Optional<MarketModel> of(Market market) {
    return Optional.ofNullable(byMarket.get(market));
  }
}
