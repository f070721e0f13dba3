package dev.tipoff.transforms.odds;

import dev.tipoff.transforms.failure.CatchFailures;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.grouping.LookUp;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.roster.PlayerRegistry;
import dev.tipoff.transforms.tables.RowShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * {@link ResolveLines} of a stream: each line by itself, as it comes. Its tip is the earlier of the
 * one that it states itself and those that the game lines state; the earliest of a game is found
 * where its lines meet.
 */
public final class ResolveMoves
    extends PTransform<
        PCollection<RawPropLine>, WithFailures.Result<PCollection<PropLine>, Failure>> {
  private static final long serialVersionUID = 1L;
  private static final TupleTag<PropLine> RESOLVED = new TupleTag<>("resolved") {};
  private static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  private final LookUp<PlayerRegistry> players;
  private final LookUp<List<ScheduledGame>> schedule;
  private final LookUp<List<GameLine>> gameLines;

  /**
   * Looks players and games up.
   *
   * @param schedule the games of all slates whose lines may come
   * @param gameLines spreads and totals of these games
   */
  public ResolveMoves(
      LookUp<PlayerRegistry> players,
      LookUp<List<ScheduledGame>> schedule,
      LookUp<List<GameLine>> gameLines) {
    this.players = players;
    this.schedule = schedule;
    this.gameLines = gameLines;
  }

  @Override
  public WithFailures.Result<PCollection<PropLine>, Failure> expand(
      PCollection<RawPropLine> lines) {
    PCollectionTuple resolved =
        lines.apply(
            "Resolve",
            ParDo.of(new ResolveFn(players, schedule, gameLines))
                .withSideInputs(players.view(), schedule.view(), gameLines.view())
                .withOutputTags(RESOLVED, TupleTagList.of(FAILURES)));
    return WithFailures.Result.of(
        resolved.get(RESOLVED).setCoder(RowShape.coder(PropLine.class)),
        resolved.get(FAILURES).setCoder(RowShape.coder(Failure.class)));
  }

  /** What is looked up of two teams on one day. */
  private record Meeting(List<ScheduledGame> games, List<GameLine> gameLines, LinedNames names) {
    /** Each line by itself: a stream has no others yet. */
    Matchup resolve(RawPropLine line) {
      Matchup matchup = new Matchup(games, gameLines, names);
      matchup.resolve(List.of(line));
      return matchup;
    }
  }

  private static final class ResolveFn extends DoFn<RawPropLine, PropLine> {
    private static final long serialVersionUID = 1L;

    private final LookUp<PlayerRegistry> players;
    private final LookUp<List<ScheduledGame>> schedule;
    private final LookUp<List<GameLine>> gameLines;
    private final CatchFailures<RawPropLine> caught =
        CatchFailures.in("ResolveMoves", RawLineText::key, RawPropLine::getGameDate);

    /** Of a bundle, by day and teams: a name is looked up once in it. */
    private transient Map<List<Object>, Meeting> meetings = new HashMap<>();

    ResolveFn(
        LookUp<PlayerRegistry> players,
        LookUp<List<ScheduledGame>> schedule,
        LookUp<List<GameLine>> gameLines) {
      this.players = players;
      this.schedule = schedule;
      this.gameLines = gameLines;
    }

    @StartBundle
    public void startBundle() {
      meetings = new HashMap<>();
    }

    @ProcessElement
    public void resolve(ProcessContext process) {
      RawPropLine line = process.element();
      Meeting meeting =
          meetings.computeIfAbsent(
              List.of(line.getGameDate(), line.getHome(), line.getAway()),
              any -> meeting(line, process));
      caught
          .of(line, () -> meeting.resolve(line), failure -> fail(failure, process))
          .ifPresent(
              matchup -> {
                matchup.propLines().forEach(process::output);
                matchup.failures().forEach(failure -> fail(failure, process));
              });
    }

    private Meeting meeting(RawPropLine line, ProcessContext process) {
      return new Meeting(
          schedule.in(process).stream()
              .filter(game -> isOf(line, game.getGameDate(), game.getHome(), game.getAway()))
              .toList(),
          gameLines.in(process).stream()
              .filter(game -> isOf(line, game.getGameDate(), game.getHome(), game.getAway()))
              .toList(),
          new LinedNames(players.in(process)));
    }

    private static boolean isOf(RawPropLine line, GameDay day, TeamCode home, TeamCode away) {
      return day.equals(line.getGameDate()) && home == line.getHome() && away == line.getAway();
    }

    private static void fail(Failure failure, ProcessContext process) {
      process.output(FAILURES, failure);
    }
  }
}
