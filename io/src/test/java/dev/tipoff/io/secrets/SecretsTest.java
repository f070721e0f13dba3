package dev.tipoff.io.secrets;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;

/** {@link Secret}, {@link SecretReference} and the sources of secrets. */
public class SecretsTest {
  private static final SecretReference KEY = SecretReference.parse("secret:odds-api_KEY");

  @Test
  public void aReferenceIsANameAndNeverAValue() {
    assertThat(KEY.name(), is("odds-api_KEY"));
    assertThat(SecretReference.parse(KEY.toString()), is(KEY));
    for (String text : new String[] {"ODDS_API_KEY", "0123abcd", "", "Secret:X"}) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> SecretReference.parse(text));
      assertThat(refused.getMessage(), containsString("by reference"));
    }
    for (String name : new String[] {"", "0d9f8e7c6b5a", "a b", "a/b", "ł", "a".repeat(256)}) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> new SecretReference(name));
      assertThat(refused.getMessage(), containsString(name.length() + " characters"));
      assertThat("it may be a value", refused.getMessage().contains("0d9f8e7c6b5a"), is(false));
    }
  }

  @Test
  public void aReferenceMayPinAVersion() {
    SecretReference pinned = SecretReference.parse("secret:odds-api_KEY@7");
    assertThat(pinned, is(new SecretReference("odds-api_KEY", "7")));
    assertThat(pinned.toString(), is("secret:odds-api_KEY@7"));
    assertThat(KEY.version(), is("latest"));
    assertThat(SecretReference.parse("secret:odds-api_KEY@latest"), is(KEY));
    for (String version : new String[] {"", "0", "-1", "7a", "hunter2", "7@8", "1234567890"}) {
      IllegalArgumentException refused =
          assertThrows(
              version,
              IllegalArgumentException.class,
              () -> SecretReference.parse("secret:odds-api_KEY@" + version));
      assertThat(
          refused.getMessage(),
          is("what follows @ in a reference to a secret is the number of a version, or latest"));
    }
  }

  @Test
  public void aSecretDoesNotShowItself() {
    Secret secret = Secret.of("0d9f8e7c6b5a");
    assertThat(secret.toString(), is("***"));
    assertThat(String.format("%s", Map.of(KEY, secret)), not(containsString("0d9f")));
    assertThat(secret.reveal(), is("0d9f8e7c6b5a"));
    assertThat(secret, is(Secret.of("0d9f8e7c6b5a")));
    assertThat(secret, is(not(Secret.of("0d9f8e7c6b5b"))));
    assertThat(secret.hashCode(), is(Secret.of("another").hashCode()));
    assertThrows(IllegalArgumentException.class, () -> Secret.of(" \n"));
    assertThrows(
        NotSerializableException.class,
        () -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(secret));
  }

  @Test
  public void theEnvironmentHasThemUnderTheirNamesInCapitals() {
    Secrets secrets = new EnvironmentSecrets(Map.of("ODDS_API_KEY", " 0d9f8e7c\n", "EMPTY", " "));
    assertThat(secrets.fetch(KEY).reveal(), is("0d9f8e7c"));
    assertThat(secrets.toString(), not(containsString("0d9f")));
    MissingSecretException missing =
        assertThrows(
            MissingSecretException.class,
            () -> secrets.fetch(SecretReference.parse("secret:empty")));
    assertThat(missing.getMessage(), containsString("there is no secret:empty: export EMPTY="));
    assertThat(missing.reference().name(), is("empty"));
  }

  @Test
  public void aValueIsKeptForAWhile() {
    SetClock clock = new SetClock();
    AtomicInteger fetched = new AtomicInteger();
    CachedSecrets secrets =
        new CachedSecrets(
            name -> Secret.of("value " + fetched.incrementAndGet()), Duration.ofMinutes(10), clock);
    assertThat(secrets.fetch(KEY).reveal(), is("value 1"));
    clock.pass(Duration.ofSeconds(599));
    assertThat(secrets.fetch(KEY).reveal(), is("value 1"));
    clock.pass(Duration.ofSeconds(1));
    assertThat(secrets.fetch(KEY).reveal(), is("value 2"));
  }

  @Test
  public void thatOneIsMissingIsNotKept() {
    Map<String, String> environment = new HashMap<>();
    CachedSecrets secrets =
        new CachedSecrets(
            name -> new EnvironmentSecrets(environment).fetch(name),
            Duration.ofMinutes(10),
            new SetClock());
    assertThrows(MissingSecretException.class, () -> secrets.fetch(KEY));
    environment.put("ODDS_API_KEY", "there by now");
    assertThat(secrets.fetch(KEY).reveal(), is("there by now"));
  }

  @Test
  public void threadsThatWantItAtOnceFetchItOnce() throws InterruptedException {
    AtomicInteger fetched = new AtomicInteger();
    CachedSecrets secrets =
        new CachedSecrets(
            name -> Secret.of("value " + fetched.incrementAndGet()),
            Duration.ofMinutes(10),
            new SetClock());
    CountDownLatch start = new CountDownLatch(1);
    Thread[] threads = new Thread[8];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(
              () -> {
                try {
                  start.await();
                  secrets.fetch(KEY);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      threads[i].start();
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(fetched.get(), is(1));
  }
}
