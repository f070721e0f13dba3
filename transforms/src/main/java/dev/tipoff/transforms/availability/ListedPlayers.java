package dev.tipoff.transforms.availability;

import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableSet;
import dev.tipoff.transforms.availability.ReportSource.Published;
import dev.tipoff.transforms.availability.ReportSource.Statement;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.feed.InjuryListing;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.roster.PlayerMatch;
import dev.tipoff.transforms.roster.PlayerMatch.Ambiguous;
import dev.tipoff.transforms.roster.PlayerMatch.Resolved;
import dev.tipoff.transforms.roster.PlayerMatch.Unresolved;
import dev.tipoff.transforms.roster.PlayerRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whom the reports of one game list, each player once. Of several listings of one player that of
 * the more trusted source counts, then the newer, then the one whose status comes first.
 */
final class ListedPlayers {
  private static final Comparator<Published> FIRST =
      comparing(Published::source)
          .thenComparing(Published::time, Comparator.reverseOrder())
          .thenComparing(row -> row.listing().getStatus())
          .thenComparing(row -> String.valueOf(row.listing().getTeam()))
          .thenComparing(row -> row.listing().getPlayerName())
          .thenComparing(row -> row.listing().getReason());

  private final ScheduledGame game;
  private final PlayerRegistry players;
  private final Map<PlayerKey, Published> listed = new TreeMap<>();
  private final Map<String, Failure> failures = new TreeMap<>();

  ListedPlayers(ScheduledGame game, PlayerRegistry players) {
    this.game = game;
    this.players = players;
  }

  /** Takes up what a report says of a team; gives how many it lists, known or not. */
  int read(Statement statement, TeamCode team) {
    Map<PlayerKey, Published> known = new TreeMap<>();
    Map<String, Failure> unknown = new TreeMap<>();
    statement.rows().stream()
        .filter(Published::isSubmitted)
        .sorted(FIRST)
        .forEach(
            row -> {
              InjuryListing listing = row.listing();
              PlayerMatch match =
                  players.lookup(
                      listing.getPlayerName(), game.getGameDate(), ImmutableSet.of(team));
              if (match instanceof Resolved resolved) {
                known.putIfAbsent(resolved.player(), row);
              } else if (match instanceof Ambiguous several) {
                unknown.putIfAbsent(
                    listing.getPlayerName(),
                    failure(
                        listing,
                        FailureCode.AMBIGUOUS_PLAYER,
                        "the name of several: " + several.candidates()));
              } else if (match instanceof Unresolved nobody) {
                unknown.putIfAbsent(
                    listing.getPlayerName(),
                    failure(
                        listing,
                        FailureCode.UNRESOLVED_PLAYER,
                        "nobody is known by the name; like it: " + nobody.suggestions()));
              }
            });
    known.forEach(
        (player, row) ->
            listed.merge(
                player, row, (one, other) -> FIRST.compare(one, other) <= 0 ? one : other));
    unknown.forEach((name, failure) -> failures.put(team + "|" + name, failure));
    return known.size() + unknown.size();
  }

  List<PlayerAvailability> players() {
    List<PlayerAvailability> rows = new ArrayList<>();
    listed.forEach((player, row) -> rows.add(availability(player, row)));
    return rows;
  }

  List<Failure> failures() {
    return List.copyOf(failures.values());
  }

  private PlayerAvailability availability(PlayerKey player, Published row) {
    InjuryListing listing = row.listing();
    TeamCode team = listing.getTeam() == game.getHome() ? game.getHome() : game.getAway();
    return PlayerAvailability.builder()
        .setGameDate(game.getGameDate())
        .setGameId(game.getGameId())
        .setPlayer(player)
        .setPlayerName(listing.getPlayerName())
        .setTeam(team)
        .setStatus(listing.getStatus())
        .setReason(listing.getReason())
        .setReportTime(row.time())
        .setSource(row.source().id())
        .setStandIn(false)
        .build();
  }

  private Failure failure(InjuryListing listing, FailureCode code, String message) {
    return Failure.of(
        ResolveAvailability.STEP,
        code,
        String.join(
            "|",
            listing.getSource(),
            game.getGameId(),
            String.valueOf(listing.getTeam()),
            listing.getPlayerName()),
        message,
        listing.toString(),
        game.getGameDate());
  }
}
