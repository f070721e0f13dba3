package dev.tipoff.io.balldontlie;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.google.common.collect.ImmutableList;
import dev.tipoff.io.balldontlie.LeagueNight.Answer;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import dev.tipoff.transforms.feed.ReconcileFeeds;
import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.roster.BuildPlayerRegistry;
import dev.tipoff.transforms.roster.RosterEntry;
import dev.tipoff.transforms.roster.RosterEntry.Evidence;
import dev.tipoff.transforms.tables.RowShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.Rule;
import org.junit.Test;

/** Bodies of balldontlie, and of nobody else, become the league's schedule and box scores. */
public class BdlHistoryTest {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private PCollectionTuple reconcile(List<RosterEntry> known, String... sources) {
    Set<FeedGame> games = new LinkedHashSet<>();
    List<FeedPlayerGame> lines = new ArrayList<>();
    for (String source : sources) {
      for (Answer answer : LeagueNight.answers(source)) {
        games.addAll(answer.parsed().rows(FeedTables.GAMES));
        lines.addAll(answer.parsed().rows(FeedTables.PLAYER_GAMES));
      }
    }
    return pipeline
        .apply("Games", Create.of(games).withCoder(FeedTables.GAMES.coder()))
        .apply(
            ReconcileFeeds.with(
                pipeline.apply(
                    "Lines", Create.of(lines).withCoder(FeedTables.PLAYER_GAMES.coder())),
                pipeline.apply("Stored", Create.empty(Tables.SCHEDULE.coder())),
                pipeline
                    .apply("Known", Create.of(known).withCoder(RowShape.coder(RosterEntry.class)))
                    .apply(CombinedView.of(new BuildPlayerRegistry()))));
  }

  @Test
  public void gamesAndBoxScoresOfPlayersNobodyElseKnows() {
    PCollectionTuple told = reconcile(List.of(), "bdl_games", "bdl_player_box_scores");
    PAssert.that(told.get(ReconcileFeeds.FAILURES)).empty();
    PAssert.that(told.get(ReconcileFeeds.SCHEDULE))
        .satisfies(
            rows -> {
              List<ScheduledGame> games = ImmutableList.copyOf(rows);
              assertThat(games, hasSize(10));
              assertThat(
                  games.stream().map(ScheduledGame::getGameId).toList(),
                  hasItems("20310102-MIABOS", "20310104-LALDEN", "20310110-DENLAL"));
              assertThat(games.stream().map(ScheduledGame::isFinal).toList(), everyItem(is(true)));
              return null;
            });
    PAssert.that(told.get(ReconcileFeeds.PLAYED))
        .satisfies(
            rows -> {
              List<PlayerGame> played = ImmutableList.copyOf(rows);
              assertThat(played, hasSize(100));
              assertThat(
                  played.stream().map(row -> row.getPlayer().getId()).toList(),
                  everyItem(startsWith("bdl-70")));
              return null;
            });
    PAssert.that(told.get(ReconcileFeeds.ABSENT))
        .satisfies(
            rows -> {
              List<String> absent =
                  ImmutableList.copyOf(rows).stream()
                      .map(row -> row.getGameDate() + " " + row.getPlayer())
                      .toList();
              assertThat(absent, hasSize(5));
              assertThat(absent, hasItem("2031-01-10 bdl-7003"));
              return null;
            });
    pipeline.run();
  }

  @Test
  public void boxScoresAloneAreEnoughAndTheLeaguesIdsAreTakenWhereTheyAreKnown() {
    PCollectionTuple told =
        reconcile(
            List.of(
                RosterEntry.create(
                    PlayerKey.of("900003"),
                    "Ivo Djordjevic",
                    TeamCode.BOS,
                    GameDay.parse("2030-12-30"),
                    Evidence.BOX_SCORE),
                RosterEntry.create(
                    PlayerKey.of("900033"),
                    "Marcus Bellweather",
                    TeamCode.LAL,
                    GameDay.parse("2030-12-30"),
                    Evidence.BOX_SCORE),
                RosterEntry.create(
                    PlayerKey.of("900002"),
                    "Marcus Bellweather Jr.",
                    TeamCode.BOS,
                    GameDay.parse("2030-12-30"),
                    Evidence.BOX_SCORE)),
            "bdl_box_scores");
    PAssert.that(told.get(ReconcileFeeds.FAILURES)).empty();
    PAssert.that(told.get(ReconcileFeeds.PLAYED))
        .satisfies(
            rows -> {
              List<PlayerGame> played = ImmutableList.copyOf(rows);
              assertThat(played, hasSize(100));
              assertThat(
                  played.stream()
                      .filter(row -> !row.getPlayer().isStandIn())
                      .map(row -> row.getPlayer() + " " + row.getTeam())
                      .distinct()
                      .sorted()
                      .toList(),
                  is(List.of("900002 BOS", "900033 LAL")));
              return null;
            });
    PAssert.that(told.get(ReconcileFeeds.ABSENT))
        .satisfies(
            rows -> {
              assertThat(
                  ImmutableList.copyOf(rows).stream().map(PlayerDnp::getPlayer).toList(),
                  hasItem(PlayerKey.of("bdl-7003")));
              return null;
            });
    pipeline.run();
  }
}
