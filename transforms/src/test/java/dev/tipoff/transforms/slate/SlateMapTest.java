package dev.tipoff.transforms.slate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.Test;

public class SlateMapTest {
  /** Keyed by the remainder, so that rows collide. */
  private static SlateMap<Integer, Integer> of(List<Integer> rows) {
    SlateMap<Integer, Integer> map = new SlateMap<>();
    rows.forEach(row -> map.put(row % 10, row));
    return map;
  }

  @Test
  public void aKeyHasAValueOrNoneOrSeveral() {
    SlateMap<Integer, Integer> map = of(List.of(1, 2, 12));
    assertThat(map.find(1), is(new SlateMap.Value<>(1)));
    assertThat(map.find(2), is(new SlateMap.Duplicate<>()));
    assertThat(map.find(3), is(new SlateMap.Missing<>()));
    assertThat(map.keys(), containsInAnyOrder(1, 2));
    assertThat(map.isEmpty(), is(false));
  }

  @Test
  public void theSameRowTwiceIsADuplicateToo() {
    assertThat(of(List.of(4, 4)).find(4), is(new SlateMap.Duplicate<>()));
  }

  @Test
  public void anEmptyMapMissesEverything() {
    SlateMap<Integer, Integer> map = new SlateMap<>();
    assertThat(map.isEmpty(), is(true));
    assertThat(map.find(1), is(new SlateMap.Missing<>()));
  }

  @Test
  public void mapsWithOtherValuesDiffer() {
    assertThat(of(List.of(1, 2)), is(of(List.of(2, 1))));
    assertThat(of(List.of(1)), is(not(of(List.of(11)))));
    assertThat(of(List.of(1)), is(not(of(List.of(1, 1)))));
    assertThat(of(List.of(1)), is(not(of(List.of(1, 2)))));
  }

  @Property
  void partsInAnyOrderMakeTheWhole(
      @ForAll @Size(max = 20) List<@IntRange(max = 39) Integer> rows,
      @ForAll @IntRange(max = 20) int cut,
      @ForAll Random random) {
    List<Integer> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    int at = Math.min(cut, shuffled.size());
    SlateMap<Integer, Integer> merged = new SlateMap<>();
    merged.putAll(of(shuffled.subList(0, at)));
    merged.putAll(of(shuffled.subList(at, shuffled.size())));
    assertThat(merged, is(of(rows)));
    assertThat(merged.hashCode(), is(of(rows).hashCode()));
    Map<Integer, List<Integer>> expected =
        rows.stream().collect(Collectors.groupingBy(row -> row % 10));
    for (int key = 0; key < 10; key++) {
      List<Integer> found = expected.getOrDefault(key, List.of());
      assertThat(
          merged.find(key),
          is(
              found.isEmpty()
                  ? new SlateMap.Missing<>()
                  : found.size() == 1
                      ? new SlateMap.Value<>(found.get(0))
                      : new SlateMap.Duplicate<>()));
    }
  }

  @Property
  void theRowsMakeAnEqualMap(@ForAll @Size(max = 20) List<@IntRange(max = 39) Integer> rows) {
    SlateMap<Integer, Integer> map = of(rows);
    assertThat(of(map.rows()), is(map));
  }
}
