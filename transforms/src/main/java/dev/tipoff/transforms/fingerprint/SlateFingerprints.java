package dev.tipoff.transforms.fingerprint;

import com.google.common.base.Splitter;
import com.google.common.collect.HashMultimap;
import com.google.common.collect.SetMultimap;
import dev.tipoff.transforms.model.GameDay;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * What one slate is made from: the fingerprint of every source over the slate's look-back, and
 * beside it what runs said of the slate. A source without rows is there with {@link
 * Fingerprint#NONE}.
 */
public final class SlateFingerprints {
  private static final Splitter TABLES = Splitter.on(';').omitEmptyStrings();

  private final GameDay slate;
  private final SortedMap<String, Fingerprint> sources = new TreeMap<>();
  private final SortedMap<String, Long> ownRows = new TreeMap<>();
  private final SortedMap<String, Long> expected = new TreeMap<>();

  /** By game, who predicted it and as of when. */
  private final SetMultimap<String, String> published = HashMultimap.create();

  private @Nullable String lastRun;

  SlateFingerprints(GameDay slate, Map<String, LookBack> sources) {
    this.slate = slate;
    sources.forEach(
        (name, lookBack) -> {
          this.sources.put(name, Fingerprint.NONE);
          if (lookBack.holds(slate, slate)) {
            ownRows.put(name, 0L);
          }
        });
  }

  /** The slate. */
  public GameDay slate() {
    return slate;
  }

  public SortedMap<String, Fingerprint> sources() {
    return Collections.unmodifiableSortedMap(sources);
  }

  /** How many rows of the slate itself each source has of which the slate's own rows count. */
  public SortedMap<String, Long> ownRows() {
    return Collections.unmodifiableSortedMap(ownRows);
  }

  /** Each input of the last run of the slate; empty if that run was not completed. */
  public SortedMap<String, String> lastRun() {
    return SkipKey.parse(lastRun == null ? "" : lastRun);
  }

  /** Of each table that another phase said it has completed, the rows that it wrote. */
  public SortedMap<String, Long> expected() {
    return Collections.unmodifiableSortedMap(expected);
  }

  /** Whether predictions of a game are published. */
  public boolean isPublished(String gameId) {
    return published.containsKey(gameId);
  }

  /** Whether a system's predictions of a game as of exactly this time are published. */
  public boolean isPublished(String gameId, String systemId, Instant asOf) {
    return published.containsEntry(gameId, forecast(systemId, asOf));
  }

  private static String forecast(@Nullable String systemId, @Nullable Instant asOf) {
    return systemId + " as of " + asOf;
  }

  /** Adds what a branch says of a day that the slate is made from. */
  void add(FingerprintRow row) {
    switch (row.getBranch()) {
      case SOURCE -> {
        sources.merge(
            row.getSource(),
            new Fingerprint(row.getRowCount(), row.getRowHashes()),
            Fingerprint::plus);
        if (row.getGameDate().equals(slate)) {
          ownRows.merge(row.getSource(), row.getRowCount(), Long::sum);
        }
      }
      case LAST_RUN -> lastRun = row.getRecorded();
      case EXPECTED -> {
        for (String table : TABLES.split(String.valueOf(row.getRecorded()))) {
          int end = table.lastIndexOf('=');
          expected.put(table.substring(0, end), Long.valueOf(table.substring(end + 1)));
        }
      }
      case PUBLISHED -> published.put(row.getSource(), forecast(row.getRecorded(), row.getAsOf()));
    }
  }

  @Override
  public String toString() {
    return slate
        + " "
        + sources
        + (expected.isEmpty() ? "" : " expected " + expected)
        + (lastRun == null ? "" : " last " + Map.copyOf(lastRun()));
  }
}
