package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableSet;
import dev.tipoff.transforms.redaction.SecretShapes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** No file that is tracked has a secret in it. */
public class SecretScanTest {
  /** Of fixtures: ids of made-up events and bodies, addresses and keys of nobody. */
  private static final ImmutableSet<String> INVENTED =
      ImmutableSet.of(
          "9f0c2b6d5e3a4c718b90aa11bb22cc33",
          "6B86B273FF34FCE19D6B804EFF5A3F5747ADA4EAA22F1D49C01E52DDB7875B4B",
          "https://user@b.example/",
          "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
          "0123456789abcdef0123456789abcdef",
          "0d9f8e7c6b5a4c3d2e1f0a9b8c7d6e5f",
          "1Zx8Qm3LtR7vKp2NwYc5JhB9dFs4GaTe6",
          "Zx8Qm3LtR7vKp2NwYc5JhB9dFs4GaTe6Uo1i",
          "https://0f1e2d3c4b5a@o1.example/4567",
          "https://0123456789abcdef@",
          "://0123456789abcdef@",
          "http://me:p@ss:w@host:80/x?a",
          "https://hooks.slack.com/services/",
          "https://hooks.slack.com/services/T0/B0/",
          "secret:odds-api_KEY@");

  private static final SecretScan SCAN = new SecretScan(SecretShapes::isValue, INVENTED);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static List<String> tracked(Path root) throws IOException {
    Process git = new ProcessBuilder("git", "ls-files", "-z").directory(root.toFile()).start();
    String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return List.of(names.split("\0", -1)).stream()
        .filter(name -> !name.isEmpty() && Files.isRegularFile(root.resolve(name)))
        .toList();
  }

  @Test
  public void noTrackedFileHasASecret() throws IOException {
    Path root = Path.of(System.getProperty("tipoff.root", ".."));
    List<String> files = tracked(root);
    assertThat(files.size(), is(greaterThan(1_000)));
    assertThat(SCAN.find(root, files), is(empty()));
  }

  /** In pieces, so that the test above does not find them here. */
  @Test
  public void plantedSecretsAreFound() throws IOException {
    String hexadecimal = "d41d8c" + "d98f00b204" + "e9800998ecf8427e";
    for (String secret :
        List.of(
            "export ODDS_API_KEY=" + hexadecimal,
            "curl 'https://api.example/v4/odds?apiKey=" + hexadecimal + "&regions=us'",
            "\"webhook\": \"https://hooks.slack.com/services/" + "T0/B0/abcdefghijkl\"",
            "SENTRY_DSN=https://0123456789abcdef@" + "o1.ingest.sentry.io/2",
            "https://someone:pass" + "word@db.example/",
            "aws = AKIA" + "ABCDEFGHIJKLMNOP",
            "AIza" + "SyA1234567890abcdefghijklmnopqrstuv",
            "-----BEGIN " + "PRIVATE KEY-----",
            "Authorization: Bearer eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiIxIn0.c2ln")) {
      Path file = folder.getRoot().toPath().resolve("notes.md");
      Files.writeString(file, "# Notes\n\n" + secret + "\n");
      assertThat(
          secret,
          SCAN.find(folder.getRoot().toPath(), List.of("notes.md")),
          contains("notes.md:3"));
    }
  }

  @Test
  public void codeAndReferencesAreNoSecrets() throws IOException {
    Path file = folder.getRoot().toPath().resolve("Code.java");
    Files.writeString(
        file,
        "Secret secret = secrets.fetch(SecretReference.parse(\"secret:ODDS_API_KEY\"));\n"
            + "public void aDayHas23Or25HoursWhenTheClocksChange() {\n"
            + "rows.sort(Comparator.comparing(MetricKey::getMarket));\n"
            + "event, key: decision_id; split by game_date\n");
    assertThat(SCAN.find(folder.getRoot().toPath(), List.of("Code.java")), is(empty()));
  }
}
