package dev.tipoff.pipelines.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Looks for the markers of secrets in every form. */
final class LeakSearch {
  private static final int PAIRS = 1 << 16;

  /** What begins with two bytes, by these. */
  private final List<List<Sought>> byStart = new ArrayList<>(PAIRS);

  private record Sought(String secret, byte[] form) {}

  LeakSearch() {
    for (int i = 0; i < PAIRS; i++) {
      byStart.add(List.of());
    }
    for (MarkedSecret secret : MarkedSecret.values()) {
      secret.forms().forEach(form -> add(new Sought(secret.name(), form)));
    }
    add(new Sought("START", MarkedSecret.START.getBytes(StandardCharsets.US_ASCII)));
  }

  private void add(Sought sought) {
    int start = pair(sought.form(), 0);
    List<Sought> alike = new ArrayList<>(byStart.get(start));
    alike.add(sought);
    byStart.set(start, alike);
  }

  private static int pair(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << Byte.SIZE | bytes[at + 1] & 0xff;
  }

  /** The places with a marker, each with the names of the secrets, and never a value. */
  List<String> find(Map<String, byte[]> places) {
    List<String> found = new ArrayList<>();
    places.forEach(
        (place, bytes) -> {
          TreeSet<String> secrets = secretsIn(bytes);
          if (secrets.size() > 1) {
            // The start of a marker that is there as a whole.
            secrets.remove("START");
          }
          if (!secrets.isEmpty()) {
            found.add(place + " has " + String.join(", ", secrets));
          }
        });
    return found;
  }

  private TreeSet<String> secretsIn(byte[] bytes) {
    TreeSet<String> found = new TreeSet<>();
    for (int i = 0; i < bytes.length - 1; i++) {
      for (Sought sought : byStart.get(pair(bytes, i))) {
        int end = i + sought.form().length;
        if (end <= bytes.length
            && Arrays.equals(bytes, i, end, sought.form(), 0, sought.form().length)) {
          found.add(sought.secret());
        }
      }
    }
    return found;
  }
}
