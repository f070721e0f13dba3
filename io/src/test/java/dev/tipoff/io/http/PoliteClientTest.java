package dev.tipoff.io.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import dev.tipoff.io.secrets.DeniedSecretException;
import dev.tipoff.io.secrets.EnvironmentSecrets;
import dev.tipoff.io.secrets.SecretReference;
import dev.tipoff.io.secrets.UnavailableSecretException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Test;

/** {@link PoliteClient}, where single calls show more than a scrape does. */
public class PoliteClientTest {
  private final RawServer server = RawServer.start();
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final PoliteClient client = client(Politeness.builder());

  private PoliteClient client(Politeness.Builder politeness) {
    return PoliteClient.open(
        Map.of(
            "tested",
            politeness
                .setBaseBackOff(Duration.ofMillis(1))
                .setMaxBackOff(Duration.ofMillis(2))
                .setRequestsPerSecond(1_000)
                .setBurst(100)
                .build()),
        new EnvironmentSecrets(Map.of()),
        new CallLog() {
          @Override
          public void started(HttpCall call, int attempt) {
            log.add("started " + attempt);
          }

          @Override
          public void ended(HttpCall call, int attempt, OptionalInt status, Duration took) {
            log.add("ended " + attempt + " " + status);
          }
        },
        Clock.systemUTC(),
        new Random(1));
  }

  private HttpCall.Builder call(String path) {
    return HttpCall.builder().setProvider("tested").setBase(server.address()).setPath(path);
  }

  private static HttpFault.Code code(HttpAnswer answer) {
    return answer.fault().orElseThrow().code();
  }

  @After
  public void close() {
    client.close();
    server.close();
  }

  @Test
  public void aRequestOnAKeptConnectionThatIsDeadIsNotSentAgainUnnoticed()
      throws InterruptedException {
    server.answer("/dead", RawServer.end(""));
    for (int i = 0; i < 3; i++) {
      assertThat(client.get(call("/fine").build(), Allowance.of(1)).attempts(), is(1));
      HttpAnswer dead = client.get(call("/dead").build(), Allowance.of(2));
      assertThat(code(dead), is(HttpFault.Code.CONNECTION));
      assertThat(dead.attempts(), is(2));
    }
    assertThat(server.requests().stream().filter("/dead"::equals).toList(), hasSize(6));
  }

  @Test
  public void noMoreRequestsGoOutThanAreAllowed() throws InterruptedException {
    server.answer(
        "/down", socket -> RawServer.write(socket, "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"));
    server.answer(
        "/moved",
        socket ->
            RawServer.write(
                socket, "HTTP/1.1 302 Go\r\nLocation: /fine\r\nContent-Length: 0\r\n\r\n"));
    assertThat(client.get(call("/down").build(), Allowance.of(2)).attempts(), is(2));
    HttpAnswer moved = client.get(call("/moved").build(), Allowance.of(1));
    assertThat(code(moved), is(HttpFault.Code.BAD_REDIRECT));
    assertThat(client.get(call("/moved").build(), Allowance.of(2)).attempts(), is(2));
    HttpAnswer none = client.get(call("/fine").build(), Allowance.of(0));
    assertThat(code(none), is(HttpFault.Code.NOT_SENT));
    assertThat(server.requests(), contains("/down", "/down", "/moved", "/moved", "/fine"));
  }

  @Test
  public void aBodyIsWhatWasSent() throws InterruptedException {
    String body = "[\"\\u0000 \uFEFF Łuczak\",  1.0 ]\r\n";
    int length = body.getBytes(UTF_8).length;
    server.answer(
        "/body",
        socket -> {
          RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n");
          socket.getOutputStream().write(body.getBytes(UTF_8));
        });
    HttpAnswer answer = client.get(call("/body").build(), Allowance.of(1));
    assertThat(answer.outcome(), is(HttpAnswer.Outcome.FETCHED));
    assertThat(answer.body().bytes(), is(body.getBytes(UTF_8)));
    assertThat(answer.body().isWhole(), is(true));
    assertThat(log, contains("started 1", "ended 1 OptionalInt[200]"));
  }

  @Test
  public void withoutItsSecretACallIsNotSent() throws InterruptedException {
    HttpCall call =
        call("/fine")
            .setSecret(SecretPlace.query("apiKey", new SecretReference("NOT_THERE")))
            .build();
    HttpAnswer answer = client.get(call, Allowance.of(4));
    assertThat(code(answer), is(HttpFault.Code.MISSING_SECRET));
    assertThat(answer.fault().orElseThrow().message(), containsString("secret:NOT_THERE"));
    assertThat(server.requests(), hasSize(0));
  }

  @Test
  public void whyItsSecretCannotBeHadIsTold() {
    SecretReference key = new SecretReference("KEY");
    assertThat(
        HttpFault.of(new DeniedSecretException(key, "ask")).code(),
        is(HttpFault.Code.SECRET_DENIED));
    HttpFault unavailable = HttpFault.of(new UnavailableSecretException(key, "wait"));
    assertThat(unavailable.code(), is(HttpFault.Code.SECRET_UNAVAILABLE));
    assertThat(unavailable.code().isTransient(), is(true));
    assertThat(unavailable.message(), is("secret:KEY cannot be fetched now: wait"));
  }

  @Test
  public void theBreakerKeepsAProviderThatIsDownInPeace() throws InterruptedException {
    server.answer("/dead", RawServer.end(""));
    PoliteClient cautious = client(Politeness.builder().setBreakerFailures(3).setBreakerWindow(3));
    assertThat(cautious.get(call("/dead").build(), Allowance.of(9)).attempts(), is(3));
    HttpAnswer paused = cautious.get(call("/dead").build(), Allowance.of(9));
    assertThat(code(paused), is(HttpFault.Code.CIRCUIT_OPEN));
    assertThat(server.requests(), hasSize(3));
    cautious.close();
  }

  @Test
  public void noMoreAreOpenAtOnceThanTheProviderAllows() throws InterruptedException {
    AtomicInteger open = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    server.answer(
        "/busy",
        socket -> {
          most.accumulateAndGet(open.incrementAndGet(), Math::max);
          socket.setSoTimeout(20);
          try {
            socket.getInputStream().read();
          } catch (java.net.SocketTimeoutException e) {
            open.decrementAndGet();
          }
          socket.setSoTimeout(0);
          RawServer.FINE.to(socket);
        });
    PoliteClient two = client(Politeness.builder().setMaxConcurrent(2));
    List<Thread> threads =
        java.util.stream.IntStream.range(0, 10)
            .mapToObj(
                i ->
                    new Thread(
                        () -> {
                          try {
                            two.get(call("/busy").build(), Allowance.of(1));
                          } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                          }
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(server.requests(), hasSize(10));
    assertThat(most.get(), is(2));
    two.close();
  }

  @Test
  public void anInterruptBreaksACallOff() throws InterruptedException {
    server.answer("/hang", RawServer.hang(""));
    Thread.currentThread().interrupt();
    assertThrows(
        InterruptedException.class, () -> client.get(call("/hang").build(), Allowance.of(1)));
    assertThat("the exception says it", Thread.interrupted(), is(false));
  }

  @Test
  public void aClosedClientSendsNothing() throws InterruptedException {
    client.close();
    assertThat(
        code(client.get(call("/fine").build(), Allowance.of(1))), is(HttpFault.Code.NOT_SENT));
    assertThat(server.requests(), hasSize(0));
  }
}
