package dev.tipoff.transforms.roster;

import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.roster.PlayerMatch.Ambiguous;
import dev.tipoff.transforms.roster.PlayerMatch.Resolved;
import dev.tipoff.transforms.roster.PlayerMatch.Unresolved;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Every player that box scores know, found by name. Immutable; equal entries make an equal
 * registry, in whatever order they come.
 *
 * <p>A name is tried normalised as it is, then by its aliases (suffix or not), then without
 * suffixes on both sides; the first try that finds anybody decides. Where it finds several players,
 * those whose latest team plays in the game are meant.
 */
public final class PlayerRegistry implements Serializable {
  private static final int SUGGESTIONS = 3;

  private final ImmutableMap<PlayerKey, RosterEntry> latest;
  private final ImmutableSetMultimap<String, PlayerKey> byName;
  private final ImmutableSetMultimap<String, PlayerKey> byNameWithoutSuffix;
  private final ImmutableSetMultimap<String, PlayerKey> byLastName;
  private final PlayerAliases aliases;

  private PlayerRegistry(
      ImmutableMap<PlayerKey, RosterEntry> latest,
      ImmutableSetMultimap<String, PlayerKey> byName,
      ImmutableSetMultimap<String, PlayerKey> byNameWithoutSuffix,
      ImmutableSetMultimap<String, PlayerKey> byLastName,
      PlayerAliases aliases) {
    this.latest = latest;
    this.byName = byName;
    this.byNameWithoutSuffix = byNameWithoutSuffix;
    this.byLastName = byLastName;
    this.aliases = aliases;
  }

  /** A registry of these entries with the aliases that come with the product. */
  public static PlayerRegistry of(Collection<RosterEntry> entries) {
    return of(entries, PlayerAliases.load());
  }

  static PlayerRegistry of(Collection<RosterEntry> entries, PlayerAliases aliases) {
    Map<PlayerKey, RosterEntry> latest = new TreeMap<>();
    var byName = ImmutableSetMultimap.<String, PlayerKey>builder();
    var byNameWithoutSuffix = ImmutableSetMultimap.<String, PlayerKey>builder();
    var byLastName = ImmutableSetMultimap.<String, PlayerKey>builder();
    for (RosterEntry entry :
        StandIns.withoutSuperseded(entries).stream().sorted(RosterEntry.LATEST_FIRST).toList()) {
      latest.putIfAbsent(entry.getPlayer(), entry);
      byName.put(PlayerName.normalise(entry.getName()), entry.getPlayer());
      byNameWithoutSuffix.put(PlayerName.withoutSuffix(entry.getName()), entry.getPlayer());
      byLastName.put(PlayerName.lastName(entry.getName()), entry.getPlayer());
    }
    return new PlayerRegistry(
        ImmutableMap.copyOf(latest),
        byName.build(),
        byNameWithoutSuffix.build(),
        byLastName.build(),
        aliases);
  }

  /** The name that the latest box score gives a player; empty if no box score knows him. */
  public Optional<String> nameOf(PlayerKey player) {
    return Optional.ofNullable(latest.get(player)).map(RosterEntry::getName);
  }

  /** Whom a feed means by a name in a game of these two teams. */
  public PlayerMatch lookup(String name, TeamCode home, TeamCode away) {
    Set<PlayerKey> found = byName.get(PlayerName.normalise(name));
    if (found.isEmpty()) {
      found = byAlias(name);
    }
    if (found.isEmpty()) {
      found = byNameWithoutSuffix.get(PlayerName.withoutSuffix(name));
    }
    if (found.isEmpty()) {
      return new Unresolved(suggestions(name, home, away));
    }
    return found.size() == 1 ? resolved(found) : amongTeams(found, home, away);
  }

  /** How many players it knows. */
  public int size() {
    return latest.size();
  }

  private Set<PlayerKey> byAlias(String name) {
    return Stream.of(PlayerName.normalise(name), PlayerName.withoutSuffix(name))
        .flatMap(spelling -> aliases.of(spelling).stream())
        .flatMap(
            alias ->
                Stream.concat(byName.get(alias).stream(), byNameWithoutSuffix.get(alias).stream()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private PlayerMatch amongTeams(Set<PlayerKey> found, TeamCode home, TeamCode away) {
    List<PlayerKey> playing =
        found.stream().filter(player -> playsFor(player, home, away)).toList();
    return playing.size() == 1 ? resolved(playing) : new Ambiguous(candidates(found, playing));
  }

  private static List<PlayerKey> candidates(
      Collection<PlayerKey> found, Collection<PlayerKey> playing) {
    return (playing.isEmpty() ? found : playing).stream().sorted().toList();
  }

  private PlayerMatch resolved(Collection<PlayerKey> only) {
    RosterEntry entry = entry(only.iterator().next());
    return new Resolved(entry.getPlayer(), entry.getName());
  }

  private List<String> suggestions(String name, TeamCode home, TeamCode away) {
    Stream<RosterEntry> namesakes =
        byLastName.get(PlayerName.lastName(name)).stream().map(this::entry);
    return namesakes
        .sorted(
            comparing((RosterEntry entry) -> !playsFor(entry.getPlayer(), home, away))
                .thenComparing(RosterEntry.LATEST_FIRST))
        .map(RosterEntry::getName)
        .distinct()
        .limit(SUGGESTIONS)
        .toList();
  }

  private boolean playsFor(PlayerKey player, TeamCode home, TeamCode away) {
    TeamCode team = entry(player).getTeam();
    return team == home || team == away;
  }

  private RosterEntry entry(PlayerKey player) {
    RosterEntry entry = latest.get(player);
    if (entry == null) {
      throw new IllegalStateException("no entry of player " + player);
    }
    return entry;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PlayerRegistry that
        && latest.equals(that.latest)
        && byName.equals(that.byName)
        && byNameWithoutSuffix.equals(that.byNameWithoutSuffix)
        && byLastName.equals(that.byLastName);
  }

  @Override
  public int hashCode() {
    return latest.hashCode();
  }
}
