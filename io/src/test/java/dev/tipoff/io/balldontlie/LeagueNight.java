package dev.tipoff.io.balldontlie;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.Source;
import dev.tipoff.transforms.model.GameDay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the server of the invented league night answers for balldontlie, as its stubs have it. */
final class LeagueNight {
  static final List<String> SOURCES =
      List.of(
          "bdl_active_players",
          "bdl_box_scores",
          "bdl_games",
          "bdl_injuries",
          "bdl_live_box_scores",
          "bdl_player_box_scores",
          "bdl_standings");

  private static final Path LEAGUE =
      Path.of(System.getProperty("tipoff.root")).resolve("test-data/league");

  /**
   * One stub.
   *
   * @param request what it answers
   * @param file its body
   */
  record Answer(Source source, JsonNode request, String file) {
    /** The day that is asked for, or that of the night. */
    GameDay day() {
      JsonNode query = request.path("queryParameters");
      String from = query.path("start_date").path("equalTo").asText();
      String date = query.path("date").path("equalTo").asText(from);
      return GameDay.parse(date.isEmpty() ? "2031-01-10" : date);
    }

    ParsedRows parsed() {
      return ParsedRows.of(
          source.parser(),
          Body.of(
              file,
              source.id(),
              day(),
              ImmutableMap.of(),
              day().lastInstant(),
              read(LEAGUE.resolve("__files").resolve(file))));
    }
  }

  private LeagueNight() {}

  static List<Answer> answers(String source) {
    List<Answer> answers = new ArrayList<>();
    try {
      JsonNode stubs =
          new ObjectMapper().readTree(read(LEAGUE.resolve("mappings/" + source + ".json")));
      for (JsonNode stub : stubs.path("mappings")) {
        answers.add(
            new Answer(
                Catalogue.load().get(source),
                stub.path("request"),
                stub.path("response").path("bodyFileName").asText()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answers;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
