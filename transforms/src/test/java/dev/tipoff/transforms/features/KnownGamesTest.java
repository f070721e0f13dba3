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

public class KnownGamesTest implements Serializable {
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
    LeagueHistory league = new LeagueHistory();
    GAMES.forEach(league::add);
    GameDay slate = GameDay.parse("2031-01-10");
    assertThat(
        league.before(slate, "2030-31").thisSeason(ZED).games(),
        is(List.of(GAMES.get(3), GAMES.get(1))));
    assertThat(league.before(slate, "2029-30").thisSeason(ZED).games(), is(List.of(GAMES.get(2))));
    assertThat(
        league.before(slate, "2030-31").thisSeason(PlayerKey.of("900009")).isEmpty(), is(true));
  }

  @Test
  public void aGameAddedAfterALookIsSeen() {
    LeagueHistory league = new LeagueHistory();
    GameDay slate = GameDay.parse("2031-01-10");
    assertThat(league.before(slate, "2030-31").thisSeason(MOE).size(), is(0));
    league.add(GAMES.get(4));
    assertThat(league.before(slate, "2030-31").thisSeason(MOE).size(), is(1));
  }

  @Test
  public void aDoubledBoxScoreIsRefused() {
    LeagueHistory league = new LeagueHistory();
    league.add(GAMES.get(0));
    league.add(GAMES.get(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> league.before(GameDay.parse("2031-02-01"), "2030-31").thisSeason(ZED));
  }

  @Test
  public void everyRowReachesTheSideInput() {
    PCollectionView<LeagueHistory> view =
        pipeline.apply("Games", Create.of(GAMES)).apply(LeagueHistoryView.create());
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
                                    .before(GameDay.parse("2031-01-11"), "2030-31")
                                    .thisSeason(PlayerKey.of(process.element()))
                                    .size());
                          }
                        })
                    .withSideInputs(view));
    PAssert.that(found).containsInAnyOrder(3, 1, 0);
    pipeline.run();
  }

  @Test
  public void withoutBoxScoresEveryHistoryIsEmpty() {
    PCollectionView<LeagueHistory> view =
        pipeline
            .apply("Games", Create.of(GAMES))
            .apply(Filter.by(game -> false))
            .apply(LeagueHistoryView.create());
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
                                    .before(GameDay.parse("2031-01-11"), "2030-31")
                                    .thisSeason(ZED)
                                    .isEmpty());
                          }
                        })
                    .withSideInputs(view));
    PAssert.thatSingleton(found).isEqualTo(true);
    pipeline.run();
  }
}
