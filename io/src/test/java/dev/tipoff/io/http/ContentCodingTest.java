package dev.tipoff.io.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.tipoff.io.http.ContentCoding.Decoded;
import dev.tipoff.io.http.ContentCoding.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.Test;

/** {@link ContentCoding}. */
public class ContentCodingTest {
  private static final byte[] BODY = "{\"name\":\"Đorđević\"}".getBytes(UTF_8);

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(body);
    }
    return bytes.toByteArray();
  }

  private static void assertDecoded(Decoded decoded, Result result, byte[] bytes, boolean packed) {
    assertThat(decoded.result(), is(result));
    assertThat(decoded.bytes(), is(bytes));
    assertThat(decoded.isPacked(), is(packed));
  }

  @Test
  public void withoutAnEncodingItIsWhatWasSent() {
    assertDecoded(ContentCoding.decode(BODY, null, 5), Result.WHOLE, BODY, false);
    assertDecoded(ContentCoding.decode(BODY, "identity", 5), Result.WHOLE, BODY, false);
  }

  @Test
  public void gzipIsUndone() throws IOException {
    for (String name : new String[] {"gzip", "GZIP", " x-gzip "}) {
      assertDecoded(ContentCoding.decode(gzip(BODY), name, BODY.length), Result.WHOLE, BODY, false);
    }
  }

  @Test
  public void anEmptyBodyNeedsNone() {
    assertDecoded(ContentCoding.decode(new byte[0], "gzip", 9), Result.WHOLE, new byte[0], false);
  }

  @Test
  public void moreThanTheLimitIsNotUnpacked() throws IOException {
    assertDecoded(
        ContentCoding.decode(gzip(new byte[1 << 20]), "gzip", 100),
        Result.TOO_LARGE,
        new byte[100],
        false);
  }

  @Test
  public void ofABodyThatIsCutTheStartIsKept() throws IOException {
    byte[] body = new byte[100_000];
    new java.util.Random(7).nextBytes(body);
    byte[] packed = gzip(body);
    Decoded decoded = ContentCoding.decode(Arrays.copyOf(packed, 50_000), "gzip", 1 << 20);
    assertThat(decoded.result(), is(Result.BROKEN));
    assertThat(decoded.isPacked(), is(false));
    assertThat(decoded.bytes(), is(Arrays.copyOf(body, decoded.bytes().length)));
    assertThat(decoded.bytes().length > 10_000, is(true));
  }

  @Test
  public void whatCannotBeUndoneStaysPacked() {
    assertDecoded(ContentCoding.decode(BODY, "gzip", 99), Result.BROKEN, BODY, true);
    assertDecoded(ContentCoding.decode(BODY, "br", 99), Result.BROKEN, BODY, true);
    assertDecoded(ContentCoding.decode(BODY, "gzip, gzip", 99), Result.BROKEN, BODY, true);
  }
}
