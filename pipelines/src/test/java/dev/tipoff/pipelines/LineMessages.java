package dev.tipoff.pipelines;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import dev.tipoff.io.archive.BadEnvelopeException;
import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.EnvelopeMessage;
import dev.tipoff.io.archive.WriteEnvelopes;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.tables.RowShape;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.Create;
import org.joda.time.Instant;

/** Lines as they moved, each body of a game in an envelope, oldest first. */
final class LineMessages {
  private static final String SOURCE = "oddsa_player_props";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Envelope> envelopes;

  private LineMessages(List<Envelope> envelopes) {
    this.envelopes = List.copyOf(envelopes);
  }

  private static LineMessages oldestFirst(List<Envelope> envelopes) {
    return new LineMessages(
        envelopes.stream()
            .sorted(Comparator.comparing(Envelope::getReceivedTime).thenComparing(Envelope::path))
            .toList());
  }

  /** Those of a file that they were written to. */
  static LineMessages read(Path file) throws IOException, BadEnvelopeException {
    List<Envelope> envelopes = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        envelopes.add(EnvelopeMessage.read(line.getBytes(StandardCharsets.UTF_8)));
      }
    }
    return oldestFirst(envelopes);
  }

  /** Moves of the file of that name, a body for each game and time. */
  static LineMessages ofMoves(Path csv, Predicate<String> day) throws IOException {
    Map<String, List<Map<String, String>>> bodies = new TreeMap<>();
    for (Map<String, String> move : HistoryCsv.read(csv).rows()) {
      if (day.test(move.get("date"))) {
        bodies
            .computeIfAbsent(
                move.get("snapshot_time") + "|" + move.get("game_id"), key -> new ArrayList<>())
            .add(move);
      }
    }
    List<Envelope> envelopes = new ArrayList<>();
    for (List<Map<String, String>> moves : bodies.values()) {
      Map<String, String> first = moves.get(0);
      envelopes.add(
          envelope(
              GameDay.parse(first.get("date")),
              Instant.parse(first.get("snapshot_time")),
              body(moves)));
    }
    return oldestFirst(envelopes);
  }

  private static byte[] body(List<Map<String, String>> moves) throws IOException {
    Map<String, String> first = moves.get(0);
    ObjectNode event = JSON.createObjectNode();
    event.put("id", first.get("game_id"));
    event.put("sport_key", "basketball_nba");
    event.put("sport_title", "NBA");
    event.put("commence_time", first.get("commence_time"));
    event.put("home_team", TeamCode.valueOf(first.get("home")).fullName());
    event.put("away_team", TeamCode.valueOf(first.get("away")).fullName());
    ArrayNode bookmakers = event.putArray("bookmakers");
    Map<String, ArrayNode> outcomes = new LinkedHashMap<>();
    for (Map<String, String> move : moves) {
      ArrayNode offers =
          outcomes.computeIfAbsent(
              move.get("bookmaker"),
              key -> {
                ObjectNode book = bookmakers.addObject();
                book.put("key", key);
                book.put("title", key);
                ObjectNode market = book.putArray("markets").addObject();
                market.put("key", "player_points");
                market.put("last_update", move.get("snapshot_time"));
                return market.putArray("outcomes");
              });
      for (String side : List.of("over", "under")) {
        ObjectNode outcome = offers.addObject();
        outcome.put("name", side.equals("over") ? "Over" : "Under");
        outcome.put("description", move.get("player"));
        outcome.put("price", Integer.parseInt(move.get(side + "_odds")));
        outcome.put("point", Double.parseDouble(move.get("line")));
      }
    }
    return JSON.writeValueAsBytes(event);
  }

  private static Envelope envelope(GameDay day, Instant received, byte[] body) {
    String key =
        Hashing.sha256()
            .newHasher()
            .putString(received.toString(), StandardCharsets.UTF_8)
            .putBytes(body)
            .hash()
            .toString()
            .substring(0, 16);
    return Envelope.answered()
        .setSource(SOURCE)
        .setGameDate(day)
        .setRequestKey(key + "-" + received.toString().replaceAll("[-:.]", "") + "-p1")
        .setRequest("GET https://example.com/odds")
        .setReceivedTime(received)
        .setBody(body)
        .build();
  }

  List<Envelope> envelopes() {
    return envelopes;
  }

  /** The same with each twice, and up to so many minutes later than it should be. */
  LineMessages doubledAndLate(int minutes, long seed) {
    Random random = new Random(seed);
    List<Map.Entry<Instant, Envelope>> all = new ArrayList<>();
    for (Envelope envelope : envelopes) {
      for (int copy = 0; copy < 2; copy++) {
        Instant arrival = envelope.getReceivedTime().plus(random.nextInt(minutes * 60_000));
        all.add(Map.entry(arrival, envelope));
      }
    }
    all.sort(Map.Entry.comparingByKey());
    return new LineMessages(all.stream().map(Map.Entry::getValue).toList());
  }

  /** A file of them, packed, one a line. */
  Path writeTo(Path file) throws IOException {
    try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (Envelope envelope : envelopes) {
        packed.write(EnvelopeMessage.write(envelope));
        packed.write('\n');
      }
    }
    return file;
  }

  /** An archive that keeps them. */
  Path archiveIn(Path folder) {
    Pipeline pipeline = Pipeline.create(TestWarehouse.options(PipelineOptions.class));
    pipeline
        .apply(Create.of(envelopes).withCoder(RowShape.coder(Envelope.class)))
        .apply(WriteEnvelopes.to(folder.toString()));
    pipeline.run().waitUntilFinish();
    return folder;
  }
}
