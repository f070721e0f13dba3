package dev.tipoff.io.http;

import com.google.common.base.Throwables;
import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import dev.tipoff.io.deadline.Deadline;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Sends single requests and ends each by its deadline: whoever waits for it is freed, the
 * connection is closed, and no thread stays with it. Redirects, retries and manners are others'.
 *
 * <p>HTTP/1.1 only, where giving up a response closes its connection.
 */
final class Wire implements AutoCloseable {
  private static final Duration IDLE = Duration.ofSeconds(5);
  private static final String SILENT_TRIES = "jdk.httpclient.redirects.retrylimit";

  /** Of Java's client. They are kept since Java forgets a logger that nobody keeps. */
  private static final ImmutableList<Logger> LOGGERS =
      Stream.of(
              "jdk.httpclient.HttpClient",
              "jdk.internal.httpclient.debug",
              "jdk.internal.httpclient.hpack.debug")
          .map(Logger::getLogger)
          .collect(ImmutableList.toImmutableList());

  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE.toSeconds(),
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          new ThreadFactoryBuilder().setNameFormat("tipoff-http-%d").setDaemon(true).build());

  /** By the time they take to connect, which is a client's and not a request's. */
  private final ConcurrentMap<Duration, HttpClient> clients = new ConcurrentHashMap<>();

  private final Set<CompletableFuture<?>> open = ConcurrentHashMap.newKeySet();

  /**
   * Sends a request and reads the response.
   *
   * @param deadline for all of it, cut to {@link Deadline#OUTSIDE_CALL}
   * @param limit the most bytes that are read of a success's body
   */
  @SuppressWarnings("CollectionUndefinedEquality") // Each is only itself.
  Reply send(HttpRequest request, Duration connectDeadline, Duration deadline, long limit)
      throws InterruptedException {
    BodyReader reader = new BodyReader(limit);
    CompletableFuture<HttpResponse<Reply.Ending>> response =
        clients.computeIfAbsent(connectDeadline, this::client).sendAsync(request, reader);
    open.add(response);
    try {
      long nanos = Comparators.min(deadline, Deadline.OUTSIDE_CALL).toNanos();
      return reader.reply(response.get(nanos, TimeUnit.NANOSECONDS).body(), null);
    } catch (TimeoutException e) {
      return reader.reply(Reply.Ending.LATE, e);
    } catch (CancellationException e) {
      return reader.reply(Reply.Ending.BROKEN, e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      Throwables.throwIfInstanceOf(cause, Error.class);
      return reader.reply(
          cause instanceof HttpTimeoutException ? Reply.Ending.LATE : Reply.Ending.BROKEN, cause);
    } finally {
      open.remove(response);
      response.cancel(true);
      reader.end(Reply.Ending.LATE);
    }
  }

  private HttpClient client(Duration connectDeadline) {
    // If a kept connection is dead, Java's client would send the request again and not say so: a
    // request that nobody counted. It reads this when the first client of the process sends.
    System.setProperty(SILENT_TRIES, "1");
    // At its finer levels it would log addresses as they are sent, with the secrets in them.
    LOGGERS.forEach(logger -> logger.setFilter(logged -> false));
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connectDeadline)
        .executor(threads)
        .build();
  }

  /** Breaks off what is open. */
  @Override
  public void close() {
    open.forEach(response -> response.cancel(true));
    clients.clear();
    threads.shutdown();
  }
}
