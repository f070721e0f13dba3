package dev.tipoff.io.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.OptionalInt;

/** What a reply means for its call. */
final class Verdict {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String OUT_OF_CREDITS = "OUT_OF_USAGE_CREDITS";
  private static final int UNAUTHORIZED = 401;

  private final SignedCall call;
  private final int maxBodyBytes;

  Verdict(SignedCall call, int maxBodyBytes) {
    this.call = call;
    this.maxBodyBytes = maxBodyBytes;
  }

  /** What a reply means that leads nowhere else. */
  Attempt of(Reply reply) {
    OptionalInt status = reply.status();
    if (status.isEmpty()) {
      return failed(reply, HttpBody.EMPTY, lost(reply, call.redaction()), true);
    }
    int code = status.getAsInt();
    boolean isSuccess = StatusRules.isSuccess(code);
    ContentCoding.Decoded decoded =
        ContentCoding.decode(
            reply.bytes(),
            reply.header("content-encoding"),
            isSuccess ? maxBodyBytes : BodyReader.ERROR_LIMIT);
    HttpBody body = body(reply, decoded);
    StatusRules rules = call.call().statusRules();
    if (rules.isNoData(code)) {
      return good(HttpAnswer.Outcome.NO_DATA, code, reply, body);
    }
    if (!isSuccess) {
      HttpFault.Code fault =
          isOutOfCredits(code, body) ? HttpFault.Code.QUOTA_EXHAUSTED : StatusRules.faultOf(code);
      return failed(reply, body, HttpFault.of(fault, "status " + code), rules.isTransient(code));
    }
    return switch (reply.ending()) {
      case BROKEN, LATE -> failed(reply, body, lost(reply, call.redaction()), true);
      case CUT_OFF -> failed(reply, body, tooLarge("sent"), false);
      case WHOLE -> complete(code, reply, body, decoded.result());
    };
  }

  private Attempt complete(int status, Reply reply, HttpBody body, ContentCoding.Result result) {
    return switch (result) {
      case TOO_LARGE -> failed(reply, body, tooLarge("decompressed"), false);
      case BROKEN ->
          failed(
              reply,
              body,
              HttpFault.of(
                  HttpFault.Code.BAD_ENCODING,
                  "the body is not, or not only, what its Content-Encoding says: "
                      + reply.keptHeaders(call.redaction()).get("content-encoding")),
              false);
      case WHOLE -> whole(status, reply, body);
    };
  }

  private Attempt whole(int status, Reply reply, HttpBody body) {
    MediaKind expected = call.call().expected();
    if (body.size() == 0) {
      return good(HttpAnswer.Outcome.NO_DATA, status, reply, body);
    }
    return body.looksLike(expected)
        ? good(HttpAnswer.Outcome.FETCHED, status, reply, body)
        : failed(
            reply,
            body,
            HttpFault.of(HttpFault.Code.WRONG_MEDIA, "the body does not begin like " + expected),
            false);
  }

  /** The fault of a redirect that is not followed. */
  Attempt of(Reply redirect, BadRedirectException why) {
    ContentCoding.Decoded decoded =
        ContentCoding.decode(
            redirect.bytes(), redirect.header("content-encoding"), BodyReader.ERROR_LIMIT);
    return failed(
        redirect,
        body(redirect, decoded),
        HttpFault.of(HttpFault.Code.BAD_REDIRECT, String.valueOf(why.getMessage())),
        false);
  }

  private HttpBody body(Reply reply, ContentCoding.Decoded decoded) {
    if (decoded.isPacked() && !call.redaction().isNone()) {
      // Nobody can tell whether the secret is in it.
      return HttpBody.wrap(new byte[0], false);
    }
    boolean whole =
        reply.ending() == Reply.Ending.WHOLE && decoded.result() == ContentCoding.Result.WHOLE;
    return HttpBody.wrap(call.redaction().body(decoded.bytes(), whole), whole);
  }

  private Attempt good(HttpAnswer.Outcome outcome, int status, Reply reply, HttpBody body) {
    return Attempt.good(outcome, status, reply.keptHeaders(call.redaction()), body);
  }

  private Attempt failed(Reply reply, HttpBody body, HttpFault fault, boolean isTransient) {
    return Attempt.failed(
        reply.status(), reply.keptHeaders(call.redaction()), body, fault, isTransient);
  }

  private HttpFault tooLarge(String how) {
    return HttpFault.of(HttpFault.Code.TOO_LARGE, "more than " + maxBodyBytes + " bytes as " + how);
  }

  /** The fault of a reply that did not come, or not to its end. */
  static HttpFault lost(Reply reply, Redaction redaction) {
    String where = reply.head() == null ? "before the headers" : "in the body";
    if (reply.ending() == Reply.Ending.LATE) {
      return HttpFault.of(HttpFault.Code.TIMEOUT, "the deadline passed " + where);
    }
    return HttpFault.of(
        HttpFault.Code.CONNECTION,
        redaction.text("the connection broke " + where + ": " + reply.cause()));
  }

  private static boolean isOutOfCredits(int status, HttpBody body) {
    if (status != UNAUTHORIZED || !body.looksLike(MediaKind.JSON)) {
      return false;
    }
    try {
      JsonNode error = JSON.readTree(body.open());
      return error.path("error_code").asText().equals(OUT_OF_CREDITS);
    } catch (IOException e) {
      // A refusal in a form of its own is a refusal all the same.
      return false;
    }
  }
}
