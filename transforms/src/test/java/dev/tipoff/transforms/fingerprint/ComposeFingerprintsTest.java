package dev.tipoff.transforms.fingerprint;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.fingerprint.FingerprintRow.Branch;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.RowShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;

/** One row changes one source's fingerprint, of the slates that look back on it and no others. */
public class ComposeFingerprintsTest {
  private static final GameDay DAY = GameDay.parse("2025-01-10");
  private static final SlateRange SLATES = SlateRange.of(DAY, DAY.plusDays(9));
  private static final Map<String, LookBack> SOURCES =
      Map.of(
          "lines", LookBack.SLATE,
          "games", LookBack.SEASON_BEFORE,
          "grades", LookBack.WEEK,
          "roster", LookBack.EVER,
          "nothing", LookBack.SLATE);

  private static ComposeFingerprints compose() {
    return ComposeFingerprints.of(SLATES, SOURCES);
  }

  /** Rows of the statement: at most one a source and day. */
  @Provide
  Arbitrary<List<FingerprintRow>> tables() {
    return row().list().ofMaxSize(40).uniqueElements(r -> r.getSource() + r.getGameDate());
  }

  @Provide
  Arbitrary<FingerprintRow> row() {
    return Combinators.combine(
            Arbitraries.of("lines", "games", "grades", "roster"),
            Arbitraries.longs().between(-140, 20),
            Arbitraries.longs().between(1, 500),
            Arbitraries.longs())
        .as(
            (source, day, rows, hash) ->
                FingerprintRow.source(source, DAY.plusDays(day), rows, hash));
  }

  /** Which slate and source differ. */
  private static TreeSet<String> differences(List<FingerprintRow> one, List<FingerprintRow> other) {
    SortedMap<GameDay, SlateFingerprints> before = compose().compose(one);
    SortedMap<GameDay, SlateFingerprints> after = compose().compose(other);
    TreeSet<String> different = new TreeSet<>();
    for (GameDay slate : SLATES.days()) {
      for (String source : SOURCES.keySet()) {
        if (!before
            .get(slate)
            .sources()
            .get(source)
            .equals(after.get(slate).sources().get(source))) {
          different.add(slate + " " + source);
        }
      }
    }
    return different;
  }

  /** Said again, apart from {@link LookBack}: who looks back on a day. */
  private static TreeSet<String> holding(FingerprintRow row) {
    TreeSet<String> holding = new TreeSet<>();
    long at = row.getGameDate().getEpochDay();
    for (GameDay slate : SLATES.days()) {
      long end = slate.getEpochDay();
      boolean holds =
          switch (row.getSource()) {
            case "lines" -> at == end;
            case "games" -> at < end && at >= GameDay.parse("2024-10-01").getEpochDay();
            case "grades" -> at <= end && at >= end - 7;
            default -> true;
          };
      if (holds) {
        holding.add(slate + " " + row.getSource());
      }
    }
    return holding;
  }

  @Property
  void oneMoreRowChangesItsSourceForTheSlatesThatLookBackOnIt(
      @ForAll("tables") List<FingerprintRow> rows, @ForAll("row") FingerprintRow added) {
    List<FingerprintRow> more = new ArrayList<>(rows);
    more.add(added);
    assertThat(differences(rows, more), is(holding(added)));
    assertThat(differences(more, rows), is(holding(added)));
  }

  @Property
  void oneChangedRowChangesItsSourceForTheSlatesThatLookBackOnIt(
      @ForAll("tables") List<FingerprintRow> rows,
      @ForAll("row") FingerprintRow row,
      @ForAll long other) {
    List<FingerprintRow> before = new ArrayList<>(rows);
    before.add(row);
    List<FingerprintRow> after = new ArrayList<>(rows);
    after.add(FingerprintRow.source(row.getSource(), row.getGameDate(), row.getRowCount(), other));
    assertThat(
        differences(before, after),
        is(other == row.getRowHashes() ? new TreeSet<>() : holding(row)));
  }

  @Property
  void orderDoesNotMatter(@ForAll("tables") List<FingerprintRow> rows, @ForAll long seed) {
    List<FingerprintRow> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(compose().compose(shuffled), is(compose().compose(rows)));
  }

  @Property(tries = 15)
  void theTransformComposesAsOneSees(@ForAll("tables") List<FingerprintRow> rows) {
    List<FingerprintRow> all = new ArrayList<>(rows);
    all.add(FingerprintRow.create(Branch.LAST_RUN, "version", DAY, 0, 0, "1"));
    all.add(FingerprintRow.create(Branch.PUBLISHED, "0022400001", DAY, 8, 0, null));
    Pipeline pipeline = Pipeline.create(TestPipeline.testingPipelineOptions());
    PAssert.that(
            pipeline
                .apply(Create.of(all).withCoder(RowShape.coder(FingerprintRow.class)))
                .apply(compose())
                .apply(Window.into(new GlobalWindows())))
        .containsInAnyOrder(compose().compose(all).values());
    pipeline.run();
  }

  @Example
  void aSourceWithoutRowsIsThereWithNone() {
    Map<String, Fingerprint> none = new TreeMap<>();
    SOURCES.keySet().forEach(source -> none.put(source, new Fingerprint(0, 0)));
    for (SlateFingerprints slate : compose().compose(List.of()).values()) {
      assertThat(slate.sources(), is(none));
    }
  }

  @Example
  void aSkipKeySaysWhatDiffers() {
    FingerprintRow lines = FingerprintRow.source("lines", DAY, 4, 0xabcL);
    SlateFingerprints slate = compose().compose(List.of(lines)).get(DAY);
    SkipKey key = SkipKey.of(slate, Map.of("option devig", "POWER", "version", "2"));
    assertThat(key.changesSince(key.inputs()), is(empty()));
    Map<String, String> last = new TreeMap<>(key.inputs());
    last.put("lines", "5 rows 0000000000000abd");
    last.put("option devig", "SHIN");
    last.remove("version");
    assertThat(
        key.changesSince(last),
        containsInAnyOrder(
            "lines is 4 rows 0000000000000abc, was 5 rows 0000000000000abd",
            "option devig is POWER, was SHIN",
            "version is 2, was absent"));
    assertThat(
        key.changesSince(Map.of()),
        is(List.of("the last run was not completed, or there was none")));
  }
}
