package dev.tipoff.io.sources;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.TeamCode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.joda.time.Instant;

/** The values that the addresses of sources have in braces. */
public final class SlateParameters {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter REPORT =
      DateTimeFormatter.ofPattern("hh_mma", Locale.ENGLISH);
  private static final Duration SNAPSHOT = Duration.ofMinutes(5);
  private static final Duration REPORT_EVERY = Duration.ofMinutes(15);

  /** The Google Drive folder that BigDataBall shares with its customers. */
  public static final String DRIVE_FOLDER = "drive_folder";

  /** Those that nothing but the settings of a run can tell. */
  public static final ImmutableSet<String> OF_SETTINGS = ImmutableSet.of(DRIVE_FOLDER);

  private SlateParameters() {}

  /**
   * Of a slate: its dates in the notations of sources, its first and last second in UTC, its
   * season, the snapshot of historical odds and the injury report that were newest at a time.
   */
  public static ImmutableMap<String, String> of(GameDay day, Instant asOf) {
    LocalDate date = day.date();
    Season season = Season.of(day);
    java.time.Instant time = java.time.Instant.ofEpochMilli(asOf.getMillis());
    ZonedDateTime report = floor(time, REPORT_EVERY).atZone(NEW_YORK);
    return ImmutableMap.<String, String>builder()
        .put("date", date.toString())
        .put("compact_date", date.format(COMPACT))
        .put("day_start", utc(date.atStartOfDay(NEW_YORK)))
        .put("day_end", utc(date.plusDays(1).atStartOfDay(NEW_YORK).minusSeconds(1)))
        .put("season", season.label())
        .put("season_start", String.valueOf(season.startYear()))
        .put("season_end", String.valueOf(season.startYear() + 1))
        .put("snapshot", floor(time, SNAPSHOT).toString())
        .put("report", report.toLocalDate() + "_" + report.format(REPORT))
        .buildOrThrow();
  }

  /** Of a team, by all that sources call it. */
  public static ImmutableMap<String, String> of(TeamCode team) {
    return TeamIds.of(team);
  }

  /** Of a game that a source named; without {@code tip_time} if that is not fixed. */
  public static ImmutableMap<String, String> of(FeedGame game) {
    ImmutableMap.Builder<String, String> parameters =
        ImmutableMap.<String, String>builder()
            .put("event_id", game.getEventId())
            .put("game_id", game.getGameId())
            .put("home", game.getHome().name())
            .put("away", game.getAway().name());
    Instant tip = game.getTipTime();
    return (tip == null ? parameters : parameters.put("tip_time", tip.toString())).buildOrThrow();
  }

  private static java.time.Instant floor(java.time.Instant time, Duration step) {
    long seconds = step.toSeconds();
    return java.time.Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
  }

  private static String utc(ZonedDateTime time) {
    return time.toInstant().toString();
  }
}
