package dev.tipoff.transforms.failure;

/** What can go wrong with one input, and whether trying again can help. */
public enum FailureCode {
  /** A file's row that cannot be read: wrong type, impossible number, unknown team. */
  BAD_ROW(false),
  /** A file that cannot be read at all: missing, empty, without the expected columns. */
  BAD_FILE(false),
  /** The same row a second time. */
  DUPLICATE_ROW(false),
  /** Rows with one key that say different things; none of them is stored. */
  CONFLICTING_ROWS(false),
  /** A body that is not what its source sends: HTML, cut JSON, a wrong shape, an error object. */
  BAD_BODY(false),
  /** An entry inside a good body that cannot be read: a wrong type, a missing name. */
  BAD_ENTRY(false),
  /** A source's field that nobody knows, or one that is gone. What can be read is loaded. */
  SCHEMA_DRIFT(false),
  /** A body that our own parser stumbled over. */
  PARSER_FAULT(false),
  /** A source refuses us: a wrong key, or no right to the data. */
  UNAUTHORIZED(false),
  /** The provider's quota is used up; no call that costs goes out. */
  QUOTA_EXHAUSTED(true),
  /** What was asked for is not there. */
  NOT_FOUND(false),
  /** A source does not understand what we ask. */
  CALL_REJECTED(false),
  /** A source wants fewer calls, and still does after waiting. */
  RATE_LIMITED(true),
  /** A source fails, and still does after waiting. */
  SOURCE_DOWN(true),
  /** No answer within the deadline. */
  CALL_TIMEOUT(true),
  /** The connection broke, or the answer was cut. */
  CONNECTION_LOST(true),
  /** An answer larger than any that the source sends. */
  BODY_TOO_LARGE(false),
  /** A redirect in a circle, too many of them, or to where nothing may be sent. */
  BAD_REDIRECT(false),
  /** A body packed in another way than its headers say. */
  BAD_ENCODING(false),
  /** Not asked, since the provider failed too often just before. */
  PROVIDER_PAUSED(true),
  /** A call that the budget did not allow. */
  NOT_FETCHED(true),
  /** Most of a provider's budget is used. */
  QUOTA_WARNING(true),
  /** A scrape that does not cover all that its slate needs. */
  INCOMPLETE_SCRAPE(true),
  /** An offer inside a good body that cannot be used: no line, no price, an impossible one. */
  BAD_OFFER(false),
  /** An offer with only one of over and under, which cannot be de-vigged. */
  ONE_SIDED_OFFER(false),
  /** A body filed under another day than its game's. */
  WRONG_SLATE(false),
  /** A name that no known player has. */
  UNRESOLVED_PLAYER(false),
  /** A name that several players of the game have. */
  AMBIGUOUS_PLAYER(false),
  /** A slate some of whose players with a line have no key. */
  PLAYER_COVERAGE(true),
  /** A line whose teams do not play on its day. */
  UNMATCHED_GAME(false),
  /** A line whose teams play twice on its day. */
  AMBIGUOUS_GAME(false),
  /** A line of a game whose tip-off nobody states, so that nobody can tell it was pregame. */
  UNKNOWN_TIP(false),
  /** A line taken at or after the tip. */
  LATE_LINE(false),
  /** An official comment on somebody who did not play whose meaning nobody knows. */
  UNKNOWN_COMMENT(false),
  /** A listing of a source of which nobody knows what its reports cover. */
  UNKNOWN_SOURCE(false),
  /** Something inferred after a game, on its way to where only what was known before may be. */
  STAND_IN_REFUSED(false),
  /** A player with a line whose team in the game is not known. */
  UNKNOWN_TEAM(false),
  /** A finished game without the box score, or with a part of the minutes, of a team. */
  INCOMPLETE_BOX_SCORE(false),
  /** Players' points that do not add up to the final score. */
  SCORE_MISMATCH(false),
  /** A play-by-play with many shots more or fewer than the box score. */
  PLAY_BY_PLAY_MISFIT(false),
  /** A feature that cannot be right: an input is wrong. */
  FEATURE_OUT_OF_RANGE(false),
  /** Critical: a column without a value in any row of a slate that must have some. */
  EMPTY_COLUMN(false),
  /** Critical: a column with one value in all rows of a slate that must have several. */
  CONSTANT_COLUMN(false),
  /** A slate with too few of the players that it should have: a warning. */
  SLATE_COVERAGE_LOW(true),
  /** Critical: a slate with far too few of the players that it should have. */
  SLATE_COVERAGE_CRITICAL(true),
  /** A team too many of whose finished games have no box scores: a source is missing. */
  INCOMPLETE_HISTORY(true),
  /** A line without features: the player has no history, or precompute has not run. */
  MISSING_FEATURES(false),
  /** Several feature rows for one player and game. */
  DUPLICATE_FEATURES(false),
  /** A line without game context. */
  MISSING_CONTEXT(false),
  /** Several context rows for one player and game. */
  DUPLICATE_CONTEXT(false),
  /** Features that know a report later than the as-of time of a prediction. */
  LATE_REPORT(false),
  /** A prediction asked for at or after the tip. */
  PAST_TIP(false),
  /** A player with too little history for a system to say anything. */
  NO_HISTORY(false),
  /** A slate that the models learned from: they say nothing about it. */
  MODEL_KNOWS_SLATE(false),
  /** Too few games of the past to train a model from. */
  TOO_FEW_EXAMPLES(false),
  /** A table of a slate with other rows than its own phase said it wrote: that run died. */
  INCOMPLETE_INPUT(true),
  /** A run that started and was not heard of again by its deadline. */
  LOST_RUN(true),
  /** A run that a slate should have had by now and has not. */
  MISSING_RUN(true),
  /** A row that no warehouse takes: a text that is too long, a date beyond the year 9999. */
  UNSTORABLE_ROW(false),
  /** A row that the warehouse refused. */
  REJECTED_ROW(false);

  private final boolean isTransient;

  FailureCode(boolean isTransient) {
    this.isTransient = isTransient;
  }

  /** Whether the same input may succeed later without anybody changing anything. */
  public boolean isTransient() {
    return isTransient;
  }
}
