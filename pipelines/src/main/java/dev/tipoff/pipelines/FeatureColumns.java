package dev.tipoff.pipelines;

import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureDefinition;
import dev.tipoff.transforms.profile.ColumnRule;
import dev.tipoff.transforms.profile.DeclaredColumns;
import java.util.Arrays;
import java.util.Optional;

/**
 * The rule for the feature store: what each {@link Feature} declares, and as declared beside them.
 */
final class FeatureColumns implements ColumnRule {
  private static final long serialVersionUID = 1L;

  /** Whose schedule is read as it should be, has as many games as expected. */
  private final ColumnRule others =
      DeclaredColumns.of(Tables.FEATURE_STORE)
          .allowingConstant("quality_flags", "games_expected", "games_known", "quality_score");

  @Override
  public boolean mayBeEmpty(String column) {
    return feature(column)
        .map(FeatureDefinition::mayBeEmpty)
        .orElseGet(() -> column.equals("quality_flags") || others.mayBeEmpty(column));
  }

  @Override
  public boolean mayBeConstant(String column) {
    return feature(column)
        .map(FeatureDefinition::mayBeConstant)
        .orElseGet(() -> others.mayBeConstant(column));
  }

  private static Optional<FeatureDefinition> feature(String column) {
    return Arrays.stream(Feature.values())
        .filter(feature -> feature.id().equals(column))
        .map(Feature::definition)
        .findFirst();
  }
}
