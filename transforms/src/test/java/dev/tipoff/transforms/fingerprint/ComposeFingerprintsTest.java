package dev.tipoff.transforms.fingerprint;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.transforms.fingerprint.FingerprintRow.Branch;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.slate.SlateWindows;
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
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollectionView;
import org.joda.time.Instant;

/** One row changes one source's fingerprint, of the slates that look back on it and no others. */
public class ComposeFingerprintsTest {
  private static final GameDay DAY = GameDay.parse("2025-01-10");
  private static final Instant AS_OF = Instant.parse("2025-01-10T22:00:00Z");
  private static final SlateRange SLATES = SlateRange.of(DAY, DAY.plusDays(9));
  private static final ImmutableMap<String, LookBack> SOURCES =
      ImmutableMap.of(
          "lines", LookBack.SLATE,
          "games", LookBack.SEASON_BEFORE,
          "grades", LookBack.WEEK,
          "roster", LookBack.UP_TO,
          "schedule", LookBack.SEASON);

  private static SortedMap<GameDay, SlateFingerprints> compose(List<FingerprintRow> rows) {
    return RunFingerprints.compose(SLATES, SOURCES, rows).slates();
  }

  private static String text(List<FingerprintRow> rows) {
    return compose(rows).toString();
  }

  /** Rows of the statement: at most one a source and day. */
  @Provide
  Arbitrary<List<FingerprintRow>> tables() {
    return row().list().ofMaxSize(40).uniqueElements(r -> r.getSource() + r.getGameDate());
  }

  @Provide
  Arbitrary<FingerprintRow> row() {
    return Combinators.combine(
            Arbitraries.of("lines", "games", "grades", "roster", "schedule"),
            Arbitraries.longs().between(-140, 20),
            Arbitraries.longs().between(1, 500),
            Arbitraries.longs())
        .as(
            (source, day, rows, hash) ->
                FingerprintRow.source(source, DAY.plusDays(day), rows, hash));
  }

  /** Which slate and source differ. */
  private static TreeSet<String> differences(List<FingerprintRow> one, List<FingerprintRow> other) {
    SortedMap<GameDay, SlateFingerprints> before = compose(one);
    SortedMap<GameDay, SlateFingerprints> after = compose(other);
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
            case "roster" -> at <= end;
            default -> at <= end && at >= GameDay.parse("2024-10-01").getEpochDay();
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
    assertThat(text(shuffled), is(text(rows)));
  }

  @Property(tries = 15)
  void theTransformComposesAsOneSees(@ForAll("tables") List<FingerprintRow> rows) {
    List<FingerprintRow> all = new ArrayList<>(rows);
    all.add(recorded(Branch.LAST_RUN, "predict", "version=1\noption devig=POWER"));
    all.add(recorded(Branch.EXPECTED, "analytics", "lines=3;games=0"));
    all.add(FingerprintRow.create(Branch.PUBLISHED, "0022400001", DAY, 8, 0, "ensemble", AS_OF));
    Pipeline pipeline = Pipeline.create(TestPipeline.testingPipelineOptions());
    PCollectionView<RunFingerprints> composed =
        pipeline
            .apply(Create.of(all).withCoder(RowShape.coder(FingerprintRow.class)))
            .apply(ComposeFingerprints.of(SLATES, SOURCES));
    PAssert.that(
            pipeline
                .apply("Slates", Create.of(SLATES.days()))
                .apply("ASlateIsAWindow", SlateWindows.by(day -> day))
                .apply("Look", ParDo.of(new LookFn(composed)).withSideInputs(List.of(composed)))
                .apply("Unwindow", Window.into(new GlobalWindows())))
        .containsInAnyOrder(compose(all).values().stream().map(LookFn::text).toList());
    pipeline.run();
  }

  private static FingerprintRow recorded(Branch branch, String pipeline, String text) {
    return FingerprintRow.create(branch, pipeline, DAY, 0, 0, text, null);
  }

  /** What a step sees of its slate. */
  private static final class LookFn extends DoFn<GameDay, String> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<RunFingerprints> composed;

    LookFn(PCollectionView<RunFingerprints> composed) {
      this.composed = composed;
    }

    @ProcessElement
    public void look(@Element GameDay day, ProcessContext process) {
      process.output(text(process.sideInput(composed).slate(day)));
    }

    static String text(SlateFingerprints slate) {
      return slate + " published " + slate.isPublished("0022400001", "ensemble", AS_OF);
    }
  }

  @Example
  void whatRunsRecordedIsOfItsSlateOnly() {
    SortedMap<GameDay, SlateFingerprints> slates =
        compose(
            List.of(
                recorded(Branch.LAST_RUN, "predict", "version=1\noption devig=a=b"),
                recorded(Branch.EXPECTED, "analytics", "lines=3;games=0"),
                recorded(Branch.EXPECTED, "precompute", "features=7"),
                FingerprintRow.create(
                    Branch.PUBLISHED, "0022400001", DAY, 8, 0, "ensemble", AS_OF)));
    SlateFingerprints slate = slates.get(DAY);
    assertThat(slate.lastRun(), is(Map.of("version", "1", "option devig", "a=b")));
    assertThat(slate.expected(), is(Map.of("lines", 3L, "games", 0L, "features", 7L)));
    assertThat(slate.isPublished("0022400001"), is(true));
    assertThat(slate.isPublished("0022400002"), is(false));
    assertThat(slate.isPublished("0022400001", "ensemble", AS_OF), is(true));
    assertThat(slate.isPublished("0022400001", "similarity", AS_OF), is(false));
    assertThat(slate.isPublished("0022400001", "ensemble", AS_OF.plus(1)), is(false));
    SlateFingerprints next = slates.get(DAY.plusDays(1));
    assertThat(next.lastRun(), is(Map.of()));
    assertThat(next.expected(), is(Map.of()));
    assertThat(next.isPublished("0022400001"), is(false));
  }

  @Example
  void aSourceThatThePhaseDoesNotDeclareIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> compose(List.of(FingerprintRow.source("others", DAY, 1, 1))));
  }

  @Example
  void aSkipKeyIsReadAsItWasWritten() {
    SlateFingerprints slate =
        compose(List.of(FingerprintRow.source("lines", DAY, 4, 0xabcL))).get(DAY);
    SkipKey key = SkipKey.of(slate, Map.of("option a=b", "c=d", "option site", "/a b;c\n=\r\n$1"));
    assertThat(SkipKey.parse(key.text()), is(key.inputs()));
    assertThat(key.hash(), is(SkipKey.of(slate, SkipKey.parse(key.text())).hash()));
    assertThat(key.hash(), is(not(SkipKey.of(slate, Map.of()).hash())));
  }

  @Example
  void aSourceWithoutRowsIsThereWithNone() {
    Map<String, Fingerprint> none = new TreeMap<>();
    SOURCES.keySet().forEach(source -> none.put(source, new Fingerprint(0, 0)));
    for (SlateFingerprints slate : compose(List.of()).values()) {
      assertThat(slate.sources(), is(none));
    }
  }

  @Example
  void theSlatesOwnRowsAreToldFromThoseItLooksBackOn() {
    SlateFingerprints slate =
        compose(
                List.of(
                    FingerprintRow.source("lines", DAY, 4, 1),
                    FingerprintRow.source("roster", DAY.plusDays(-1), 7, 2),
                    FingerprintRow.source("roster", DAY, 2, 3),
                    FingerprintRow.source("games", DAY.plusDays(-1), 9, 4),
                    FingerprintRow.source("games", DAY, 8, 5)))
            .get(DAY);
    assertThat(
        slate.ownRows(), is(Map.of("lines", 4L, "roster", 2L, "grades", 0L, "schedule", 0L)));
    assertThat(slate.sources().get("roster").rows(), is(9L));
  }

  @Example
  void aSkipKeySaysWhatDiffers() {
    FingerprintRow lines = FingerprintRow.source("lines", DAY, 4, 0xabcL);
    SlateFingerprints slate = compose(List.of(lines)).get(DAY);
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
    assertThat(key.changesSince(Map.of()), is(List.of("no completed run is known")));
  }
}
