package dev.tipoff.transforms.roster;

import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Lists;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.roster.PlayerMatch.Ambiguous;
import dev.tipoff.transforms.roster.PlayerMatch.Resolved;
import dev.tipoff.transforms.roster.PlayerMatch.Unresolved;
import dev.tipoff.transforms.roster.RosterEntry.Evidence;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Every player that box scores or the league's rosters know, found by name. Immutable; equal
 * entries make an equal registry, in whatever order they come.
 *
 * <p>It answers as of a slate: what box scores of that day or later say, and rosters of later days,
 * is not known yet. A player's team is the one that he was last seen to join, on a roster or in a
 * box score; his name is as his latest box score spells it, or a roster if there is none.
 *
 * <p>A name is looked for normalised as it is, by its aliases (suffix or not), and without suffixes
 * where at most one side has any. Of those found whoever has been seen this season and plays in the
 * game is meant; else the likeliest {@link Fit}, and then the closest spelling, decides. Several
 * who are alike in both are ambiguous. A last name alone, as gamebooks list those who are not
 * dressed, is enough for somebody who plays in the game.
 */
public final class PlayerRegistry implements Serializable {
  private static final int SUGGESTIONS = 3;

  /** The place of the last of the {@link #spellings}. */
  private static final int LAST_NAME_ONLY = 3;

  /** How well somebody found fits, and by which spelling he was, both the best first. */
  private record Rank(Fit fit, int spelling) implements Comparable<Rank> {
    @Override
    public int compareTo(Rank other) {
      return comparing(Rank::fit).thenComparing(Rank::spelling).compare(this, other);
    }
  }

  private final ImmutableListMultimap<PlayerKey, RosterEntry> entries;
  private final ImmutableSetMultimap<String, RosterEntry> byName;
  private final ImmutableSetMultimap<String, RosterEntry> byNameWithoutSuffix;
  private final ImmutableSetMultimap<String, RosterEntry> byLastName;
  private final PlayerAliases aliases;

  private PlayerRegistry(
      ImmutableListMultimap<PlayerKey, RosterEntry> entries,
      ImmutableSetMultimap<String, RosterEntry> byName,
      ImmutableSetMultimap<String, RosterEntry> byNameWithoutSuffix,
      ImmutableSetMultimap<String, RosterEntry> byLastName,
      PlayerAliases aliases) {
    this.entries = entries;
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
    Map<PlayerKey, List<RosterEntry>> changes = new TreeMap<>();
    for (Evidence evidence : Evidence.values()) {
      entries.stream()
          .filter(entry -> entry.getEvidence() == evidence)
          .sorted(RosterEntry.EARLIEST_FIRST)
          .forEach(entry -> addChange(changes, entry));
    }
    var ordered = ImmutableListMultimap.<PlayerKey, RosterEntry>builder();
    var byName = ImmutableSetMultimap.<String, RosterEntry>builder();
    var byNameWithoutSuffix = ImmutableSetMultimap.<String, RosterEntry>builder();
    var byLastName = ImmutableSetMultimap.<String, RosterEntry>builder();
    for (List<RosterEntry> ofPlayer : changes.values()) {
      ofPlayer.sort(RosterEntry.EARLIEST_FIRST);
      for (RosterEntry entry : ofPlayer) {
        ordered.put(entry.getPlayer(), entry);
        byName.put(PlayerName.normalise(entry.getName()), entry);
        byNameWithoutSuffix.put(PlayerName.withoutSuffix(entry.getName()), entry);
        byLastName.put(PlayerName.lastName(entry.getName()), entry);
      }
    }
    return new PlayerRegistry(
        ordered.build(), byName.build(), byNameWithoutSuffix.build(), byLastName.build(), aliases);
  }

  private static void addChange(Map<PlayerKey, List<RosterEntry>> changes, RosterEntry entry) {
    List<RosterEntry> ofPlayer =
        changes.computeIfAbsent(entry.getPlayer(), player -> new ArrayList<>());
    if (ofPlayer.isEmpty() || !entry.repeats(ofPlayer.get(ofPlayer.size() - 1))) {
      ofPlayer.add(entry);
    }
  }

  /** The name that a player goes by as of a slate; empty if nothing knows him by then. */
  public Optional<String> nameOf(PlayerKey player, GameDay slate) {
    List<RosterEntry> known = latestFirst(player, slate).toList();
    return known.stream()
        .filter(entry -> entry.getEvidence() == Evidence.BOX_SCORE)
        .findFirst()
        .or(() -> known.stream().findFirst())
        .map(RosterEntry::getName);
  }

  /** A player's name, team and id as of a slate, for people to read. */
  public String describe(PlayerKey player, GameDay slate) {
    return latestFirst(player, slate)
        .findFirst()
        .flatMap(
            entry ->
                nameOf(player, slate)
                    .map(name -> name + " (" + entry.getTeam() + ", " + player + ")"))
        .orElse(player.toString());
  }

  /**
   * Whom a feed means by a name.
   *
   * @param slate the day of the game
   * @param teams the teams of the game, or the one that the feed says he plays for
   */
  public PlayerMatch lookup(String name, GameDay slate, Set<TeamCode> teams) {
    TreeMap<Rank, Set<PlayerKey>> byRank = new TreeMap<>();
    List<List<RosterEntry>> spellings =
        spellings(name).stream()
            .map(found -> found.filter(entry -> entry.isKnownBefore(slate)).toList())
            .toList();
    Set<PlayerKey> superseded =
        StandIns.superseded(spellings.stream().flatMap(List::stream).toList());
    for (int i = 0; i < spellings.size(); i++) {
      int spelling = i;
      spellings.get(i).stream()
          .map(RosterEntry::getPlayer)
          .filter(player -> !superseded.contains(player))
          .forEach(
              player ->
                  fit(player, slate, teams)
                      .filter(fit -> spelling < LAST_NAME_ONLY || fit == Fit.PLAYING)
                      .map(fit -> new Rank(fit, spelling))
                      .ifPresent(
                          rank ->
                              byRank.computeIfAbsent(rank, each -> new TreeSet<>()).add(player)));
    }
    if (byRank.isEmpty()) {
      return new Unresolved(suggestions(name, slate, teams));
    }
    Set<PlayerKey> likeliest = byRank.firstEntry().getValue();
    PlayerKey first = likeliest.iterator().next();
    return likeliest.size() == 1
        ? new Resolved(first, nameOf(first, slate).orElseThrow())
        : new Ambiguous(List.copyOf(likeliest));
  }

  /** How many players it knows. */
  public int size() {
    return entries.keySet().size();
  }

  /** The entries under a name, the closest spelling first. */
  private List<Stream<RosterEntry>> spellings(String name) {
    return List.of(
        byName.get(PlayerName.normalise(name)).stream(),
        Stream.of(PlayerName.normalise(name), PlayerName.withoutSuffix(name))
            .flatMap(spelling -> aliases.of(spelling).stream())
            .flatMap(
                alias ->
                    Stream.concat(
                        byName.get(alias).stream(), byNameWithoutSuffix.get(alias).stream())),
        byNameWithoutSuffix.get(PlayerName.withoutSuffix(name)).stream()
            .filter(entry -> PlayerName.suffixesAgree(name, entry.getName())),
        PlayerName.isOneWord(name)
            ? byLastName.get(PlayerName.lastName(name)).stream()
            : Stream.empty());
  }

  private Optional<Fit> fit(PlayerKey player, GameDay slate, Set<TeamCode> teams) {
    return latestFirst(player, slate)
        .findFirst()
        .flatMap(
            entry -> Fit.of(entry.season(), Season.of(slate), teams.contains(entry.getTeam())));
  }

  private Stream<RosterEntry> latestFirst(PlayerKey player, GameDay slate) {
    return Lists.reverse(entries.get(player)).stream().filter(entry -> entry.isKnownBefore(slate));
  }

  private List<String> suggestions(String name, GameDay slate, Set<TeamCode> teams) {
    return byLastName.get(PlayerName.lastName(name)).stream()
        .map(RosterEntry::getPlayer)
        .distinct()
        .flatMap(player -> latestFirst(player, slate).limit(1))
        .sorted(
            comparing((RosterEntry entry) -> !teams.contains(entry.getTeam()))
                .thenComparing(RosterEntry.EARLIEST_FIRST.reversed()))
        .flatMap(entry -> nameOf(entry.getPlayer(), slate).stream())
        .distinct()
        .limit(SUGGESTIONS)
        .toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PlayerRegistry that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }
}
