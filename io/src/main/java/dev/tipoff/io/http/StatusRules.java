package dev.tipoff.io.http;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import java.io.Serializable;

/** What a source means by its statuses, where it differs from the others. */
@AutoValue
public abstract class StatusRules implements Serializable {
  /** A source that means what everybody means. */
  public static final StatusRules USUAL =
      new AutoValue_StatusRules(ImmutableSet.of(), ImmutableSet.of());

  private static final ImmutableSet<Integer> EMPTY = ImmutableSet.of(204, 205, 304);

  /** 501 and 505: what the server cannot do now it cannot do in a second either. */
  private static final ImmutableSet<Integer> INCAPABLE = ImmutableSet.of(501, 505);

  private static final ImmutableSet<Integer> REDIRECTS = ImmutableSet.of(301, 302, 303, 307, 308);

  /** Statuses that say that there is nothing (yet), besides 204, 205 and 304. */
  public abstract ImmutableSet<Integer> noData();

  /** Statuses after which asking again is of no use, although it would be elsewhere. */
  public abstract ImmutableSet<Integer> permanent();

  public StatusRules withNoData(int... statuses) {
    return new AutoValue_StatusRules(ImmutableSet.copyOf(Ints.asList(statuses)), permanent());
  }

  public StatusRules withPermanent(int... statuses) {
    return new AutoValue_StatusRules(noData(), ImmutableSet.copyOf(Ints.asList(statuses)));
  }

  boolean isNoData(int status) {
    return EMPTY.contains(status) || noData().contains(status);
  }

  boolean isTransient(int status) {
    boolean mayPass = status == 429 || (status >= 500 && !INCAPABLE.contains(status));
    return mayPass && !permanent().contains(status);
  }

  static boolean isSuccess(int status) {
    return status >= 200 && status < 300;
  }

  static boolean isRedirect(int status) {
    return REDIRECTS.contains(status);
  }

  /** What is wrong, by a status that is neither success nor no data. */
  static HttpFault.Code faultOf(int status) {
    return switch (status) {
      case 401, 403 -> HttpFault.Code.UNAUTHORIZED;
      case 404, 410 -> HttpFault.Code.NOT_FOUND;
      case 429 -> HttpFault.Code.RATE_LIMITED;
      default -> {
        if (status < 400) {
          yield HttpFault.Code.BAD_REDIRECT;
        }
        yield status < 500 ? HttpFault.Code.REJECTED : HttpFault.Code.SERVER_ERROR;
      }
    };
  }
}
