package dev.tipoff.io.sources;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * Every parser of the catalogue over every file of test-data/json-torture, after the categories of
 * RFC 8259, and over the league's good bodies with each of {@link Torture#VALUES} in each place.
 */
public class JsonTortureTest {
  private static final Path FILES =
      Path.of(System.getProperty("tipoff.root"), "test-data", "json-torture");

  private static final Catalogue CATALOGUE = Catalogue.load();

  private final Torture torture = new Torture();
  private final LeagueBodies league = new LeagueBodies(CATALOGUE);
  private final List<String> complaints = new ArrayList<>();

  private static Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> names = Files.list(FILES)) {
      for (Path file : names.sorted().toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    files.put("nested-a-hundred-thousand-deep", Torture.nested().getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private void torture(Source source, Body body, String what, boolean mayBeEmpty) {
    String complaint = torture.complaint(source, body, mayBeEmpty);
    if (complaint != null) {
      complaints.add(source + " over " + what + ": " + complaint);
    }
  }

  @Test
  public void everySourceHasGoodBodies() {
    for (Source source : SourceFixtures.shipped(CATALOGUE)) {
      assertThat(source.id(), league.telling(source), is(not(empty())));
      for (Body body : league.of(source)) {
        ParsedRows parsed = ParsedRows.of(source.parser(), body);
        assertThat(source + " " + body.name(), SourceFixtures.failures(parsed), is(empty()));
      }
    }
  }

  @Test
  public void noFileMakesAParserThrowOrPassOverIt() throws IOException {
    Map<String, byte[]> files = files();
    assertThat(files.keySet(), hasSize(greaterThan(70)));
    for (Source source : SourceFixtures.shipped(CATALOGUE)) {
      List<Body> good = league.telling(source);
      ImmutableMap<String, String> parameters =
          good.isEmpty() ? ImmutableMap.of() : good.get(0).parameters();
      files.forEach(
          (name, bytes) ->
              torture(
                  source,
                  Body.of(
                      name,
                      source.id(),
                      SourceBodies.DAY,
                      parameters,
                      SourceBodies.RECEIVED,
                      bytes),
                  name,
                  false));
    }
    assertThat(complaints, is(empty()));
  }

  @Test
  public void noValueInAGoodBodyMakesAParserThrowOrPassOverIt() {
    int planted = 0;
    for (Source source : SourceFixtures.shipped(CATALOGUE)) {
      for (Body body : Iterables.limit(league.telling(source), 1)) {
        if (source.media() == Source.Media.JSON) {
          PlantedBody good = PlantedBody.of(body);
          for (String place : good.places()) {
            for (String value : Iterables.concat(Torture.VALUES, Torture.EMPTY)) {
              String what = place + " = " + (value.length() > 40 ? value.substring(0, 40) : value);
              torture(source, good.with(place, value), what, Torture.EMPTY.contains(value));
              planted++;
            }
          }
        }
      }
    }
    assertThat(planted, is(greaterThan(1_000)));
    assertThat(complaints, is(empty()));
  }
}
