package dev.tipoff.io.documents;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.feed.InjuryListing;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.time.Instant;

/**
 * Reads the league's injury report, a PDF, into {@link FeedTables#INJURIES}: a row for each player
 * that is listed and for each team that has not submitted its list. A report without any is valid.
 * No parameter of the body is read: the report tells its own time and the days of its games, which
 * are those of the slate and of the next one.
 *
 * <p>Date, matchup and team are printed where they change, and hold for the rows that follow, over
 * pages too. Players are printed as "Last, First" and stored as "First Last".
 */
public final class NbaInjuryReport implements BodyParser {
  private static final ImmutableList<String> COLUMNS =
      ImmutableList.of(
          "Game Date", "Game Time", "Matchup", "Team", "Player Name", "Current Status", "Reason");

  private static final int DATE = 0;
  private static final int MATCHUP = 2;
  private static final int TEAM = 3;
  private static final int PLAYER = 4;
  private static final int STATUS = 5;
  private static final int REASON = 6;

  private static final ImmutableMap<String, InjuryStatus> STATUSES =
      ImmutableMap.of(
          "Out", InjuryStatus.OUT,
          "Doubtful", InjuryStatus.DOUBTFUL,
          "Questionable", InjuryStatus.QUESTIONABLE,
          "Probable", InjuryStatus.PROBABLE,
          "Available", InjuryStatus.AVAILABLE);

  private static final String NOT_SUBMITTED = "NOT YET SUBMITTED";

  private static final Pattern TITLE =
      Pattern.compile("Injury Report: (\\d{2}/\\d{2}/\\d{2} \\d{1,2}:\\d{2} [AP]M)");

  private static final Pattern FOOTER = Pattern.compile("Page (\\d+) of (\\d+)");
  private static final Pattern GAME = Pattern.compile("(\\S+)\\s*@\\s*(\\S+)");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM/dd/uu h:mm a", Locale.ENGLISH);

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/uuuu");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    List<List<PdfLine>> pages = PdfText.pages(body.bytes());
    Instant time = time(pages);
    checkPages(pages);
    String date = "";
    String matchup = "";
    String team = "";
    for (TableRow row :
        PdfTable.read(
            pages,
            line -> TITLE.matcher(line).matches() || FOOTER.matcher(line).matches(),
            COLUMNS,
            ImmutableList.of(STATUS, PLAYER, TEAM))) {
      date = newest(row.cell(DATE), date);
      // A new matchup without a team must not be taken for the last one's.
      team = newest(row.cell(TEAM), row.cell(MATCHUP).isEmpty() ? team : "");
      matchup = newest(row.cell(MATCHUP), matchup);
      try {
        rows.add(
            FeedTables.INJURIES,
            listing(row, date, matchup, team)
                .setSource(body.source())
                .setFiledDate(body.filedUnder())
                .setReportTime(time)
                .setReceivedTime(body.receivedTime())
                .build());
      } catch (BadBodyException e) {
        rows.fail(
            FailureCode.BAD_ENTRY,
            row.place(),
            String.valueOf(e.getMessage()),
            String.join(" | ", row.cells()));
      }
    }
  }

  private static String newest(String printed, String before) {
    return printed.isEmpty() ? before : printed;
  }

  private static Instant time(List<List<PdfLine>> pages) throws BadBodyException {
    for (PdfLine line : pages.get(0)) {
      Matcher title = TITLE.matcher(line.text());
      if (title.matches()) {
        try {
          return Instant.ofEpochMilli(
              LocalDateTime.parse(title.group(1), TIME)
                  .atZone(NEW_YORK)
                  .toInstant()
                  .toEpochMilli());
        } catch (DateTimeException e) {
          throw new BadBodyException("the report's time is none: '" + title.group(1) + "'");
        }
      }
    }
    throw new BadBodyException("not an injury report: the first page has no such title");
  }

  /** Refuses a report of which pages are lost, as far as pages say how many there are. */
  private static void checkPages(List<List<PdfLine>> pages) throws BadBodyException {
    for (List<PdfLine> page : pages) {
      for (PdfLine line : page) {
        Matcher footer = FOOTER.matcher(line.text());
        if (footer.matches() && !footer.group(2).equals(String.valueOf(pages.size()))) {
          throw new BadBodyException(
              "the report has " + pages.size() + " pages, but says '" + line.text() + "'");
        }
      }
    }
  }

  private static InjuryListing.Builder listing(
      TableRow row, String date, String matchup, String teamName) throws BadBodyException {
    Matcher game = GAME.matcher(matchup);
    if (!game.matches()) {
      throw new BadBodyException("'" + matchup + "' is no matchup like MIA@BOS");
    }
    TeamCode away = PrintedTeam.read(game.group(1));
    TeamCode home = PrintedTeam.read(game.group(2));
    TeamCode team = PrintedTeam.read(teamName);
    if (team != away && team != home) {
      throw new BadBodyException(team + " does not play in " + matchup);
    }
    InjuryListing.Builder listing =
        InjuryListing.builder()
            .setGameDate(day(date))
            .setTeam(team)
            .setOpponent(team == home ? away : home)
            .setPlayerId("");
    String status = row.cell(STATUS);
    if (row.cell(PLAYER).isEmpty()) {
      if (!status.isEmpty() || !row.cell(REASON).equals(NOT_SUBMITTED)) {
        throw new BadBodyException("neither a player nor " + NOT_SUBMITTED);
      }
      return listing
          .setPlayerName("")
          .setStatus(InjuryStatus.NOT_SUBMITTED)
          .setStatusText(NOT_SUBMITTED)
          .setReason("");
    }
    InjuryStatus known = STATUSES.get(status);
    if (known == null) {
      throw new BadBodyException("'" + status + "' is no status; known are " + STATUSES.keySet());
    }
    return listing
        .setPlayerName(name(row.cell(PLAYER)))
        .setStatus(known)
        .setStatusText(status)
        .setReason(row.cell(REASON));
  }

  private static String name(String printed) throws BadBodyException {
    int comma = printed.indexOf(',');
    String first = printed.substring(comma + 1).strip();
    if (comma <= 0 || first.isEmpty()) {
      throw new BadBodyException("'" + printed + "' is no name like 'Last, First'");
    }
    return first + " " + printed.substring(0, comma).strip();
  }

  private static GameDay day(String date) throws BadBodyException {
    try {
      return GameDay.of(LocalDate.parse(date, DAY));
    } catch (DateTimeException e) {
      throw new BadBodyException("'" + date + "' is no date like 01/10/2031");
    }
  }
}
