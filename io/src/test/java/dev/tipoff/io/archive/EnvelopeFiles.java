package dev.tipoff.io.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Envelope files that somebody tampered with. */
final class EnvelopeFiles {
  private EnvelopeFiles() {}

  static byte[] replaced(byte[] file, String text, String by) throws IOException {
    String json =
        new String(new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes(), UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(json.replace(text, by).getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
