package dev.tipoff.transforms.availability;

import dev.tipoff.transforms.availability.ReportSource.Published;
import dev.tipoff.transforms.availability.ReportSource.Statement;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.feed.InjuryListing;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.GameTip;
import dev.tipoff.transforms.roster.PlayerRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Duration;
import org.joda.time.Instant;

/** What the reports of one slate say of its games, each as of its tip. */
final class SlateReports {
  /** Before it no game of the league has begun: what bounds reports of a game without a tip. */
  private static final int NOON = 12;

  private static final String NO_GAME = "";

  private static final Comparator<InjuryListing> ORDER =
      Comparator.comparing(InjuryListing::getReportTime)
          .thenComparing(InjuryListing::getReceivedTime)
          .thenComparing(InjuryListing::toString);

  private final GameDay day;
  private final PlayerRegistry players;
  private final StandInReports standIns;
  private final Map<String, ScheduledGame> games = new TreeMap<>();
  private final Map<String, Instant> tips = new TreeMap<>();
  private final @Nullable Instant asOf;
  private final Duration lead;
  private final List<PlayerAvailability> availability = new ArrayList<>();
  private final List<TeamReport> teams = new ArrayList<>();
  private final Map<String, Failure> failures = new TreeMap<>();

  /**
   * @param asOf nothing later counts; absent if the tips alone say what is too late
   * @param lead how long before its tip a game's reports end
   */
  SlateReports(
      GameDay day,
      Iterable<ScheduledGame> schedule,
      Iterable<GameTip> tipTimes,
      PlayerRegistry players,
      StandInReports standIns,
      @Nullable Instant asOf,
      Duration lead) {
    this.day = day;
    this.players = players;
    this.standIns = standIns;
    this.asOf = asOf;
    this.lead = lead;
    schedule.forEach(game -> games.put(game.getGameId(), game));
    tipTimes.forEach(
        tip ->
            tips.merge(
                tip.getGameId(),
                tip.getTipTime(),
                (one, other) -> one.isBefore(other) ? one : other));
  }

  List<PlayerAvailability> players() {
    return List.copyOf(availability);
  }

  List<TeamReport> teams() {
    return List.copyOf(teams);
  }

  List<Failure> failures() {
    return List.copyOf(failures.values());
  }

  /** Takes up all listings of the slate at once. */
  void read(List<InjuryListing> listings) {
    List<Published> published = new ArrayList<>();
    for (InjuryListing listing : listings.stream().distinct().sorted(ORDER).toList()) {
      Optional<ReportSource> source = ReportSource.of(listing);
      if (source.isPresent()) {
        Instant time = source.get().published(listing);
        if (isKnown(time)) {
          published.add(new Published(listing, source.get(), time, gameOf(listing)));
        }
      } else if (isKnown(ReportSource.ESPN.published(listing))) {
        fail(listing, FailureCode.UNKNOWN_SOURCE, "nobody knows what its reports cover");
      }
    }
    for (ScheduledGame game : games.values()) {
      Instant end = end(game);
      resolve(game, published.stream().filter(row -> row.time().isBefore(end)).toList());
    }
  }

  private void resolve(ScheduledGame game, List<Published> seen) {
    ListedPlayers listed = new ListedPlayers(game, players);
    List<PlayerAvailability> inferred = new ArrayList<>();
    Instant tip = tips.get(game.getGameId());
    for (TeamCode team : List.of(game.getHome(), game.getAway())) {
      Optional<Statement> statement = newest(seen, game, team);
      if (statement.isPresent()) {
        teams.add(report(game, team, statement.get(), listed.read(statement.get(), team)));
      } else {
        standIns
            .of(game, team, tip, lead.equals(Duration.ZERO) ? asOf : earlier(asOf, end(game)))
            .ifPresent(
                rows -> {
                  teams.add(StandInReports.report(game, team, tip, rows));
                  inferred.addAll(rows);
                });
      }
    }
    listed.failures().forEach(failure -> failures.put(failure.getFailureId(), failure));
    Set<PlayerKey> known =
        listed.players().stream().map(PlayerAvailability::getPlayer).collect(Collectors.toSet());
    availability.addAll(listed.players());
    inferred.stream().filter(row -> known.add(row.getPlayer())).forEach(availability::add);
  }

  private Optional<Statement> newest(List<Published> seen, ScheduledGame game, TeamCode team) {
    boolean onlyGame = games.values().stream().filter(other -> other.involves(team)).count() == 1;
    return Arrays.stream(ReportSource.values())
        .filter(source -> onlyGame || source.namesGames())
        .flatMap(
            source ->
                source
                    .newest(
                        seen.stream().filter(row -> row.source() == source).toList(), game, team)
                    .stream())
        .findFirst();
  }

  private static TeamReport report(
      ScheduledGame game, TeamCode team, Statement statement, int listed) {
    return TeamReport.builder()
        .setGameDate(game.getGameDate())
        .setGameId(game.getGameId())
        .setTeam(team)
        .setReportTime(statement.time())
        .setSource(statement.source().id())
        .setStandIn(false)
        .setPlayersListed(listed)
        .build();
  }

  /** What is published from then on is too late for a game. */
  private Instant end(ScheduledGame game) {
    return tips.getOrDefault(game.getGameId(), noon()).minus(lead);
  }

  private static Instant earlier(@Nullable Instant one, Instant other) {
    return one != null && one.isBefore(other) ? one : other;
  }

  private boolean isKnown(Instant published) {
    return asOf == null || !published.isAfter(asOf);
  }

  private Instant noon() {
    return day.firstInstant().toDateTime(GameDay.ZONE).withTime(NOON, 0, 0, 0).toInstant();
  }

  /** The game that a listing is about; empty if its team does not play, or nobody can tell. */
  private String gameOf(InjuryListing listing) {
    TeamCode team = listing.getTeam();
    TeamCode opponent = listing.getOpponent();
    if (team == null) {
      return NO_GAME;
    }
    List<String> found =
        games.values().stream()
            .filter(game -> game.involves(team) && (opponent == null || game.involves(opponent)))
            .map(ScheduledGame::getGameId)
            .toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.size() > 1) {
      fail(listing, FailureCode.AMBIGUOUS_GAME, "plays more than once: " + found);
    } else if (opponent != null) {
      fail(listing, FailureCode.UNMATCHED_GAME, "the schedule has no game against " + opponent);
    }
    return NO_GAME;
  }

  /** One failure of a source, team and message, whatever the number of its listings. */
  private void fail(InjuryListing listing, FailureCode code, String message) {
    Failure failure =
        Failure.of(
            ResolveAvailability.STEP,
            code,
            String.join(
                "|", listing.getSource(), day.toString(), String.valueOf(listing.getTeam())),
            message,
            listing.toString(),
            day);
    failures.putIfAbsent(failure.getFailureId(), failure);
  }
}
