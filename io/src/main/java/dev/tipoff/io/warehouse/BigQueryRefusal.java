package dev.tipoff.io.warehouse;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.common.base.CharMatcher;
import java.util.Set;

/** What a refusal of BigQuery means. */
final class BigQueryRefusal {
  /** Of an answer that is no HTTP. */
  private static final int NONE = 0;

  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;

  /** What a 403 says when it is not about rights. */
  private static final Set<String> LIMITS = Set.of("rateLimitExceeded", "backendError");

  private BigQueryRefusal() {}

  /** Whether the same call may succeed a moment later. */
  static boolean isTransient(GoogleJsonResponseException refused) {
    int status = refused.getStatusCode();
    return status == NONE
        || status == TOO_MANY
        || status >= 500
        || (status == FORBIDDEN && LIMITS.contains(reasonCode(refused)));
  }

  private static String reasonCode(GoogleJsonResponseException refused) {
    GoogleJsonError details = refused.getDetails();
    return details == null || details.getErrors() == null || details.getErrors().isEmpty()
        ? ""
        : String.valueOf(details.getErrors().get(0).getReason());
  }

  /** In words, on one line: what BigQuery said, or what else went wrong. */
  static String reason(Throwable cause) {
    if (!(cause instanceof GoogleJsonResponseException refused)) {
      return CharMatcher.breakingWhitespace().trimAndCollapseFrom(cause.toString(), ' ');
    }
    if (refused.getStatusCode() == NONE) {
      return "the answer is no HTTP";
    }
    GoogleJsonError details = refused.getDetails();
    return refused.getStatusCode()
        + " "
        + (details == null
            ? refused.getStatusMessage()
            : reasonCode(refused) + ": " + details.getMessage());
  }
}
