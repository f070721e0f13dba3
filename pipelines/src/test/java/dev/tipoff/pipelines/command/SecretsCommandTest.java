package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import dev.tipoff.io.secrets.DeniedSecretException;
import dev.tipoff.io.secrets.MissingSecretException;
import dev.tipoff.io.secrets.Secret;
import dev.tipoff.io.secrets.SecretReference;
import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.io.secrets.UnavailableSecretException;
import dev.tipoff.pipelines.launch.CommandFailedException;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.SecretsInUse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** {@code secrets check}. */
public class SecretsCommandTest {
  private static final String VALUE = "0d9f8e7c6b5a";

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
  private Path folder;

  @Before
  public void make() throws IOException {
    folder = temporary.newFolder("secrets").toPath();
  }

  private String tipoff(int exit, String... args) {
    text.reset();
    assertThat(text(), Command.run(args, stream, stream), is(exit));
    assertThat(text(), not(containsString(VALUE)));
    return text();
  }

  private String text() {
    return text.toString(StandardCharsets.UTF_8);
  }

  /** The words of the line of a secret, with single blanks between. */
  private String line(String secret) {
    return text()
        .lines()
        .filter(line -> line.startsWith(secret + " "))
        .findFirst()
        .orElseThrow()
        .replaceAll(" +", " ");
  }

  private void write(String name, String permissions) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, VALUE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  @Test
  public void itIsWellIfAllThatAreNeededResolve() throws IOException {
    write("TESTED_KEY", "rw-------");
    write("sentry-dsn", "rw-r--r--");
    tipoff(
        0,
        "secrets",
        "check",
        "--secretsFolder=" + folder,
        "--oddsApiKey=secret:TESTED_KEY",
        "--bdlApiKey=secret:NO_SUCH_KEY_HERE",
        "--driveApiKey=");
    assertThat(
        line("secret:TESTED_KEY"),
        is(
            "secret:TESTED_KEY resolves needed the key of the-odds-api file "
                + folder
                + "/TESTED_KEY, variable TESTED_KEY"));
    assertThat(line("secret:NO_SUCH_KEY_HERE"), containsString(" missing optional "));
    assertThat(line("secret:sentry-dsn"), containsString(" denied optional alerts in Sentry"));
    assertThat(text(), not(containsString("google-drive")));
    for (String alerts :
        List.of(
            "slack-webhook-default",
            "slack-webhook-error",
            "slack-webhook-monitoring-error",
            "slack-webhook-monitoring-warning",
            "brevo-smtp-password")) {
      assertThat(line("secret:" + alerts), containsString(" optional "));
    }
  }

  @Test
  public void oneThatIsNeededAndDoesNotResolveFails() {
    String report =
        tipoff(
            1,
            "secrets",
            "check",
            "--sources=bdl_games",
            "--secretsFolder=" + folder,
            "--bdlApiKey=secret:NO_SUCH_KEY_HERE");
    assertThat(line("secret:NO_SUCH_KEY_HERE"), containsString(" missing needed "));
    assertThat(line("secret:ODDS_API_KEY"), containsString(" optional "));
    assertThat(
        report, containsString("  there is no secret:NO_SUCH_KEY_HERE: write its value to "));
    assertThat(report, containsString("failed: 1 of 1 needed secrets do not resolve, see above"));
  }

  @Test
  public void itSaysHowEachIs() {
    Secrets secrets =
        reference -> {
          switch (reference.name()) {
            case "DENIED" -> throw new DeniedSecretException(reference, "ask");
            case "DOWN" -> throw new UnavailableSecretException(reference, "wait");
            case "MISSING" -> throw new MissingSecretException(reference, "make it");
            default -> {
              return Secret.of(VALUE);
            }
          }
        };
    List<SecretsInUse> all =
        List.of("DENIED", "DOWN", "MISSING", "FINE").stream()
            .map(name -> new SecretsInUse(new SecretReference(name, "7"), "tests", true))
            .toList();
    CommandFailedException failed =
        assertThrows(
            CommandFailedException.class,
            () -> SecretsCommand.check(all, secrets, reference -> "there", new Report(stream)));
    assertThat(failed.getMessage(), is("3 of 4 needed secrets do not resolve, see above"));
    assertThat(line("secret:DENIED@7"), is("secret:DENIED@7 denied needed tests there"));
    assertThat(line("secret:DOWN@7"), is("secret:DOWN@7 unavailable needed tests there"));
    assertThat(line("secret:MISSING@7"), is("secret:MISSING@7 missing needed tests there"));
    assertThat(line("secret:FINE@7"), is("secret:FINE@7 resolves needed tests there"));
    assertThat(text(), containsString("  secret:DENIED@7 may not be read: ask\n"));
  }

  @Test
  public void itWantsToKnowWhatToDoAndWhereToLook() {
    assertThat(tipoff(2, "secrets"), containsString("say what to do with them: secrets check"));
    assertThat(tipoff(2, "secrets", "print"), containsString("secrets check"));
    assertThat(
        tipoff(2, "secrets", "check", "--profile=production"),
        containsString("say whose with --secretsProject=PROJECT"));
    assertThat(
        tipoff(2, "secrets", "check", "--sources=nothing"),
        containsString("there is no source 'nothing'"));
  }
}
