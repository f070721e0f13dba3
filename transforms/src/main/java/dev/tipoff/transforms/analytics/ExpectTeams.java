package dev.tipoff.transforms.analytics;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.grouping.CoGroupInShards;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.GameLine;
import dev.tipoff.transforms.tables.RowShape;
import dev.tipoff.transforms.travel.Arena;
import dev.tipoff.transforms.travel.Arenas;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Both teams of each scheduled game of the slates: how rested they are and how far they have come,
 * by the schedule of the season before the slate, and what the market expects of them.
 */
@AutoValue
public abstract class ExpectTeams
    extends PTransform<PCollection<ScheduledGame>, PCollection<UpcomingTeamContext>> {
  private static final TupleTag<ScheduledGame> GAMES = new TupleTag<>("games") {};
  private static final TupleTag<GameLine> LINES = new TupleTag<>("lines") {};

  abstract SlateRange slates();

  abstract PCollection<GameLine> lines();

  /**
   * Of a schedule of the slates and of their seasons up to them.
   *
   * @param lines spreads and totals of the slates
   */
  public static ExpectTeams of(SlateRange slates, PCollection<GameLine> lines) {
    return new AutoValue_ExpectTeams(slates, lines);
  }

  @Override
  public PCollection<UpcomingTeamContext> expand(PCollection<ScheduledGame> schedule) {
    return KeyedPCollectionTuple.of(
            GAMES,
            schedule.apply(
                "GamesBySeason",
                WithKeys.<String, ScheduledGame>of(game -> season(game.getGameDate()))
                    .withKeyType(TypeDescriptors.strings())))
        .and(
            LINES,
            lines()
                .apply(
                    "LinesBySeason",
                    WithKeys.<String, GameLine>of(line -> season(line.getGameDate()))
                        .withKeyType(TypeDescriptors.strings())))
        .apply("BySeason", CoGroupInShards.create())
        .apply("Expect", ParDo.of(new ExpectFn(slates())))
        .setCoder(RowShape.coder(UpcomingTeamContext.class));
  }

  private static String season(GameDay day) {
    return Season.of(day).label();
  }

  private static final class ExpectFn extends DoFn<KV<String, CoGbkResult>, UpcomingTeamContext> {
    private static final long serialVersionUID = 1L;

    private final SlateRange slates;

    ExpectFn(SlateRange slates) {
      this.slates = slates;
    }

    @ProcessElement
    public void expect(ProcessContext process) {
      CoGbkResult season = Objects.requireNonNull(process.element().getValue());
      SeasonSchedule schedule = new SeasonSchedule(season.getAll(GAMES));
      List<GameLine> lines = ImmutableList.copyOf(season.getAll(LINES));
      for (ScheduledGame game : schedule.games()) {
        if (slates.contains(game.getGameDate())) {
          MarketOfGame market = new MarketOfGame(game, lines);
          process.output(context(game, true, schedule, market));
          process.output(context(game, false, schedule, market));
        }
      }
    }
  }

  private static UpcomingTeamContext context(
      ScheduledGame game, boolean home, SeasonSchedule schedule, MarketOfGame market) {
    GameDay day = game.getGameDate();
    TeamCode team = home ? game.getHome() : game.getAway();
    TeamCode opponent = home ? game.getAway() : game.getHome();
    Integer rest = schedule.daysRest(team, day);
    Integer opponentRest = schedule.daysRest(opponent, day);
    UpcomingTeamContext.Builder context =
        UpcomingTeamContext.builder()
            .setSeason(game.getSeason())
            .setSeasonType(game.getSeasonType())
            .setGameId(game.getGameId())
            .setGameDate(day)
            .setTeam(team)
            .setOpponent(opponent)
            .setHome(home)
            .setDaysRest(rest)
            .setBackToBack(rest == null ? null : Boolean.valueOf(rest == 1))
            .setGamesLast7Days(schedule.gamesBefore(team, day, 7))
            .setGamesLast14Days(schedule.gamesBefore(team, day, 14))
            .setOpponentDaysRest(opponentRest)
            .setRestDifference(
                rest == null || opponentRest == null ? null : Integer.valueOf(rest - opponentRest))
            .setSpread(market.spread(home))
            .setTotal(market.total())
            .setImpliedPoints(market.impliedPoints(home))
            .setLineSource(market.source());
    ScheduledGame last = schedule.lastBefore(team, day);
    Optional<Arena> here = Arenas.KNOWN.of(game);
    Optional<Arena> there = last == null ? Optional.empty() : Arenas.KNOWN.of(last);
    if (here.isPresent() && there.isPresent()) {
      context
          .setTravelMiles(there.get().milesTo(here.get()))
          .setTimeZonesCrossed(there.get().hoursAhead(here.get(), day));
    }
    return context.build();
  }
}
