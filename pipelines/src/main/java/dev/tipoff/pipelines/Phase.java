package dev.tipoff.pipelines;

import static dev.tipoff.transforms.fingerprint.LookBack.CAREER_BEFORE;
import static dev.tipoff.transforms.fingerprint.LookBack.SEASON;
import static dev.tipoff.transforms.fingerprint.LookBack.SEASON_BEFORE;
import static dev.tipoff.transforms.fingerprint.LookBack.SLATE;
import static dev.tipoff.transforms.fingerprint.LookBack.UP_TO;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.tipoff.io.archive.ArchiveFingerprints;
import dev.tipoff.transforms.catalogue.AvailabilityTables;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.fingerprint.Fingerprint;
import dev.tipoff.transforms.fingerprint.LookBack;
import dev.tipoff.transforms.fingerprint.SlateFingerprints;
import java.util.List;
import java.util.Locale;

/** The phases of a slate in their order, and what each is made from. */
public enum Phase {
  LOAD_RAW(ImmutableMap.of(ArchiveFingerprints.SOURCE, SLATE), ArchiveFingerprints.SOURCE),
  ANALYTICS(
      ImmutableMap.<String, LookBack>builder()
          .put(Tables.PLAYER_GAMES.name(), UP_TO)
          .put(Tables.PLAYER_DNP.name(), UP_TO)
          .put(FeedTables.SHOTS.name(), SLATE)
          .put(FeedTables.ROSTERS.name(), UP_TO)
          .put(Tables.SCHEDULE.name(), SEASON)
          .put(Tables.GAME_LINES.name(), SLATE)
          .put(Tables.POINTS_LINES.name(), SLATE)
          .put(Tables.POINTS_LINE_MOVES.name(), SLATE)
          .put(Tables.PRA_LINES.name(), SLATE)
          .put(Tables.ODDS_API_PLAYER_PROPS.name(), SLATE)
          .put(FeedTables.BETTINGPROS_PLAYER_PROPS.name(), SLATE)
          .put(FeedTables.INJURIES.name(), SLATE)
          .build(),
      Tables.SCHEDULE.name()),
  PRECOMPUTE(
      ImmutableMap.of(
          Tables.PLAYER_GAME_CONTEXT.name(), SLATE,
          AvailabilityTables.PLAYER_AVAILABILITY.name(), SLATE,
          AvailabilityTables.TEAM_INJURY_REPORTS.name(), SLATE,
          Tables.PLAYER_GAMES.name(), CAREER_BEFORE,
          Tables.PLAYER_GAME_SUMMARY.name(), SEASON_BEFORE,
          Tables.SCHEDULE.name(), SEASON_BEFORE),
      Tables.PLAYER_GAME_CONTEXT.name()),
  PREDICT(
      ImmutableMap.of(
          Tables.PROP_LINES.name(), SLATE,
          Tables.FEATURE_STORE.name(), SLATE,
          Tables.PLAYER_GAME_CONTEXT.name(), SLATE,
          Tables.PLAYER_GAMES.name(), SEASON_BEFORE),
      Tables.PROP_LINES.name()),
  GRADE(
      ImmutableMap.of(
          Tables.PREDICTIONS.name(), SLATE,
          Tables.PLAYER_GAMES.name(), SLATE,
          Tables.PROP_LINES.name(), SLATE),
      Tables.PREDICTIONS.name(),
      Tables.PLAYER_GAMES.name()),
  PUBLISH(
      ImmutableMap.of(
          Tables.PREDICTIONS.name(), SLATE,
          Tables.PROP_LINES.name(), SLATE,
          Tables.PREDICTION_ACCURACY.name(), SEASON,
          Tables.PLAYER_GAME_SUMMARY.name(), SEASON,
          Tables.FEATURE_STORE.name(), SEASON));

  private final ImmutableMap<String, LookBack> sources;
  private final ImmutableSet<String> needed;

  Phase(ImmutableMap<String, LookBack> sources, String... needed) {
    this.sources = sources;
    this.needed = ImmutableSet.copyOf(needed);
  }

  /** The phase's command and name in the ledger, {@code load-raw} for instance. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The phase of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Phase of(String id) {
    return Choice.of("pipeline", id, Phase.class, Phase::id);
  }

  /** Every source, with the days of it that a slate is made from. */
  public ImmutableMap<String, LookBack> sources() {
    return sources;
  }

  /**
   * The sources that keep a slate from being made: each without rows of the slate itself that it
   * cannot be made without; and all of them if none has any.
   */
  public List<String> missing(SlateFingerprints slate) {
    List<String> empty =
        sources.keySet().stream()
            .filter(source -> slate.sources().getOrDefault(source, Fingerprint.NONE).rows() == 0)
            .sorted()
            .toList();
    return empty.size() == sources.size()
        ? empty
        : needed.stream()
            .filter(source -> slate.ownRows().getOrDefault(source, 0L) == 0)
            .sorted()
            .toList();
  }
}
