package dev.tipoff.transforms.precompute;

import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureDefinition.Source;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.KnownZones;
import dev.tipoff.transforms.features.Zone;
import dev.tipoff.transforms.features.ZoneGames;
import dev.tipoff.transforms.features.ZoneHistory;
import dev.tipoff.transforms.model.Season;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A row of every vector of features, whether or not a play-by-play is kept; what comes from box
 * scores is the vector's.
 */
public final class AnalyseShotZones
    extends PTransform<PCollection<FeatureVector>, PCollection<PlayerShotZoneAnalysis>> {
  private static final long serialVersionUID = 1L;

  private final PCollectionView<ZoneHistory> zones;

  private AnalyseShotZones(PCollectionView<ZoneHistory> zones) {
    this.zones = zones;
  }

  /**
   * Looks back on these; of a slate and later nothing is seen.
   *
   * @param zones shots by zone of the season, where a play-by-play is kept
   */
  public static AnalyseShotZones from(PCollectionView<ZoneHistory> zones) {
    return new AnalyseShotZones(zones);
  }

  @Override
  public PCollection<PlayerShotZoneAnalysis> expand(PCollection<FeatureVector> vectors) {
    return vectors.apply("Analyse", ParDo.of(new AnalyseFn(zones)).withSideInputs(zones));
  }

  static PlayerShotZoneAnalysis of(FeatureVector vector, KnownZones zones) {
    ZoneGames all = zones.player(vector.getPlayer());
    ZoneGames last10 = all.last(10);
    ZoneGames last20 = all.last(20);
    return PlayerShotZoneAnalysis.builder()
        .setGameDate(vector.getGameDate())
        .setGameId(vector.getGameId())
        .setPlayer(vector.getPlayer())
        .setZoneSource(all.isEmpty() ? null : Source.PLAY_BY_PLAY)
        .setPrimaryZone(last10.primary().orElse(null))
        .setZoneGamesLast10(last10.size())
        .setZoneAttemptsLast10((int) last10.attempts())
        .setPaintShareLast10(Column.of(last10.share(Zone.PAINT)))
        .setPaintPercentageLast10(Column.of(last10.percentage(Zone.PAINT)))
        .setMidRangeShareLast10(Column.of(last10.share(Zone.MID_RANGE)))
        .setMidRangePercentageLast10(Column.of(last10.percentage(Zone.MID_RANGE)))
        .setThreeShareLast10(Column.of(last10.share(Zone.THREE)))
        .setThreePercentageLast10(Column.of(last10.percentage(Zone.THREE)))
        .setZoneGamesLast20(last20.size())
        .setZoneAttemptsLast20((int) last20.attempts())
        .setPaintShareLast20(Column.of(last20.share(Zone.PAINT)))
        .setPaintPercentageLast20(Column.of(last20.percentage(Zone.PAINT)))
        .setMidRangeShareLast20(Column.of(last20.share(Zone.MID_RANGE)))
        .setMidRangePercentageLast20(Column.of(last20.percentage(Zone.MID_RANGE)))
        .setThreeShareLast20(Column.of(last20.share(Zone.THREE)))
        .setThreePercentageLast20(Column.of(last20.percentage(Zone.THREE)))
        .setAssistedShareLast10(Column.of(last10.assistedShare()))
        .setBoxScoreThreesShareLast10(Column.of(vector, Feature.THREES_SHARE_OF_SHOTS_LAST_10))
        .setBoxScoreFreeThrowShareOfPointsLast10(
            Column.of(vector, Feature.FREE_THROW_SHARE_OF_POINTS_LAST_10))
        .build();
  }

  private static final class AnalyseFn extends DoFn<FeatureVector, PlayerShotZoneAnalysis> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<ZoneHistory> view;
    private transient @Nullable ZoneHistory zones;

    AnalyseFn(PCollectionView<ZoneHistory> view) {
      this.view = view;
    }

    @StartBundle
    public void startBundle() {
      zones = null;
    }

    @ProcessElement
    public void analyse(@Element FeatureVector vector, ProcessContext process) {
      if (zones == null) {
        zones = process.sideInput(view);
      }
      String season = Season.of(vector.getGameDate()).label();
      process.output(of(vector, zones.before(vector.getGameDate(), season)));
    }
  }
}
