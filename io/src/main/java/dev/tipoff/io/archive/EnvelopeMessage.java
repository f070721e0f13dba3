package dev.tipoff.io.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How an {@link Envelope} travels in a message: the JSON that a file of the archive has packed. */
public final class EnvelopeMessage {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The attribute of a message that names the envelope; two with one name are copies. */
  public static final String ID = "envelope";

  /** The attribute of a message with the time at which the answer was received. */
  public static final String RECEIVED_TIME = "received_time";

  private EnvelopeMessage() {}

  /** One line. */
  public static byte[] write(Envelope envelope) {
    try {
      return JSON.writeValueAsBytes(EnvelopeFile.json(envelope));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("memory can be written to", e);
    }
  }

  /**
   * Reads a message.
   *
   * @throws BadEnvelopeException if it is no envelope, or its body is not the one that was sent
   */
  public static Envelope read(byte[] message) throws BadEnvelopeException {
    try {
      return EnvelopeFile.envelope(JSON.readTree(message));
    } catch (JsonProcessingException e) {
      throw new BadEnvelopeException("the message is no envelope: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be read", e);
    }
  }
}
