package dev.tipoff.io.http;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Takes one response as it comes, its body up to a limit, and can say at any time what has come so
 * far. It never waits, so that a body which stops coming holds no thread.
 */
final class BodyReader implements BodyHandler<Reply.Ending>, BodySubscriber<Reply.Ending> {
  /** The most that is kept of a body that is not asked for. */
  static final int ERROR_LIMIT = 64 * 1_024;

  private final long limit;
  private final CompletableFuture<Reply.Ending> ending = new CompletableFuture<>();

  @GuardedBy("this")
  private @Nullable ResponseInfo head;

  @GuardedBy("this")
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @GuardedBy("this")
  private @Nullable Subscription subscription;

  @GuardedBy("this")
  private @Nullable Throwable broken;

  /**
   * @param limit the most that is kept of the body of a success
   */
  BodyReader(long limit) {
    this.limit = limit;
  }

  @Override
  public synchronized BodySubscriber<Reply.Ending> apply(ResponseInfo info) {
    head = info;
    return this;
  }

  @Override
  public CompletionStage<Reply.Ending> getBody() {
    return ending;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    synchronized (this) {
      this.subscription = subscription;
    }
    if (ending.isDone()) {
      subscription.cancel();
    } else {
      subscription.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (!ending.isDone() && !keep(buffers)) {
      end(Reply.Ending.CUT_OFF);
    }
  }

  /** Keeps what there is room for; says whether that was all. */
  private synchronized boolean keep(List<ByteBuffer> buffers) {
    long room = roomFor(head) - bytes.size();
    for (ByteBuffer buffer : buffers) {
      byte[] part = new byte[(int) Math.min(buffer.remaining(), room)];
      int count = buffer.remaining();
      buffer.get(part);
      bytes.writeBytes(part);
      if (count > room) {
        return false;
      }
      room -= count;
    }
    return true;
  }

  private long roomFor(@Nullable ResponseInfo response) {
    return response != null && StatusRules.isSuccess(response.statusCode())
        ? limit
        : Math.min(limit, ERROR_LIMIT);
  }

  @Override
  public void onError(Throwable error) {
    synchronized (this) {
      broken = error;
    }
    ending.complete(Reply.Ending.BROKEN);
  }

  @Override
  public void onComplete() {
    ending.complete(Reply.Ending.WHOLE);
  }

  /** Takes nothing more; closes the connection unless the response has ended. */
  void end(Reply.Ending how) {
    if (ending.complete(how)) {
      Subscription open;
      synchronized (this) {
        open = subscription;
      }
      if (open != null) {
        open.cancel();
      }
    }
  }

  /** What has come so far. */
  synchronized Reply reply(Reply.Ending how, @Nullable Throwable cause) {
    return new Reply(head, bytes.toByteArray(), how, cause == null ? broken : cause);
  }
}
