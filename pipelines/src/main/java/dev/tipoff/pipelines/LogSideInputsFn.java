package dev.tipoff.pipelines;

import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.LeagueHistory;
import dev.tipoff.transforms.fingerprint.Fingerprint;
import dev.tipoff.transforms.fingerprint.RunFingerprints;
import dev.tipoff.transforms.fingerprint.SlateFingerprints;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.slate.SlateMap;
import dev.tipoff.transforms.tables.Table;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line of a slate and side input: how many players, and from which snapshot of its table. */
final class LogSideInputsFn extends DoFn<GameDay, Void> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(LogSideInputsFn.class);

  private final String phase;
  private final String why;
  private final PCollectionView<SlateMap<PlayerGameKey, FeatureVector>> features;
  private final PCollectionView<SlateMap<PlayerGameKey, GameContext>> contexts;
  private final PCollectionView<LeagueHistory> histories;
  private final PCollectionView<RunFingerprints> fingerprints;

  LogSideInputsFn(SlateSideInputs slate, SlateInputs inputs) {
    this.phase = inputs.phase().id();
    this.why = inputs.why();
    this.features = slate.features();
    this.contexts = slate.contexts();
    this.histories = slate.histories();
    this.fingerprints = inputs.fingerprints();
  }

  @ProcessElement
  public void log(@Element GameDay day, ProcessContext process) {
    SlateFingerprints slate = process.sideInput(fingerprints).slate(day);
    log(slate, "features", Tables.FEATURE_STORE, process.sideInput(features).keys().size());
    log(slate, "contexts", Tables.PLAYER_GAME_CONTEXT, process.sideInput(contexts).keys().size());
    log(slate, "histories", Tables.PLAYER_GAMES, process.sideInput(histories).players());
  }

  private void log(SlateFingerprints slate, String sideInput, Table<?> table, int players) {
    Metrics.counter("side-input-players", sideInput).inc(players);
    LOG.info(
        "phase={} slate={} side_input={} players={} snapshot=\"{} {}\" skipped=false why=\"{}\"",
        phase,
        slate.slate(),
        sideInput,
        players,
        table,
        slate.sources().getOrDefault(table.name(), Fingerprint.NONE),
        why);
  }
}
