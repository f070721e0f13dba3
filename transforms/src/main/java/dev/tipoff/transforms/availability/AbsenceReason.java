package dev.tipoff.transforms.availability;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a listed player did not play, by the official comment that box scores give afterwards. Those
 * that a team tells the league before a game may stand in for its injury report; what the coach
 * decides in the game may never.
 */
public enum AbsenceReason {
  INJURY_OR_ILLNESS(true),
  CONCUSSION_PROTOCOL(true),
  RECONDITIONING(true),
  HEALTH_AND_SAFETY(true),
  /** Announced before the game: the league fines teams that do not. */
  REST(true),
  PERSONAL(true),
  NOT_WITH_TEAM(true),
  TRADE(true),
  SUSPENSION(true),
  COACHS_DECISION(false),
  NO_MINUTES(false),
  /** There is no comment. */
  UNSTATED(false);

  /**
   * How far from dressing he was, and why: {@code DND - Injury/Illness}, {@code NWT_TEAM_SUSPENSION
   * }, {@code DND-Return to Competition Reconditioning}. What stands behind a comma, a semicolon, a
   * bracket or a dash is about the injury.
   */
  private static final Pattern COMMENT =
      Pattern.compile("(?:DNP|DND|NWT)(?: ?- ?| )([^,;(]+?)(?: - .*|[,;(].*)?");

  private static final ImmutableMap<String, AbsenceReason> SPELLINGS =
      ImmutableMap.<String, AbsenceReason>builder()
          .put("INJURY/ILLNESS", INJURY_OR_ILLNESS)
          .put("CONCUSSION PROTOCOL", CONCUSSION_PROTOCOL)
          .put("RETURN TO COMPETITION RECONDITIONING", RECONDITIONING)
          .put("HEALTH AND SAFETY PROTOCOLS", HEALTH_AND_SAFETY)
          .put("REST", REST)
          .put("PERSONAL", PERSONAL)
          .put("NOT WITH TEAM", NOT_WITH_TEAM)
          .put("TRADE", TRADE)
          .put("TRADE PENDING", TRADE)
          .put("LEAGUE SUSPENSION", SUSPENSION)
          .put("TEAM SUSPENSION", SUSPENSION)
          .put("COACH'S DECISION", COACHS_DECISION)
          .buildOrThrow();

  private static final String NOBODY_WROTE = "NO MINUTES";

  private final boolean announced;

  AbsenceReason(boolean announced) {
    this.announced = announced;
  }

  /** Whether the team had to say so before the game. */
  public boolean isAnnounced() {
    return announced;
  }

  /** What a comment means; empty if nobody knows, which is not the same as {@link #UNSTATED}. */
  public static Optional<AbsenceReason> parse(String comment) {
    String text =
        comment
            .replace('_', ' ')
            .replace('’', '\'')
            .strip()
            .replaceAll("\\s+", " ")
            .toUpperCase(Locale.ROOT);
    if (text.isEmpty()) {
      return Optional.of(UNSTATED);
    }
    if (text.equals(NOBODY_WROTE)) {
      return Optional.of(NO_MINUTES);
    }
    Matcher parts = COMMENT.matcher(text);
    return parts.matches()
        ? Optional.ofNullable(SPELLINGS.get(parts.group(1).strip()))
        : Optional.empty();
  }
}
