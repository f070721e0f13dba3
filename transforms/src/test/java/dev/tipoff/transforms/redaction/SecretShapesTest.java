package dev.tipoff.transforms.redaction;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.Test;

/**
 * {@link SecretShapes}. All secrets here are made up, and put together so that no scanner of
 * sources takes them for real ones.
 */
public class SecretShapesTest {
  private static final String HEX = "0d9f8e7c6b5a4c3d2e1f0a9b8c7d6e5f";
  private static final String WORD = "Zx8Qm3LtR7vKp2NwYc5JhB9dFs4GaTe6Uo1i";
  private static final String PEM = "PRIVATE KEY-----";
  private static final String JWT = "ey" + "JhbGciOiJIUzI1NiJ9.ey" + "JzdWIiOiIxMjMifQ." + WORD;

  private static void assertRedacted(String text, String redacted) {
    assertThat(SecretShapes.redact(text), is(redacted));
    assertThat(text, SecretShapes.isIn(text), is(true));
    assertThat(text, SecretShapes.isValue(text), is(true));
    assertThat(redacted, SecretShapes.isIn(redacted), is(false));
  }

  private static void assertLeft(String text) {
    assertThat(SecretShapes.redact(text), is(text));
    assertThat(text, SecretShapes.isIn(text), is(false));
  }

  @Test
  public void secretsOfKnownServicesAreMaskedWhereverTheyStand() {
    for (String secret :
        List.of(
            "AI" + "za" + WORD.substring(0, 35),
            "AK" + "IA" + "J7Q2M4X9ZP3L8T5W",
            "AS" + "IA" + "J7Q2M4X9ZP3L8T5W",
            "gh" + "p_" + WORD,
            "git" + "hub_pat_" + "11ABCDEFG0_" + WORD,
            "xo" + "xb-123456789012-" + WORD,
            "x" + "keysib-" + HEX + HEX + "-a1B2c3D4e5F6g7H8",
            "x" + "smtpsib-" + HEX + HEX + "-a1B2c3D4e5F6g7H8",
            JWT,
            "-----BEGIN RSA " + PEM + "\nMIIEow\nIBAAKC\n-----END RSA " + PEM,
            "-----BEGIN " + PEM + "\nMIIEow and cut off")) {
      assertRedacted(secret, "***");
      assertThat(SecretShapes.redact("sent by x " + secret), is("sent by x ***"));
    }
  }

  @Test
  public void addressesWithLoginsAndWebhooksKeepTheirHosts() {
    assertRedacted(
        "POST https://hooks.slack.com/services/T0/B0/" + WORD + " said 404",
        "POST https://hooks.slack.com/*** said 404");
    assertRedacted(
        "https://" + HEX + "@o1.ingest.sentry.io/42", "https://***@o1.ingest.sentry.io/42");
    assertRedacted("see http://me:p@ss:w@host:80/x?a=b@c", "see http://***@host:80/x?a=b@c");
    assertLeft("https://hooks.slack.com/ and https://host/x@y and me@example.org");
  }

  @Test
  public void whatIsCalledASecretIsMasked() {
    Map.of(
            "https://odds.example/v4?apiKey=abc&x=1",
            "https://odds.example/v4?apiKey=***&x=1",
            "{\"api_key\": \"a, b\", \"x\": 1}",
            "{\"api_key\": ***, \"x\": 1}",
            "{\"token\":\"cut off",
            "{\"token\":*** off",
            "PASSWORD: hunter2, user: me",
            "PASSWORD: ***, user: me",
            "a secret = hunter2",
            "a secret = ***",
            "Authorization: Bearer abc.def",
            "Authorization: Bearer ***",
            "authorization=abc",
            "authorization=***",
            "with Bearer " + WORD,
            "with Bearer ***",
            "token=token=abc",
            "token=***")
        .forEach(SecretShapesTest::assertRedacted);
  }

  @Test
  public void aReferenceIsNoSecret() {
    assertLeft("there is no secret:ODDS_API_KEY: export ODDS_API_KEY=... before the command");
    assertLeft("--oddsApiKey=secret:ODDS_API_KEY@7 (secret:sentry-dsn)");
    assertLeft("secret:slack-webhook-default");
    assertLeft("apiKey=*** and {\"token\":\"***\"}");
    assertRedacted("secret:key" + HEX + "x=1", "secret:***");
    assertRedacted("secret: hunter2", "secret: ***");
    assertRedacted("--bdlApiKey=secret:" + WORD, "--bdlApiKey=***");
  }

  @Test
  public void aLongRandomWordMayBeAValueAndIsMaskedAsAnOption() {
    for (String value : List.of(HEX, HEX.toUpperCase(Locale.ROOT), WORD, WORD + "==")) {
      assertThat(value, SecretShapes.isValue(value), is(true));
      assertLeft("the model's checksum is " + value);
      assertRedacted("ran with --option=" + value + " and", "ran with --option=*** and");
    }
  }

  @Test
  public void whatOptionsUsuallySayIsNoValue() {
    for (String value :
        List.of(
            "",
            "2025-01-10",
            "2025-01-10T22:00:00Z",
            "duckdb:/home/Alice/Projects2025/tipoff-warehouse/tipoff.duckdb",
            "bigquery:our-project-123456",
            "gs://our-bucket/temp/2025/season_backfill",
            "oddsa_player_props,oddsa_game_lines,nbac_scoreboard_v2,nbac_player_boxscore",
            "secret:ODDS_API_KEY",
            "http://127.0.0.1:8080/the-odds-api",
            "nba_predictions.player_prop_predictions",
            "projects/p/locations/us/keyRings/r/cryptoKeys/k",
            "123e4567-e89b-12d3-a456-426614174000",
            "tipoff-predict-season-backfill-2025-11-05T22-00-00Z",
            "org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory",
            "TheWholeSeasonBackfillOfTheYear2025",
            "11111111111111111111111111111111",
            "20251105220000202511052200002025",
            HEX + "," + HEX)) {
      assertThat(value, SecretShapes.isValue(value), is(false));
    }
  }

  @Provide
  Arbitrary<String> secrets() {
    Arbitrary<String> tail = Arbitraries.strings().withCharRange('a', 'z').numeric().ofLength(40);
    return Arbitraries.of(
            "AI" + "za",
            "gh" + "s_",
            "x" + "keysib-",
            "https://hooks.slack.com/services/",
            "password=",
            "\"apiKey\": \"",
            "Authorization: Basic ")
        .flatMap(shape -> tail.map(shape::concat));
  }

  @Property(tries = 500)
  void whateverStandsAroundItNothingOfASecretIsLeft(
      @ForAll("secrets") String secret, @ForAll String before, @ForAll String after) {
    String redacted = SecretShapes.redact(before + secret + after);
    assertThat(redacted, not(containsString(secret.substring(secret.length() - 40))));
    assertThat(SecretShapes.isIn(redacted), is(false));
  }

  @Property(tries = 500)
  void redactingTwiceIsAsOnce(@ForAll("pieces") List<String> pieces) {
    String redacted = SecretShapes.redact(String.join("", pieces));
    assertThat(SecretShapes.redact(redacted), is(redacted));
    assertThat(SecretShapes.isIn(redacted), is(false));
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.of(
            "key=",
            "secret:",
            "token",
            "://",
            "@",
            "\"",
            "'",
            "&",
            " ",
            "***",
            "a",
            "--x=",
            ",",
            "=",
            ":",
            "bearer ",
            "authorization: ",
            HEX,
            WORD)
        .list()
        .ofMaxSize(12);
  }
}
