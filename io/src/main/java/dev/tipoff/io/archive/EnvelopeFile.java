package dev.tipoff.io.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tipoff.io.archive.Envelope.Outcome;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * How an {@link Envelope} lies in a file: gzipped JSON with the body as text, or in Base64 if it is
 * no UTF-8. Equal envelopes give equal bytes.
 */
final class EnvelopeFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EnvelopeFile() {}

  static byte[] write(Envelope envelope) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(envelope)));
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written to", e);
    }
    return bytes.toByteArray();
  }

  /** What a file has packed. */
  static ObjectNode json(Envelope envelope) {
    ObjectNode json = JSON.createObjectNode();
    json.put("source", envelope.getSource());
    json.put("game_date", envelope.getGameDate().toString());
    json.put("request_key", envelope.getRequestKey());
    json.put("request", envelope.getRequest());
    json.set("parameters", JSON.valueToTree(new TreeMap<>(envelope.getParameters())));
    json.put("outcome", envelope.getOutcome().name());
    json.put("fault", envelope.getFault() == null ? null : envelope.getFault().name());
    json.put("message", envelope.getMessage());
    json.put("status", envelope.getStatus());
    json.set("headers", JSON.valueToTree(new TreeMap<>(envelope.getHeaders())));
    json.put("attempts", envelope.getAttempts());
    json.put("received_time", envelope.getReceivedTime().toString());
    json.put("sha256", envelope.sha256());
    String text = text(envelope.getBody());
    if (text == null) {
      json.put("body_base64", envelope.getBody());
    } else {
      json.put("body", text);
    }
    return json;
  }

  /**
   * Reads a file.
   *
   * @param path the file's own, inside its archive
   * @throws BadEnvelopeException if the file is no envelope, was cut, its body is not the one that
   *     was stored, or it lies under another path than the one it says
   */
  static Envelope read(String path, byte[] file) throws BadEnvelopeException {
    Envelope envelope = envelope(json(file));
    if (!envelope.path().equals(path)) {
      throw new BadEnvelopeException("it says that it is " + envelope.path());
    }
    return envelope;
  }

  /**
   * Reads what a file has packed.
   *
   * @throws BadEnvelopeException if it is no envelope, or its body is not the one that was stored
   */
  static Envelope envelope(JsonNode json) throws BadEnvelopeException {
    try {
      Envelope envelope =
          Envelope.builder()
              .setSource(text(json, "source"))
              .setGameDate(GameDay.parse(text(json, "game_date")))
              .setRequestKey(text(json, "request_key"))
              .setRequest(text(json, "request"))
              .setParameters(texts(json.path("parameters")))
              .setOutcome(Outcome.valueOf(text(json, "outcome")))
              .setFault(json.hasNonNull("fault") ? FailureCode.valueOf(text(json, "fault")) : null)
              .setMessage(text(json, "message"))
              .setStatus(json.hasNonNull("status") ? json.path("status").intValue() : null)
              .setHeaders(texts(json.path("headers")))
              .setAttempts(json.path("attempts").intValue())
              .setReceivedTime(Instant.parse(text(json, "received_time")))
              .setBody(body(json))
              .build();
      if (!envelope.sha256().equals(text(json, "sha256"))) {
        throw new BadEnvelopeException(
            "the body is not the one that was stored: its SHA-256 is another");
      }
      return envelope;
    } catch (IllegalArgumentException | IOException e) {
      throw new BadEnvelopeException("the file is no envelope: " + e.getMessage());
    }
  }

  private static JsonNode json(byte[] file) throws BadEnvelopeException {
    try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(file))) {
      return JSON.readTree(unpacked.readAllBytes());
    } catch (JsonProcessingException e) {
      throw new BadEnvelopeException("the file is no envelope: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new BadEnvelopeException("the file cannot be unpacked: " + e.getMessage());
    }
  }

  private static byte[] body(JsonNode json) throws IOException {
    return json.has("body_base64")
        ? json.path("body_base64").binaryValue()
        : text(json, "body").getBytes(StandardCharsets.UTF_8);
  }

  private static String text(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("it has no " + field);
    }
    return value.textValue();
  }

  private static Map<String, String> texts(JsonNode json) {
    Map<String, String> texts = new TreeMap<>();
    json.fields().forEachRemaining(field -> texts.put(field.getKey(), field.getValue().asText()));
    return texts;
  }

  private static @Nullable String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
