package dev.tipoff.transforms.odds;

import com.google.common.collect.ImmutableSet;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.roster.PlayerMatch;
import dev.tipoff.transforms.roster.PlayerMatch.Ambiguous;
import dev.tipoff.transforms.roster.PlayerMatch.Resolved;
import dev.tipoff.transforms.roster.PlayerMatch.Unresolved;
import dev.tipoff.transforms.roster.PlayerName;
import dev.tipoff.transforms.roster.PlayerRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom the lines of two teams' meeting on one day mean, each name looked up once. */
final class LinedNames {
  private final PlayerRegistry players;
  private final Map<PlayerKey, Resolved> given = new HashMap<>();
  private final Map<String, PlayerMatch> matches = new HashMap<>();
  private final TreeSet<PlayerKey> resolved = new TreeSet<>();
  private final Map<String, UnresolvedName> unresolved = new TreeMap<>();

  LinedNames(PlayerRegistry players) {
    this.players = players;
  }

  /** Whom a line means; what comes of it is in {@link #all}. */
  PlayerMatch match(RawPropLine line) {
    GameDay day = line.getGameDate();
    PlayerKey id = line.getPlayer();
    PlayerMatch match =
        id != null
            ? given.computeIfAbsent(
                id,
                each -> new Resolved(each, players.nameOf(each, day).orElse(line.getPlayerName())))
            : matches.computeIfAbsent(
                line.getPlayerName(),
                name -> players.lookup(name, day, ImmutableSet.of(line.getHome(), line.getAway())));
    if (match instanceof Resolved one) {
      resolved.add(one.player());
    } else if (match instanceof Ambiguous several) {
      queue(
          line,
          FailureCode.AMBIGUOUS_PLAYER,
          several.candidates().stream().map(player -> players.describe(player, day)).toList());
    } else if (match instanceof Unresolved nobody) {
      queue(line, FailureCode.UNRESOLVED_PLAYER, nobody.suggestions());
    }
    return match;
  }

  /** Each player and each unresolved name of the lines once. */
  List<LinedName> all(GameDay day) {
    return Stream.concat(
            resolved.stream().map(player -> LinedName.resolved(day, player)),
            unresolved.values().stream().map(LinedName::unresolved))
        .toList();
  }

  private void queue(RawPropLine line, FailureCode reason, List<String> suggestions) {
    UnresolvedName name =
        UnresolvedName.builder()
            .setGameDate(line.getGameDate())
            .setNormalisedName(PlayerName.normalise(line.getPlayerName()))
            .setReason(reason)
            .setLines(1)
            .setSources(line.getSource())
            .setPlayerName(line.getPlayerName())
            .setHome(line.getHome())
            .setAway(line.getAway())
            .setEventId(line.getEventId())
            .setSuggestions(suggestions.stream().collect(Collectors.joining("; ")))
            .build();
    unresolved.merge(name.getNormalisedName(), name, UnresolvedName::and);
  }
}
