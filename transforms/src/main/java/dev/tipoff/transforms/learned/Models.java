package dev.tipoff.transforms.learned;

import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.grouping.GatherRows;
import dev.tipoff.transforms.grouping.GatheredRows;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.DelegateCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * All models of a run as one side input. It answers for a slate with the newest of each market that
 * know nothing of the slate.
 */
public final class Models extends GatheredRows<MarketModel> {
  private final Map<GameDay, SlateModels> bySlate = new ConcurrentHashMap<>();

  @Override
  protected void changed() {
    bySlate.clear();
  }

  /** The newest models that were trained on slates before this one alone. */
  public SlateModels before(GameDay slate) {
    return bySlate.computeIfAbsent(slate, this::newest);
  }

  private SlateModels newest(GameDay slate) {
    Map<Market, MarketModel> newest = new EnumMap<>(Market.class);
    for (MarketModel model : rows()) {
      if (!model.cut().isAfter(slate)) {
        newest.merge(
            model.market(), model, (one, other) -> one.cut().isAfter(other.cut()) ? one : other);
      }
    }
    return new SlateModels(newest);
  }

  /** How models travel. */
  public static Coder<MarketModel> coder() {
    return DelegateCoder.of(
        ByteArrayCoder.of(),
        SerializableUtils::serializeToByteArray,
        bytes -> (MarketModel) SerializableUtils.deserializeFromByteArray(bytes, "a model"),
        TypeDescriptor.of(MarketModel.class));
  }

  /** Models gathered to one side input. */
  public static PTransform<PCollection<MarketModel>, PCollectionView<Models>> view() {
    return CombinedView.of(new GatherRows<MarketModel, Models>(Models.class, Models::new));
  }
}
