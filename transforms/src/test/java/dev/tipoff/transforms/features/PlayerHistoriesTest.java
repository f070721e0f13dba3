package dev.tipoff.transforms.features;

import static dev.tipoff.transforms.Invented.MOE;
import static dev.tipoff.transforms.Invented.ZED;
import static dev.tipoff.transforms.Invented.played;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.Rule;
import org.junit.Test;

public class PlayerHistoriesTest implements Serializable {
  private static final List<PlayerGame> GAMES =
      List.of(
          played("5", "2031-01-10").build(),
          played("3", "2031-01-05").build(),
          played("1", "2030-03-01").build(),
          played("2", "2030-12-01").build(),
          played("4", "2031-01-08").setPlayer(MOE).build());

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  @Test
  public void looksBackOnThisSeasonOnly() {
    PlayerHistories histories = new PlayerHistories();
    GAMES.forEach(histories::add);
    GameDay slate = GameDay.parse("2031-01-10");
    assertThat(
        histories.before(ZED, "2030-31", slate).games(), is(List.of(GAMES.get(3), GAMES.get(1))));
    assertThat(histories.before(ZED, "2029-30", slate).games(), is(List.of(GAMES.get(2))));
    assertThat(histories.before(PlayerKey.of("900009"), "2030-31", slate).isEmpty(), is(true));
  }

  @Test
  public void aGameAddedAfterALookIsSeen() {
    PlayerHistories histories = new PlayerHistories();
    GameDay slate = GameDay.parse("2031-01-10");
    assertThat(histories.before(MOE, "2030-31", slate).size(), is(0));
    histories.add(GAMES.get(4));
    assertThat(histories.before(MOE, "2030-31", slate).size(), is(1));
  }

  @Test
  public void aDoubledBoxScoreIsRefused() {
    PlayerHistories histories = new PlayerHistories();
    histories.add(GAMES.get(0));
    histories.add(GAMES.get(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> histories.before(ZED, "2030-31", GameDay.parse("2031-02-01")));
  }

  @Test
  public void everyRowReachesTheSideInput() {
    PCollectionView<PlayerHistories> view =
        pipeline.apply("Games", Create.of(GAMES)).apply(PlayerHistoriesView.create());
    PCollection<Integer> found =
        pipeline
            .apply("Players", Create.of("900001", "900002", "900009"))
            .apply(
                ParDo.of(
                        new DoFn<String, Integer>() {
                          @ProcessElement
                          public void count(ProcessContext process) {
                            process.output(
                                process
                                    .sideInput(view)
                                    .before(
                                        PlayerKey.of(process.element()),
                                        "2030-31",
                                        GameDay.parse("2031-01-11"))
                                    .size());
                          }
                        })
                    .withSideInputs(view));
    PAssert.that(found).containsInAnyOrder(3, 1, 0);
    pipeline.run();
  }

  @Test
  public void withoutBoxScoresEveryHistoryIsEmpty() {
    PCollectionView<PlayerHistories> view =
        pipeline
            .apply("Games", Create.of(GAMES))
            .apply(Filter.by(game -> false))
            .apply(PlayerHistoriesView.create());
    PCollection<Boolean> found =
        pipeline
            .apply("Player", Create.of("900001"))
            .apply(
                ParDo.of(
                        new DoFn<String, Boolean>() {
                          @ProcessElement
                          public void look(ProcessContext process) {
                            process.output(
                                process
                                    .sideInput(view)
                                    .before(ZED, "2030-31", GameDay.parse("2031-01-11"))
                                    .isEmpty());
                          }
                        })
                    .withSideInputs(view));
    PAssert.thatSingleton(found).isEqualTo(true);
    pipeline.run();
  }
}
