package dev.tipoff.io.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.model.TeamCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The good bodies of test-data/league, each as the answer to the call that brings it. */
final class LeagueBodies {
  private static final Path LEAGUE =
      Path.of(System.getProperty("tipoff.root"), "test-data", "league");

  private final Catalogue catalogue;
  private final Map<String, List<Body>> bodies = new LinkedHashMap<>();

  LeagueBodies(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Those of a source that tell of something; empty if the league has none. */
  List<Body> telling(Source source) {
    return of(source).stream()
        .filter(body -> !ParsedRows.of(source.parser(), body).tables().isEmpty())
        .toList();
  }

  /** Of a source, also those that rightly say nothing; empty if the league has none. */
  List<Body> of(Source source) {
    List<Body> found = bodies.get(source.id());
    if (found == null) {
      found = read(source);
      bodies.put(source.id(), found);
    }
    return found;
  }

  private List<Body> read(Source source) {
    Path mappings = LEAGUE.resolve("mappings").resolve(source.id() + ".json");
    if (!Files.exists(mappings)) {
      return List.of();
    }
    try {
      List<Map<String, String>> calls = calls(source);
      List<Body> found = new ArrayList<>();
      for (JsonNode mapping : new JsonMapper().readTree(mappings.toFile()).path("mappings")) {
        String file = mapping.path("response").path("bodyFileName").asText();
        if (!file.isEmpty()) {
          found.add(
              Body.of(
                  file,
                  source.id(),
                  SourceBodies.DAY,
                  ImmutableMap.copyOf(call(source, mapping.path("request"), calls)),
                  SourceBodies.RECEIVED,
                  Files.readAllBytes(LEAGUE.resolve("__files").resolve(file))));
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parameters of each call that the source is asked with. */
  private List<Map<String, String>> calls(Source source) {
    Map<String, String> day =
        new HashMap<>(SlateParameters.of(SourceBodies.DAY, SourceBodies.RECEIVED));
    SlateParameters.OF_SETTINGS.forEach(name -> day.put(name, "a-" + name));
    List<Map<String, String>> calls = new ArrayList<>();
    switch (source.scope()) {
      case SLATE -> calls.add(day);
      case TEAM -> {
        for (TeamCode team : TeamCode.values()) {
          calls.add(with(day, SlateParameters.of(team)));
        }
      }
      case GAME -> {
        Source parent = catalogue.get(String.valueOf(source.parent()));
        for (Body body : of(parent)) {
          for (FeedGame game : ParsedRows.of(parent.parser(), body).rows(FeedTables.GAMES)) {
            calls.add(with(day, SlateParameters.of(game)));
          }
        }
      }
    }
    return calls;
  }

  private static Map<String, String> with(Map<String, String> day, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(day);
    all.putAll(more);
    return all;
  }

  /** The first call that the request is of; the first of all if none is. */
  private static Map<String, String> call(
      Source source, JsonNode request, List<Map<String, String>> calls) {
    return calls.stream()
        .filter(call -> matches(source, request, call))
        .findFirst()
        .orElse(calls.isEmpty() ? Map.of() : calls.get(0));
  }

  private static boolean matches(Source source, JsonNode request, Map<String, String> call) {
    String path = "/" + source.provider().id() + filled(source.path(), call);
    if (!path.equals(request.path("urlPath").asText())
        && !path.matches(request.path("urlPathPattern").asText())) {
      return false;
    }
    for (Map.Entry<String, String> parameter : source.query().entrySet()) {
      JsonNode asked = request.path("queryParameters").path(parameter.getKey()).path("equalTo");
      if (asked.isTextual() && !asked.textValue().equals(filled(parameter.getValue(), call))) {
        return false;
      }
    }
    return true;
  }

  private static String filled(String template, Map<String, String> parameters) {
    String text = template;
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      text = text.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    return text;
  }
}
