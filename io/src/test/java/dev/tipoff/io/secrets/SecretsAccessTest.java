package dev.tipoff.io.secrets;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import io.grpc.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.beam.sdk.util.SerializableUtils;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** {@link SecretsAccess}: what each profile reads, and that a new value needs no restart. */
public class SecretsAccessTest {
  private static final String VALUE = "0d9f8e7c6b5a";
  private static final SecretReference KEY = SecretReference.parse("secret:ODDS_API_KEY");
  private static final SecretReference PINNED = SecretReference.parse("secret:ODDS_API_KEY@7");

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  @Test
  public void theProfileSaysWhereASecretIsLookedFor() {
    assertThat(SecretsAccess.local().place(KEY), is("variable ODDS_API_KEY"));
    assertThat(
        SecretsAccess.of("local", null, "/secrets").place(PINNED),
        is("file /secrets/ODDS_API_KEY, variable ODDS_API_KEY"));
    SecretsAccess production = SecretsAccess.of("production", "our-project", null);
    assertThat(
        production.place(KEY), is("projects/our-project/secrets/ODDS_API_KEY/versions/latest"));
    assertThat(
        production.place(PINNED), is("projects/our-project/secrets/ODDS_API_KEY/versions/7"));
  }

  private static void assertRefused(
      String message, String profile, @Nullable String project, @Nullable String folder) {
    assertThat(
        assertThrows(
                IllegalArgumentException.class, () -> SecretsAccess.of(profile, project, folder))
            .getMessage(),
        containsString(message));
  }

  @Test
  public void aProfileWithoutWhatItNeedsOrWithWhatItDoesNotReadIsRefused() {
    assertRefused("--profile=staging is none of [local, production]", "staging", null, null);
    assertRefused("--profile=LOCAL is none of", "LOCAL", null, null);
    assertRefused("say whose with --secretsProject=PROJECT", "production", null, null);
    assertRefused("say whose with --secretsProject=PROJECT", "production", " ", null);
    assertRefused("--secretsFolder is for --profile=local", "production", "p", "/secrets");
    assertRefused("--secretsProject is for --profile=production", "local", "p", null);
  }

  @Test
  public void theClientsLogOfWhatItIsAnsweredIsRefusedInProduction() {
    Map<String, String> environment = Map.of("GOOGLE_SDK_JAVA_LOGGING", "true");
    assertThat(
        assertThrows(
                IllegalStateException.class,
                () ->
                    SecretsAccess.of("production", "p", null).open(environment, Clock.systemUTC()))
            .getMessage(),
        containsString("log the values of secrets; unset it"));
    SecretsAccess.local().open(environment, Clock.systemUTC());
  }

  @Test
  public void itTravelsWithoutValues() throws IOException {
    Path file = temporary.newFile("ODDS_API_KEY").toPath();
    Files.writeString(file, VALUE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    SecretsAccess access = SecretsAccess.of("local", null, temporary.getRoot().toString());
    assertThat(access.open(Map.of(), Clock.systemUTC()).fetch(KEY).reveal(), is(VALUE));
    byte[] graph = SerializableUtils.serializeToByteArray(access);
    assertThat(new String(graph, StandardCharsets.ISO_8859_1), not(containsString(VALUE)));
    SecretsAccess there = SerializableUtils.ensureSerializable(access);
    assertThat(there, is(access));
    assertThat(there.open(Map.of(), Clock.systemUTC()).fetch(KEY).reveal(), is(VALUE));
  }

  @Test
  public void aRotatedSecretIsUsedAfterFiveMinutes() throws IOException {
    Path file = temporary.newFile("ODDS_API_KEY").toPath();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(file, VALUE);
    SetClock clock = new SetClock();
    Secrets secrets =
        SecretsAccess.of("local", null, temporary.getRoot().toString()).open(Map.of(), clock);
    assertThat(secrets.fetch(KEY).reveal(), is(VALUE));
    Files.writeString(file, "rotated");
    clock.pass(Duration.ofSeconds(299));
    assertThat(secrets.fetch(KEY).reveal(), is(VALUE));
    clock.pass(Duration.ofSeconds(1));
    assertThat(secrets.fetch(KEY).reveal(), is("rotated"));
  }

  @Test
  public void whatWasRefusedIsAskedForAgain() throws IOException {
    try (FakeSecretManager server = FakeSecretManager.start()) {
      SetClock clock = new SetClock();
      Secrets secrets =
          new CachedSecrets(server.secrets(Duration.ofSeconds(10)), SecretsAccess.KEPT, clock);
      assertThrows(MissingSecretException.class, () -> secrets.fetch(KEY));
      server.answer(
          "ODDS_API_KEY/versions/latest", FakeSecretManager.refusal(Status.PERMISSION_DENIED));
      assertThrows(DeniedSecretException.class, () -> secrets.fetch(KEY));
      server.answer("ODDS_API_KEY/versions/latest", FakeSecretManager.value(VALUE));
      assertThat(secrets.fetch(KEY).reveal(), is(VALUE));
      server.answer("ODDS_API_KEY/versions/latest", FakeSecretManager.value("rotated"));
      server.answer("ODDS_API_KEY/versions/7", FakeSecretManager.value("pinned"));
      assertThat("kept", secrets.fetch(KEY).reveal(), is(VALUE));
      assertThat(secrets.fetch(PINNED).reveal(), is("pinned"));
      assertThat(server.requests(), hasSize(4));
      clock.pass(SecretsAccess.KEPT);
      assertThat(secrets.fetch(KEY).reveal(), is("rotated"));
      assertThat(server.requests(), hasSize(5));
    }
  }
}
