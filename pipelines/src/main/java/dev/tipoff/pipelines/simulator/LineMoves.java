package dev.tipoff.pipelines.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.common.hash.Hashing;
import dev.tipoff.io.archive.Envelope;
import dev.tipoff.pipelines.simulator.OddsFetches.Fetch;
import dev.tipoff.transforms.model.GameDay;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.joda.time.Instant;

/** The odds of games as they come in, each answer in the envelope that an archive keeps. */
final class LineMoves {
  private static final String SOURCE = "oddsa_player_props";

  private LineMoves() {}

  /** Those of some games, oldest first. */
  static List<Envelope> of(Season season, List<ScheduledGame> games)
      throws JsonProcessingException {
    OddsFetches fetches = new OddsFetches(season);
    List<Envelope> moves = new ArrayList<>();
    for (ScheduledGame game : games) {
      for (Fetch fetch : fetches.of(game)) {
        moves.add(envelope(game, fetch));
      }
    }
    moves.sort(Comparator.comparing(Envelope::getReceivedTime).thenComparing(Envelope::path));
    return moves;
  }

  private static Envelope envelope(ScheduledGame game, Fetch fetch) {
    Instant received = Instant.ofEpochMilli(fetch.at().toEpochMilli());
    String key =
        Hashing.sha256()
            .hashString(game.eventId() + received, StandardCharsets.UTF_8)
            .toString()
            .substring(0, 16);
    return Envelope.answered()
        .setSource(SOURCE)
        .setGameDate(GameDay.of(game.date()))
        .setRequestKey(key + "-" + received.toString().replaceAll("[-:.]", "") + "-p1")
        .setRequest("GET /v4/sports/basketball_nba/events/" + game.eventId() + "/odds")
        .setReceivedTime(received)
        .setBody(fetch.body())
        .build();
  }
}
