package dev.tipoff.transforms.failure;

import static dev.tipoff.transforms.failure.Severity.CRITICAL;
import static dev.tipoff.transforms.failure.Severity.INFO;
import static dev.tipoff.transforms.failure.Severity.WARNING;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * What can go wrong with one input: whether trying again can help, how urgent one of it is and how
 * many in a run are more urgent, and where {@code docs/runbook.md} says what to do about it. It is
 * critical if what is published is or will be wrong, late or missing because of it, or if nobody
 * would hear of that.
 */
public enum FailureCode {
  /** A file's row that cannot be read: wrong type, impossible number, unknown team. */
  BAD_ROW(false, WARNING, 1_000),
  /** A file that cannot be read to its end, or that is not the one its name says. */
  BAD_FILE(false, WARNING, 20),
  /** The same row a second time. */
  DUPLICATE_ROW(false, INFO, 1_000),
  /** Rows with one key that say different things; none of them is stored. */
  CONFLICTING_ROWS(false, WARNING, 100),
  /** A body that is not what its source sends: HTML, cut JSON, a wrong shape, an error object. */
  BAD_BODY(false, WARNING, 20),
  /** An entry inside a good body that cannot be read: a wrong type, a missing name. */
  BAD_ENTRY(false, WARNING, 500),
  /** A source's field that nobody knows, or one that is gone. What can be read is loaded. */
  SCHEMA_DRIFT(false, WARNING),
  /** A body that our own parser stumbled over. */
  PARSER_FAULT(false, WARNING, 20),
  /** A source refuses us: a wrong key, or no right to the data. */
  UNAUTHORIZED(false, CRITICAL),
  /** The provider's quota is used up; no call that costs goes out. */
  QUOTA_EXHAUSTED(true, CRITICAL),
  /** What was asked for is not there. */
  NOT_FOUND(false, WARNING, 50),
  /** A source does not understand what we ask. */
  CALL_REJECTED(false, WARNING, 20),
  /** A source wants fewer calls, and still does after waiting. */
  RATE_LIMITED(true, WARNING, 20),
  /** A source fails, and still does after waiting. */
  SOURCE_DOWN(true, WARNING, 20),
  /** No answer within the deadline. */
  CALL_TIMEOUT(true, WARNING, 20),
  /** The connection broke, or the answer was cut. */
  CONNECTION_LOST(true, WARNING, 20),
  /** An answer larger than any that the source sends. */
  BODY_TOO_LARGE(false, WARNING, 20),
  /** A redirect in a circle, too many of them, or to where nothing may be sent. */
  BAD_REDIRECT(false, WARNING, 20),
  /** A body packed in another way than its headers say. */
  BAD_ENCODING(false, WARNING, 20),
  /** Not asked, since the provider failed too often just before. */
  PROVIDER_PAUSED(true, WARNING, 20),
  /** A call that the budget did not allow. */
  NOT_FETCHED(true, WARNING),
  /** Most of a provider's budget is used. */
  QUOTA_WARNING(true, WARNING),
  /** A scrape that does not cover all that its slate needs. */
  INCOMPLETE_SCRAPE(true, WARNING),
  /** An offer inside a good body that cannot be used: no line, no price, an impossible one. */
  BAD_OFFER(false, INFO, 100),
  /** An offer with only one of over and under, which cannot be de-vigged. */
  ONE_SIDED_OFFER(false, INFO, 500),
  /** A body filed under another day than its game's. */
  WRONG_SLATE(false, WARNING),
  /** A name that no known player has. */
  UNRESOLVED_PLAYER(false, WARNING, 500),
  /** A name that several players of the game have. */
  AMBIGUOUS_PLAYER(false, WARNING, 500),
  /** A slate some of whose players with a line have no key. */
  PLAYER_COVERAGE(true, WARNING),
  /** A line whose teams do not play on its day. */
  UNMATCHED_GAME(false, WARNING, 500),
  /** A line whose teams play twice on its day. */
  AMBIGUOUS_GAME(false, WARNING, 500),
  /** A line of a game whose tip-off nobody states, so that nobody can tell it was pregame. */
  UNKNOWN_TIP(false, WARNING, 500),
  /** A line taken at or after the tip. */
  LATE_LINE(false, INFO, 500),
  /** An official comment on somebody who did not play whose meaning nobody knows. */
  UNKNOWN_COMMENT(false, INFO, 20),
  /** A listing of a source of which nobody knows what its reports cover. */
  UNKNOWN_SOURCE(false, WARNING),
  /** Something inferred after a game, on its way to where only what was known before may be. */
  STAND_IN_REFUSED(false, CRITICAL),
  /** A player with a line whose team in the game is not known. */
  UNKNOWN_TEAM(false, WARNING),
  /** A finished game without the box score, or with a part of the minutes, of a team. */
  INCOMPLETE_BOX_SCORE(false, WARNING, 20),
  /** Players' points that do not add up to the final score. */
  SCORE_MISMATCH(false, WARNING, 20),
  /** A play-by-play with many shots more or fewer than the box score. */
  PLAY_BY_PLAY_MISFIT(false, WARNING),
  /** A feature that cannot be right: an input is wrong. */
  FEATURE_OUT_OF_RANGE(false, WARNING, 50),
  /** A column without a value in any row of a slate that must have some. */
  EMPTY_COLUMN(false, CRITICAL),
  /** A column with one value in all rows of a slate that must have several. */
  CONSTANT_COLUMN(false, CRITICAL),
  /** A slate with too few of the players that it should have. */
  SLATE_COVERAGE_LOW(true, WARNING),
  /** A slate with far too few of the players that it should have. */
  SLATE_COVERAGE_CRITICAL(true, CRITICAL),
  /** A team too many of whose finished games have no box scores: a source is missing. */
  INCOMPLETE_HISTORY(true, WARNING, 50),
  /** A line without features: the player has no history, or precompute has not run. */
  MISSING_FEATURES(false, WARNING, 50),
  /** Several feature rows for one player and game. */
  DUPLICATE_FEATURES(false, WARNING, 50),
  /** A line without game context. */
  MISSING_CONTEXT(false, WARNING, 50),
  /** Several context rows for one player and game. */
  DUPLICATE_CONTEXT(false, WARNING, 50),
  /** Features that know a report later than the as-of time of a prediction. */
  LATE_REPORT(false, CRITICAL),
  /** A prediction asked for at or after the tip. */
  PAST_TIP(false, INFO, 1_000),
  /** A player with too little history for a system to say anything. */
  NO_HISTORY(false, INFO, 100),
  /** A slate that the models learned from: they say nothing about it. */
  MODEL_KNOWS_SLATE(false, CRITICAL),
  /** Too few games of the past to train a model from. */
  TOO_FEW_EXAMPLES(false, WARNING),
  /** A table of a slate with other rows than its own phase said it wrote: that run died. */
  INCOMPLETE_INPUT(true, CRITICAL),
  /** A run that started and was not heard of again by its deadline. */
  LOST_RUN(true, CRITICAL),
  /** A run that a slate should have had by now and has not. */
  MISSING_RUN(true, CRITICAL),
  /** A run that ended badly: with an error, or at its deadline. */
  RUN_FAILED(true, CRITICAL),
  /** A step's own code stumbled over a row; the other rows went on. */
  STEP_FAULT(false, WARNING, 20),
  /** A source without a complete scrape within its cadence. */
  STALE_SOURCE(true, WARNING),
  /** A game that is about to begin and of which no book has a line. */
  MISSING_LINES(true, CRITICAL),
  /** The models that predict learned too long ago. */
  STALE_MODEL(false, WARNING),
  /** A secret that nobody has provided. */
  MISSING_SECRET(false, CRITICAL),
  /** A secret that is there and that this identity may not read. */
  SECRET_DENIED(false, CRITICAL),
  /** Alerts that were held back, since there were too many of their kind: the digest of them. */
  ALERTS_HELD(true, WARNING),
  /** An alert that a channel has not taken for too long. */
  ALERT_NOT_SENT(true, CRITICAL),
  /** A row that no warehouse takes: a text that is too long, a date beyond the year 9999. */
  UNSTORABLE_ROW(false, CRITICAL),
  /** A row that the warehouse refused. */
  REJECTED_ROW(false, CRITICAL);

  private static final int NEVER = Integer.MAX_VALUE;

  private final boolean isTransient;
  private final Severity severity;
  private final int many;

  FailureCode(boolean isTransient, Severity severity) {
    this(isTransient, severity, NEVER);
  }

  FailureCode(boolean isTransient, Severity severity, int many) {
    this.isTransient = isTransient;
    this.severity = severity;
    this.many = many;
  }

  /** Whether the same input may succeed later without anybody changing anything. */
  public boolean isTransient() {
    return isTransient;
  }

  /**
   * How urgent it is that a run has met this so often: a degree more where it is many.
   *
   * @param count failures of a step with this code in one run
   */
  public Severity severity(long count) {
    return count >= many ? severity.next() : severity;
  }

  /** From how many on in one run it is a degree more urgent; absent if it never is. */
  public OptionalLong many() {
    return many == NEVER ? OptionalLong.empty() : OptionalLong.of(many);
  }

  /** The anchor of its paragraph in {@code docs/runbook.md}, {@code bad_row} for instance. */
  public String anchor() {
    return name().toLowerCase(Locale.ROOT);
  }
}
