package dev.tipoff.pipelines;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.systems.CombinedSystem;
import dev.tipoff.transforms.systems.Ensemble;
import dev.tipoff.transforms.systems.FormulaSystems;
import dev.tipoff.transforms.systems.GradientBoosted;
import dev.tipoff.transforms.systems.LineAware;
import dev.tipoff.transforms.systems.MarketAwareSystem;
import dev.tipoff.transforms.systems.PredictionSystem;

/** The systems that predict. */
final class Systems {
  /** Those that need no training; their forecasts are mixed with the trees'. */
  static final ImmutableList<PredictionSystem> FORMULAS = FormulaSystems.all();

  static final ImmutableList<PredictionSystem> BLIND =
      ImmutableList.<PredictionSystem>builder()
          .addAll(FORMULAS)
          .add(GradientBoosted.create())
          .build();

  static final ImmutableList<CombinedSystem> COMBINED = ImmutableList.of(Ensemble.create());

  static final ImmutableList<MarketAwareSystem> MARKET_AWARE =
      ImmutableList.of(LineAware.boosted(), LineAware.ensemble());

  private Systems() {}
}
