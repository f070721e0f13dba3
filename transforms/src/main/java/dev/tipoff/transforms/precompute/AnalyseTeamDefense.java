package dev.tipoff.transforms.precompute;

import dev.tipoff.transforms.features.BoxShots;
import dev.tipoff.transforms.features.FeatureDefinition.Source;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.features.KnownZones;
import dev.tipoff.transforms.features.LeagueHistory;
import dev.tipoff.transforms.features.Zone;
import dev.tipoff.transforms.features.ZoneGames;
import dev.tipoff.transforms.features.ZoneHistory;
import dev.tipoff.transforms.grouping.OnePerKey;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A row of every team that somebody of a slate meets, whether or not anything is known of it. The
 * differences to the league are those of the features OPPONENT_PAINT_ALLOWED and its like.
 */
public final class AnalyseTeamDefense
    extends PTransform<PCollection<GameContext>, PCollection<TeamDefenseZoneAnalysis>> {
  private static final long serialVersionUID = 1L;

  private final PCollectionView<LeagueHistory> league;
  private final PCollectionView<ZoneHistory> zones;

  private AnalyseTeamDefense(
      PCollectionView<LeagueHistory> league, PCollectionView<ZoneHistory> zones) {
    this.league = league;
    this.zones = zones;
  }

  /**
   * Looks back on these; of a slate and later nothing is seen.
   *
   * @param league box scores of the season
   * @param zones shots by zone of the season, where a play-by-play is kept
   */
  public static AnalyseTeamDefense from(
      PCollectionView<LeagueHistory> league, PCollectionView<ZoneHistory> zones) {
    return new AnalyseTeamDefense(league, zones);
  }

  @Override
  public PCollection<TeamDefenseZoneAnalysis> expand(PCollection<GameContext> contexts) {
    return contexts
        .apply(
            "Opponents",
            OnePerKey.by(context -> context.getGameDate() + " " + context.getOpponent()))
        .apply("Analyse", ParDo.of(new AnalyseFn(league, zones)).withSideInputs(league, zones));
  }

  /** All that the opponent of a context allowed. */
  static TeamDefenseZoneAnalysis of(GameContext context, KnownGames games, KnownZones zones) {
    TeamCode team = context.getOpponent();
    ZoneGames allowed = zones.allowed(team);
    double count = allowed.size();
    return TeamDefenseZoneAnalysis.builder()
        .setGameDate(context.getGameDate())
        .setSeason(context.getSeason())
        .setTeam(team)
        .setZoneGames(allowed.size())
        .setZoneSource(allowed.isEmpty() ? null : Source.PLAY_BY_PLAY)
        .setPaintZoneAttemptsAllowed(Column.of(allowed.attempts(Zone.PAINT) / count))
        .setPaintZoneMakesAllowed(Column.of(allowed.makes(Zone.PAINT) / count))
        .setPaintZonePercentageAllowed(Column.of(allowed.percentage(Zone.PAINT)))
        .setPaintZoneAllowedOverLeague(Column.of(zones.allowedOverLeague(team, Zone.PAINT)))
        .setMidRangeZoneAttemptsAllowed(Column.of(allowed.attempts(Zone.MID_RANGE) / count))
        .setMidRangeZoneMakesAllowed(Column.of(allowed.makes(Zone.MID_RANGE) / count))
        .setMidRangeZonePercentageAllowed(Column.of(allowed.percentage(Zone.MID_RANGE)))
        .setMidRangeZoneAllowedOverLeague(Column.of(zones.allowedOverLeague(team, Zone.MID_RANGE)))
        .setThreeZoneAttemptsAllowed(Column.of(allowed.attempts(Zone.THREE) / count))
        .setThreeZoneMakesAllowed(Column.of(allowed.makes(Zone.THREE) / count))
        .setThreeZonePercentageAllowed(Column.of(allowed.percentage(Zone.THREE)))
        .setThreeZoneAllowedOverLeague(Column.of(zones.allowedOverLeague(team, Zone.THREE)))
        .setBoxScoreGames(BoxShots.games(games, team).size())
        .setBoxScoreTwosPercentageAllowed(Column.of(BoxShots.TWOS.percentageAllowed(games, team)))
        .setBoxScoreTwosAllowedOverLeague(Column.of(BoxShots.TWOS.allowedOverLeague(games, team)))
        .setBoxScoreThreesPercentageAllowed(
            Column.of(BoxShots.THREES.percentageAllowed(games, team)))
        .setBoxScoreThreesAllowedOverLeague(
            Column.of(BoxShots.THREES.allowedOverLeague(games, team)))
        .build();
  }

  private static final class AnalyseFn extends DoFn<GameContext, TeamDefenseZoneAnalysis> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<LeagueHistory> leagueView;
    private final PCollectionView<ZoneHistory> zonesView;
    private transient @Nullable LeagueHistory league;
    private transient @Nullable ZoneHistory zones;

    AnalyseFn(PCollectionView<LeagueHistory> league, PCollectionView<ZoneHistory> zones) {
      this.leagueView = league;
      this.zonesView = zones;
    }

    @StartBundle
    public void startBundle() {
      league = null;
      zones = null;
    }

    @ProcessElement
    public void analyse(@Element GameContext context, ProcessContext process) {
      if (league == null || zones == null) {
        league = process.sideInput(leagueView);
        zones = process.sideInput(zonesView);
      }
      process.output(
          of(
              context,
              league.before(context.getGameDate(), context.getSeason()),
              zones.before(context.getGameDate(), context.getSeason())));
    }
  }
}
