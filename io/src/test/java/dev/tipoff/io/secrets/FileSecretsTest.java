package dev.tipoff.io.secrets;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** {@link FileSecrets}, and in what order a machine of one's own is searched. */
public class FileSecretsTest {
  private static final SecretReference KEY = SecretReference.parse("secret:odds-api_KEY");

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private Path folder;
  private Secrets secrets;

  @Before
  public void make() throws IOException {
    folder = temporary.newFolder("secrets").toPath();
    secrets = new FileSecrets(folder);
  }

  private static void write(Path file, String value, String permissions) throws IOException {
    Files.writeString(file, value);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  @Test
  public void aSecretIsTheFileOfItsName() throws IOException {
    write(folder.resolve("odds-api_KEY"), " 0d9f8e7c\n", "rw-------");
    assertThat(secrets.fetch(KEY).reveal(), is("0d9f8e7c"));
    assertThat(
        "a folder has one version",
        secrets.fetch(SecretReference.parse("secret:odds-api_KEY@7")).reveal(),
        is("0d9f8e7c"));
  }

  @Test
  public void aFileThatIsNotThereOrEmptyIsMissing() throws IOException {
    MissingSecretException missing =
        assertThrows(MissingSecretException.class, () -> secrets.fetch(KEY));
    Path file = folder.resolve("odds-api_KEY");
    assertThat(
        missing.getMessage(),
        is(
            "there is no secret:odds-api_KEY: write its value to "
                + file
                + " and chmod 600 "
                + file));
    write(file, " \n", "rw-------");
    assertThat(
        assertThrows(MissingSecretException.class, () -> secrets.fetch(KEY)).remedy(),
        containsString("is empty"));
    FileSecrets nowhere = new FileSecrets(folder.resolve("nowhere"));
    assertThrows(MissingSecretException.class, () -> nowhere.fetch(KEY));
  }

  @Test
  public void aFileThatOthersMayReadIsRefused() throws IOException {
    Path file = folder.resolve("odds-api_KEY");
    for (String permissions : new String[] {"rw-r-----", "rw----r--", "r--r--r--"}) {
      write(folder.resolve("new"), "0d9f8e7c", permissions);
      Files.deleteIfExists(file);
      Files.move(folder.resolve("new"), file);
      DeniedSecretException denied =
          assertThrows(permissions, DeniedSecretException.class, () -> secrets.fetch(KEY));
      assertThat(
          denied.getMessage(),
          is(
              "secret:odds-api_KEY may not be read: others than its owner may read the file too;"
                  + " chmod 600 "
                  + file));
    }
  }

  @Test
  public void aLinkStaysInTheFolder() throws IOException {
    write(folder.resolve("elsewhere"), "0d9f8e7c", "rw-------");
    Path file = folder.resolve("odds-api_KEY");
    Files.createSymbolicLink(file, folder.resolve("elsewhere"));
    assertThat(secrets.fetch(KEY).reveal(), is("0d9f8e7c"));
    Path outside = temporary.newFile("outside").toPath();
    write(outside, "0d9f8e7c", "rw-------");
    Files.delete(file);
    Files.createSymbolicLink(file, outside);
    assertThat(
        assertThrows(DeniedSecretException.class, () -> secrets.fetch(KEY)).remedy(),
        containsString("leads out of its folder"));
  }

  @Test
  public void whatIsNoTextCannotBeFetched() throws IOException {
    Files.createDirectory(
        folder.resolve("odds-api_KEY"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    UnavailableSecretException unavailable =
        assertThrows(UnavailableSecretException.class, () -> secrets.fetch(KEY));
    assertThat(unavailable.remedy(), containsString("is no file of text"));
  }

  @Test
  public void theFolderComesBeforeTheEnvironment() throws IOException {
    Map<String, String> environment = Map.of("ODDS_API_KEY", "of the environment");
    Secrets both = new LocalSecrets(folder.toString(), environment);
    assertThat(both.fetch(KEY).reveal(), is("of the environment"));
    Path file = folder.resolve("odds-api_KEY");
    write(file, "of the folder", "rw-------");
    assertThat(both.fetch(KEY).reveal(), is("of the folder"));
    write(file, "of the folder", "rw-r--r--");
    assertThrows(
        "a refused file is not passed over", DeniedSecretException.class, () -> both.fetch(KEY));
    assertThat(new LocalSecrets(null, environment).fetch(KEY).reveal(), is("of the environment"));
  }

  @Test
  public void whatIsNowhereHasTwoRemedies() {
    MissingSecretException missing =
        assertThrows(
            MissingSecretException.class,
            () -> new LocalSecrets(folder.toString(), Map.of()).fetch(KEY));
    assertThat(missing.getMessage(), containsString("chmod 600 "));
    assertThat(missing.getMessage(), containsString(", or export ODDS_API_KEY=..."));
    assertThat(
        assertThrows(
                MissingSecretException.class, () -> new LocalSecrets(null, Map.of()).fetch(KEY))
            .getMessage(),
        not(containsString("chmod")));
  }
}
