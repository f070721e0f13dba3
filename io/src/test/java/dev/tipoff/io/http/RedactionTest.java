package dev.tipoff.io.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.Assert.assertThrows;

import com.google.common.io.BaseEncoding;
import com.google.gson.Gson;
import dev.tipoff.io.secrets.Secret;
import dev.tipoff.io.secrets.SecretReference;
import java.net.URLEncoder;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.Test;

/** {@link Redaction}. */
public class RedactionTest {
  private static final String KEY = "a1B2/c3+d4=e5&f6\"g7\\h8";
  private static final SecretReference NAME = new SecretReference("TESTED_KEY");

  private static Redaction of(String key) {
    return Redaction.of(NAME, Secret.of(key));
  }

  private static String body(String body) {
    return new String(of(KEY).body(body.getBytes(ISO_8859_1), true), ISO_8859_1);
  }

  @Test
  public void everyFormOfItIsTakenOut() {
    assertThat(body("<" + KEY + ">"), is("<***>"));
    assertThat(body("<" + URLEncoder.encode(KEY, UTF_8) + ">"), is("<***>"));
    assertThat(body("a1B2%2fc3%2bd4%3de5%26f6%22g7%5ch8"), is("***"));
    assertThat("in JSON", body("a1B2\\/c3+d4=e5&f6\\\"g7\\\\h8"), is("***"));
    assertThat("by Go", body("a1B2/c3+d4=e5\\u0026f6\\\"g7\\\\h8"), is("***"));
    assertThat("by Gson", body(new Gson().toJson(KEY)), is("\"***\""));
    assertThat("in digits", body(BaseEncoding.base16().encode(KEY.getBytes(UTF_8))), is("***"));
    assertThat("in HTML", body("a1B2/c3+d4=e5&amp;f6&quot;g7\\h8"), is("***"));
    for (var charset : new java.nio.charset.Charset[] {UTF_16LE, UTF_16BE}) {
      assertThat(body(new String(KEY.getBytes(charset), ISO_8859_1)), is("***"));
    }
  }

  @Test
  public void inBase64ItIsTakenOutWhereverItStands() {
    String middle = Base64.getEncoder().encodeToString(KEY.getBytes(UTF_8)).substring(4, 24);
    for (int before = 0; before < 6; before++) {
      String text = "u".repeat(before) + KEY + "@host";
      for (Base64.Encoder encoder :
          new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()}) {
        String encoded = encoder.encodeToString(text.getBytes(UTF_8));
        assertThat(body(encoded), containsString("***"));
        assertThat(body(encoded), not(containsString(middle)));
      }
    }
  }

  @Test
  public void aBodyWithoutItIsTheSame() {
    byte[] body = "Łuczak".getBytes(UTF_8);
    assertThat(of(KEY).body(body, true), is(sameInstance(body)));
    assertThat(of(KEY).body(body, false), is(sameInstance(body)));
    assertThat(Redaction.none().body(body, false), is(sameInstance(body)));
  }

  @Test
  public void theStartOfItAtTheEndOfABodyThatWasCut() {
    byte[] body = ("<" + KEY.substring(0, 12)).getBytes(UTF_8);
    assertThat(new String(of(KEY).body(body, false), UTF_8), is("<***"));
    assertThat("no cut", of(KEY).body(body, true), is(sameInstance(body)));
  }

  @Test
  public void aValueThatIsNoneIsRefusedWithoutBeingTold() {
    for (String value : new String[] {"1234567", "two words", "Łuczak-123", "line\nend-1"}) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> of(value));
      assertThat(refused.getMessage(), containsString("secret:TESTED_KEY"));
      assertThat(refused.getMessage(), not(containsString(value)));
    }
  }

  @Test
  public void ofAnAddressEachLongPartIsTakenOut() {
    Redaction webhook =
        Redaction.ofAddress(
            NAME, Secret.of("https://hooks.example/services/T01234567/x/Zt0pSecret"));
    assertThat(
        webhook.text("no T01234567, no Zt0pSecret; https://hooks.example/services/T01234567/x"),
        is("no ***, no ***; https://hooks.example/***/***/x"));
    assertThat(webhook.text("https://hooks.example/services/T01234567/x/Zt0pSecret"), is("***"));
    Redaction dsn = Redaction.ofAddress(NAME, Secret.of("https://0f1e2d3c4b5a@o1.example/4567"));
    assertThat(dsn.text("sentry_key=0f1e2d3c4b5a"), is("sentry_key=***"));
  }

  @Property
  void noKeyStaysInAText(
      @ForAll @CharRange(from = '+', to = '~') @StringLength(min = 8, max = 40) String key,
      @ForAll @StringLength(max = 20) String before,
      @ForAll @StringLength(max = 20) String after) {
    String safe = of(key).text(before + key + after);
    assertThat(safe, containsString("***"));
    assertThat(safe, not(containsString(key)));
  }
}
