package dev.tipoff.io.http;

import com.google.common.base.CharMatcher;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tells others something by POST. A request goes out once, no redirect is followed, and the call
 * has ended by the deadline even if the other side trickles its answer. Any number of threads may
 * post.
 */
public final class PostClient implements AutoCloseable {
  /** What is read of an answer; all that matters of it is its status. */
  private static final int ANSWER_BYTES = 4 * 1_024;

  /** What a fault repeats of an answer. */
  private static final int QUOTED_CHARACTERS = 200;

  private static final CharMatcher SPACE =
      CharMatcher.whitespace().or(CharMatcher.javaIsoControl());

  private final Wire wire = new Wire();
  private final Duration deadline;

  /**
   * @param deadline for each request, from connecting to the answer's last byte
   */
  public PostClient(Duration deadline) {
    this.deadline = deadline;
  }

  /**
   * Sends a request.
   *
   * @param redaction of what the request has of secrets, which the other side may repeat
   * @return why the other side has not taken it; empty if it has, by a status of 2xx without a page
   *     of HTML, which a gateway on the way answers in its place
   */
  public Optional<HttpFault> post(HttpRequest request, Redaction redaction)
      throws InterruptedException {
    Reply reply = wire.send(request, deadline, deadline, ANSWER_BYTES);
    OptionalInt status = reply.status();
    if (status.isEmpty()) {
      return Optional.of(Verdict.lost(reply, redaction));
    }
    int code = status.getAsInt();
    if (!StatusRules.isSuccess(code)) {
      return Optional.of(
          HttpFault.of(StatusRules.faultOf(code), "status " + code + quoted(reply, redaction)));
    }
    return HttpBody.wrap(reply.bytes(), false).looksLike(MediaKind.HTML)
        ? Optional.of(
            HttpFault.of(
                HttpFault.Code.WRONG_MEDIA,
                "status " + code + " with somebody else's page" + quoted(reply, redaction)))
        : Optional.empty();
  }

  private static String quoted(Reply reply, Redaction redaction) {
    if (reply.header("content-encoding") != null) {
      // Nobody can tell whether a secret is in it.
      return "";
    }
    byte[] safe = redaction.body(reply.bytes(), reply.ending() == Reply.Ending.WHOLE);
    String line = SPACE.trimAndCollapseFrom(new String(safe, StandardCharsets.UTF_8), ' ');
    return line.isEmpty()
        ? ""
        : ": " + line.substring(0, Math.min(line.length(), QUOTED_CHARACTERS));
  }

  /** Breaks off what is open. */
  @Override
  public void close() {
    wire.close();
  }
}
