package dev.tipoff.transforms.availability;

import dev.tipoff.transforms.feed.InjuryListing;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.joda.time.Duration;
import org.joda.time.Instant;

/**
 * The sources that say who is hurt, whom to believe first: when each says what it says, which of
 * its listings are its newest report, and of which teams a report speaks.
 */
enum ReportSource {
  /**
   * The league's report: a document that says when it was published, of the games of a slate. A
   * team that had to report and lists nobody has nobody to list.
   */
  OFFICIAL("nbac_injury_report"),
  /** A list of all the league's injured, page by page, as of when it was received. */
  BALLDONTLIE("bdl_injuries"),
  /** A page a team, as of when it was received. One without injured players leaves no listing. */
  ESPN("espn_roster");

  /** How long the pages of one list take to come, which is far shorter than until the next list. */
  private static final Duration PAGES = Duration.standardMinutes(10);

  private final String id;

  ReportSource(String id) {
    this.id = id;
  }

  /** The id in the catalogue. */
  String id() {
    return id;
  }

  /** Whether its listings say which game they are about. */
  boolean namesGames() {
    return this == OFFICIAL;
  }

  static Optional<ReportSource> of(InjuryListing listing) {
    return Arrays.stream(values())
        .filter(source -> source.id.equals(listing.getSource()))
        .findFirst();
  }

  /**
   * When the world could read it. A document that is printed with its time could be read then,
   * whenever we asked for it; what a page of today says of an injury of last week was not there
   * last week.
   */
  Instant published(InjuryListing listing) {
    Instant said = listing.getReportTime();
    Instant received = listing.getReceivedTime();
    return this == OFFICIAL || said.isAfter(received) ? said : received;
  }

  /**
   * What the newest report says of a team; empty if it does not speak of it.
   *
   * @param seen all that the source has published of the slate, each game's where it names one
   * @param plays the game of the team; the only one unless the source {@linkplain #namesGames
   *     names} its games
   */
  Optional<Statement> newest(Collection<Published> seen, ScheduledGame plays, TeamCode team) {
    return switch (this) {
      case OFFICIAL ->
          report(seen, Duration.ZERO)
              .map(report -> report.only(row -> row.isOf(plays)))
              .filter(report -> covers(report, team))
              .map(report -> report.only(row -> row.isOf(team)));
      case BALLDONTLIE -> report(seen, PAGES).map(report -> report.only(row -> row.isOf(team)));
      case ESPN -> report(seen.stream().filter(row -> row.isOf(team)).toList(), Duration.ZERO);
    };
  }

  private static boolean covers(Statement report, TeamCode team) {
    return report.rows().stream().anyMatch(row -> row.isOf(team))
        ? report.rows().stream().anyMatch(row -> row.isOf(team) && row.isSubmitted())
        : report.rows().stream().anyMatch(Published::isSubmitted);
  }

  private Optional<Statement> report(Collection<Published> seen, Duration span) {
    return seen.stream()
        .map(Published::time)
        .max(Comparator.naturalOrder())
        .map(
            time ->
                new Statement(
                    this,
                    time,
                    seen.stream().filter(row -> !row.time().isBefore(time.minus(span))).toList()));
  }

  /**
   * A listing with what is known of it beside what it says.
   *
   * @param time when it was published
   * @param gameId the scheduled game that it is about; empty if there is none
   */
  record Published(InjuryListing listing, ReportSource source, Instant time, String gameId) {
    boolean isOf(ScheduledGame game) {
      return gameId.equals(game.getGameId());
    }

    boolean isOf(TeamCode team) {
      return listing.getTeam() == team;
    }

    boolean isSubmitted() {
      return listing.getStatus() != InjuryStatus.NOT_SUBMITTED;
    }
  }

  /**
   * Listings of one report.
   *
   * @param time when the report was published
   */
  record Statement(ReportSource source, Instant time, List<Published> rows) {
    Statement only(Predicate<Published> wanted) {
      return new Statement(source, time, rows.stream().filter(wanted).toList());
    }
  }
}
