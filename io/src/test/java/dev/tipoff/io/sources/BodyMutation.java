package dev.tipoff.io.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes a body here and there, in its nodes if it is JSON and in its bytes. */
final class BodyMutation {
  private static final int MOST_CHANGES = 3;
  private static final int LONGEST_RANGE = 40;
  private static final int LINES = 30;

  private final Random dice;

  BodyMutation(long seed) {
    this.dice = new Random(seed);
  }

  /** A body of CSV is changed in its first lines, of which the others are copies in kind. */
  Body of(Source source, Body good) {
    return bytes(source.media() == Source.Media.CSV ? like(good, firstLines(good.bytes())) : good);
  }

  private static byte[] firstLines(byte[] bytes) {
    int end = 0;
    for (int lines = 0; end < bytes.length && lines < LINES; end++) {
      lines += bytes[end] == '\n' ? 1 : 0;
    }
    return Arrays.copyOf(bytes, end);
  }

  Body of(PlantedBody body) {
    return switch (dice.nextInt(5)) {
      case 0 -> bytes(body.body());
      case 1 -> body.with(any(List.copyOf(body.places())), any(Torture.VALUES));
      default -> {
        JsonNode root = body.root().deepCopy();
        for (int i = 0; i <= dice.nextInt(MOST_CHANGES); i++) {
          change(root);
        }
        yield like(body.body(), root.toString().getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  /** Deletes, doubles, empties or retypes a value inside a container, or swaps two. */
  private void change(JsonNode root) {
    List<JsonNode> containers = new ArrayList<>();
    collect(root, containers);
    JsonNode container = any(containers);
    if (container.isEmpty()) {
      return;
    }
    if (container instanceof ArrayNode array) {
      int at = dice.nextInt(array.size());
      switch (dice.nextInt(3)) {
        case 0 -> array.remove(at);
        case 1 -> array.insert(dice.nextInt(array.size()), array.get(at).deepCopy());
        default -> array.set(at, retyped(array.get(at)));
      }
    } else if (container instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = any(names);
      switch (dice.nextInt(4)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(name + "_new", object.get(name).deepCopy());
        case 2 -> object.set(name, object.get(any(names)).deepCopy());
        default -> object.set(name, retyped(object.get(name)));
      }
    }
  }

  private JsonNode retyped(JsonNode value) {
    if (value.isNumber() && dice.nextBoolean()) {
      return TextNode.valueOf(value.asText());
    }
    if (value.isTextual() && dice.nextBoolean()) {
      return IntNode.valueOf(value.asText().length());
    }
    return value.isContainerNode()
        ? TextNode.valueOf("x")
        : TextNode.valueOf(value.asText() + (char) (' ' + dice.nextInt(95)));
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(inner -> collect(inner, containers));
    }
  }

  /** Cuts the body off, or cuts, overwrites or repeats a range of its bytes. */
  private Body bytes(Body body) {
    byte[] bytes = body.bytes();
    int at = dice.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + dice.nextInt(LONGEST_RANGE));
    byte[] changed =
        switch (dice.nextInt(4)) {
          case 0 -> Arrays.copyOf(bytes, at);
          case 1 -> joined(bytes, at, new byte[0], end);
          case 2 -> joined(bytes, at, noise(), end);
          default -> joined(bytes, end, new byte[0], at);
        };
    return like(body, changed);
  }

  /** The bytes up to a place, others, and the bytes from another place on. */
  private static byte[] joined(byte[] bytes, int to, byte[] others, int from) {
    byte[] joined = Arrays.copyOf(bytes, to + others.length + bytes.length - from);
    System.arraycopy(others, 0, joined, to, others.length);
    System.arraycopy(bytes, from, joined, to + others.length, bytes.length - from);
    return joined;
  }

  private byte[] noise() {
    byte[] noise = new byte[dice.nextInt(LONGEST_RANGE)];
    dice.nextBytes(noise);
    if (dice.nextBoolean()) {
      for (int i = 0; i < noise.length; i++) {
        noise[i] = (byte) (' ' + (noise[i] & 0x3f));
      }
    }
    return noise;
  }

  private <T> T any(List<T> all) {
    return all.get(dice.nextInt(all.size()));
  }

  private static Body like(Body body, byte[] bytes) {
    return Body.of(
        body.name(),
        body.source(),
        body.filedUnder(),
        body.parameters(),
        body.receivedTime(),
        bytes);
  }
}
