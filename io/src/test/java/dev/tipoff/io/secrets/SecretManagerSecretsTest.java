package dev.tipoff.io.secrets;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import com.google.common.base.Throwables;
import com.google.protobuf.ByteString;
import io.grpc.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** {@link SecretManagerSecrets} against a server that speaks as Secret Manager does. */
public class SecretManagerSecretsTest {
  private static final String VALUE = "0d9f8e7c6b5a";
  private static final SecretReference KEY = SecretReference.parse("secret:ODDS_API_KEY");
  private static final String LATEST = "ODDS_API_KEY/versions/latest";
  private static final Duration ENOUGH = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(500);

  private FakeSecretManager server;

  @Before
  public void start() throws IOException {
    server = FakeSecretManager.start();
  }

  @After
  public void stop() {
    server.close();
  }

  private <T extends SecretException> T refused(Class<T> type, Duration deadline) {
    T refused = assertThrows(type, () -> server.secrets(deadline).fetch(KEY));
    assertThat(refused.reference(), is(KEY));
    assertThat(refused.getMessage(), containsString("secret:ODDS_API_KEY"));
    assertThat(Throwables.getStackTraceAsString(refused), not(containsString(VALUE)));
    return refused;
  }

  @Test
  public void theLatestVersionIsFetchedUnlessOneIsPinned() {
    server.answer(LATEST, FakeSecretManager.value(VALUE + "\n"));
    server.answer("ODDS_API_KEY/versions/7", FakeSecretManager.value("an older one"));
    SecretManagerSecrets secrets = server.secrets(ENOUGH);
    assertThat(secrets.fetch(KEY).reveal(), is(VALUE));
    assertThat(
        secrets.fetch(SecretReference.parse("secret:ODDS_API_KEY@7")).reveal(), is("an older one"));
    assertThat(
        server.requests(),
        contains(
            "projects/our-project/secrets/ODDS_API_KEY/versions/latest",
            "projects/our-project/secrets/ODDS_API_KEY/versions/7"));
  }

  @Test
  public void whoMayNotReadItIsToldWhatToGrant() {
    server.answer(
        LATEST,
        FakeSecretManager.refusal(Status.PERMISSION_DENIED.withDescription("not " + VALUE)));
    assertThat(
        refused(DeniedSecretException.class, ENOUGH).getMessage(),
        containsString("grant roles/secretmanager.secretAccessor to whoever runs this"));
    assertThat("asked once", server.requests(), hasSize(1));
  }

  @Test
  public void whoIsNobodyIsToldToLogIn() {
    server.answer(LATEST, FakeSecretManager.refusal(Status.UNAUTHENTICATED));
    assertThat(
        refused(DeniedSecretException.class, ENOUGH).remedy(),
        containsString("gcloud auth application-default login"));
    DeniedSecretException unknown =
        assertThrows(
            DeniedSecretException.class,
            () ->
                server
                    .secrets(
                        ENOUGH,
                        () -> {
                          throw new IOException("no credentials were found");
                        })
                    .fetch(KEY));
    assertThat(unknown.remedy(), containsString("there are no credentials for "));
  }

  @Test
  public void oneThatIsNotThereOrDisabledIsMissing() {
    assertThat(
        refused(MissingSecretException.class, ENOUGH).getMessage(),
        is(
            "there is no secret:ODDS_API_KEY: Secret Manager says NOT_FOUND of"
                + " projects/our-project/secrets/ODDS_API_KEY/versions/latest; create the secret"
                + " with a version, or enable one"));
    server.answer(
        LATEST,
        FakeSecretManager.refusal(
            Status.FAILED_PRECONDITION.withDescription("is in DISABLED state")));
    assertThat(
        refused(MissingSecretException.class, ENOUGH).remedy(),
        containsString("FAILED_PRECONDITION"));
  }

  @Test
  public void oneThatIsBlankOrNoTextIsMissing() {
    for (ByteString value :
        new ByteString[] {
          ByteString.EMPTY,
          ByteString.copyFromUtf8(" \n"),
          ByteString.copyFrom(new byte[] {(byte) 0xff, 1})
        }) {
      server.answer(LATEST, FakeSecretManager.value(value));
      assertThat(
          refused(MissingSecretException.class, ENOUGH).remedy(),
          containsString("is blank or no text; add a version with it"));
    }
  }

  @Test
  public void aServiceThatIsDownForAMomentIsAskedAgain() {
    AtomicInteger asked = new AtomicInteger();
    server.answer(
        LATEST,
        caller ->
            (asked.incrementAndGet() < 3
                    ? FakeSecretManager.refusal(Status.UNAVAILABLE)
                    : FakeSecretManager.value(VALUE))
                .to(caller));
    assertThat(server.secrets(ENOUGH).fetch(KEY).reveal(), is(VALUE));
    assertThat(server.requests(), hasSize(3));
  }

  @Test
  public void aServiceThatStaysDownIsUnavailableAtTheDeadline() {
    server.answer(LATEST, FakeSecretManager.refusal(Status.UNAVAILABLE));
    assertThat(
        refused(UnavailableSecretException.class, SHORT).getMessage(),
        containsString("cannot be fetched now: Secret Manager says "));
  }

  @Test
  public void aServiceThatSaysNothingIsUnavailableAtTheDeadline() {
    server.answer(LATEST, FakeSecretManager.silence());
    assertThat(
        refused(UnavailableSecretException.class, SHORT).remedy(),
        containsString("DEADLINE_EXCEEDED"));
  }

  @Test
  public void lookingForCredentialsHasTheSameDeadline() {
    CountDownLatch never = new CountDownLatch(1);
    SecretManagerSecrets secrets =
        server.secrets(
            Duration.ofMillis(200),
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              throw new IOException("nobody waits for this");
            });
    assertThrows(UnavailableSecretException.class, () -> secrets.fetch(KEY));
    assertThat(server.requests(), hasSize(0));
  }

  @Test
  public void aValueThatWasDamagedOnTheWayIsNotUsed() {
    server.answer(LATEST, FakeSecretManager.value(ByteString.copyFromUtf8(VALUE), 1));
    assertThat(
        refused(UnavailableSecretException.class, ENOUGH).remedy(),
        containsString("was damaged on the way"));
  }

  @Test
  public void anInterruptedFetchSaysSoAndStaysInterrupted() {
    server.answer(LATEST, FakeSecretManager.silence());
    Thread.currentThread().interrupt();
    IllegalStateException stopped =
        assertThrows(IllegalStateException.class, () -> server.secrets(ENOUGH).fetch(KEY));
    assertThat(Thread.interrupted(), is(true));
    assertThat(stopped.getCause(), instanceOf(InterruptedException.class));
  }
}
