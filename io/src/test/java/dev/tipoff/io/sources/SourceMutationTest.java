package dev.tipoff.io.sources;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableMap;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Good bodies of all sources, changed at random: no parser throws or passes over one. */
public class SourceMutationTest {
  private final Catalogue catalogue = Catalogue.load();
  private final List<Source> sources = SourceFixtures.shipped(catalogue);
  private final LeagueBodies league = new LeagueBodies(catalogue);
  private final Map<Source, List<Body>> bodies =
      sources.stream().collect(ImmutableMap.toImmutableMap(source -> source, league::telling));
  private final Map<Body, PlantedBody> planted = new IdentityHashMap<>();
  private final Torture torture = new Torture();

  @Property(
      tries = 10_000,
      seed = "-4127056399046231801",
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void noChangeMakesAParserThrowOrPassOverABody(@ForAll int which, @ForAll long seed) {
    Source source = sources.get(Math.floorMod(which, sources.size()));
    List<Body> all = Objects.requireNonNull(bodies.get(source));
    Body good = all.get((int) Math.floorMod(seed, (long) all.size()));
    BodyMutation mutation = new BodyMutation(seed);
    Body body =
        source.media() == Source.Media.JSON
            ? mutation.of(planted.computeIfAbsent(good, PlantedBody::of))
            : mutation.of(source, good);
    assertThat(
        source + " over " + new String(body.bytes(), StandardCharsets.UTF_8),
        torture.complaint(source, body, source.media() == Source.Media.JSON && hasEmptyList(body)),
        is(nullValue()));
  }

  /** A list may lose its last entry, and then nothing is there to speak of. */
  private static boolean hasEmptyList(Body body) {
    try {
      return hasEmptyList(JsonBody.tree(body.text()));
    } catch (BadBodyException e) {
      return false;
    }
  }

  private static boolean hasEmptyList(JsonNode node) {
    boolean found = node.isArray() && node.isEmpty();
    for (JsonNode inner : node) {
      found |= hasEmptyList(inner);
    }
    return found;
  }
}
