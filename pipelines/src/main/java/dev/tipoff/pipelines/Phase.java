package dev.tipoff.pipelines;

import static dev.tipoff.transforms.fingerprint.LookBack.EVER;
import static dev.tipoff.transforms.fingerprint.LookBack.SEASON_BEFORE;
import static dev.tipoff.transforms.fingerprint.LookBack.SLATE;
import static dev.tipoff.transforms.fingerprint.LookBack.WEEK;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.tipoff.io.odds.ArchiveFingerprints;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.fingerprint.Fingerprint;
import dev.tipoff.transforms.fingerprint.LookBack;
import dev.tipoff.transforms.fingerprint.SlateFingerprints;
import java.util.Collection;
import java.util.Locale;

/** The phases of a slate in their order, and what each is made from. */
public enum Phase {
  LOAD_RAW("1", ImmutableMap.of(ArchiveFingerprints.SOURCE, SLATE), ArchiveFingerprints.SOURCE),
  ANALYTICS(
      "1",
      ImmutableMap.<String, LookBack>builder()
          .put(Tables.PLAYER_GAMES.name(), EVER)
          .put(Tables.PLAYER_DNP.name(), EVER)
          .put(Tables.SCHEDULE.name(), SLATE)
          .put(Tables.GAME_LINES.name(), SLATE)
          .put(Tables.POINTS_LINES.name(), SLATE)
          .put(Tables.POINTS_LINE_MOVES.name(), SLATE)
          .put(Tables.PRA_LINES.name(), SLATE)
          .put(Tables.ODDS_API_PLAYER_PROPS.name(), SLATE)
          .build(),
      Tables.SCHEDULE.name()),
  PRECOMPUTE(
      "1",
      ImmutableMap.of(
          Tables.PLAYER_GAME_CONTEXT.name(), SLATE, Tables.PLAYER_GAMES.name(), SEASON_BEFORE),
      Tables.PLAYER_GAME_CONTEXT.name()),
  PREDICT(
      "1",
      ImmutableMap.of(
          Tables.PROP_LINES.name(), SLATE,
          Tables.FEATURE_STORE.name(), SLATE,
          Tables.PLAYER_GAME_CONTEXT.name(), SLATE,
          Tables.PLAYER_GAMES.name(), SEASON_BEFORE),
      Tables.PROP_LINES.name()),
  GRADE(
      "1",
      ImmutableMap.of(Tables.PREDICTIONS.name(), SLATE, Tables.PLAYER_GAMES.name(), SLATE),
      Tables.PREDICTIONS.name(),
      Tables.PLAYER_GAMES.name()),
  PUBLISH(
      "1",
      ImmutableMap.of(
          Tables.PREDICTIONS.name(), SLATE,
          Tables.PREDICTION_ACCURACY.name(), WEEK,
          Tables.SYSTEM_DAILY_PERFORMANCE.name(), WEEK));

  private final String version;
  private final ImmutableMap<String, LookBack> sources;
  private final ImmutableSet<String> needed;

  Phase(String version, ImmutableMap<String, LookBack> sources, String... needed) {
    this.version = version;
    this.sources = sources;
    this.needed = ImmutableSet.copyOf(needed);
  }

  /** The phase's command and name in the ledger, {@code load-raw} for instance. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The version of what the phase computes; a change of its results needs another. */
  public String version() {
    return version;
  }

  /** Every source, with the days of it that a slate is made from. */
  public ImmutableMap<String, LookBack> sources() {
    return sources;
  }

  /** Whether each source that it cannot do without has rows; without such, whether any has. */
  public boolean isReady(Collection<SlateFingerprints> slates) {
    return needed.isEmpty()
        ? sources.keySet().stream().anyMatch(source -> rows(source, slates) > 0)
        : needed.stream().allMatch(source -> rows(source, slates) > 0);
  }

  private static long rows(String source, Collection<SlateFingerprints> slates) {
    return slates.stream()
        .mapToLong(slate -> slate.sources().getOrDefault(source, Fingerprint.NONE).rows())
        .sum();
  }
}
