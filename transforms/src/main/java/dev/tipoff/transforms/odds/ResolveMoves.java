package dev.tipoff.transforms.odds;

import dev.tipoff.transforms.failure.CatchFailures;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.grouping.LookUp;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.roster.PlayerRegistry;
import dev.tipoff.transforms.tables.RowShape;
import java.util.List;
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

  private static final class ResolveFn extends DoFn<RawPropLine, PropLine> {
    private static final long serialVersionUID = 1L;

    private final LookUp<PlayerRegistry> players;
    private final LookUp<List<ScheduledGame>> schedule;
    private final LookUp<List<GameLine>> gameLines;
    private final CatchFailures<RawPropLine> caught =
        CatchFailures.in("ResolveMoves", RawLineText::key, RawPropLine::getGameDate);

    ResolveFn(
        LookUp<PlayerRegistry> players,
        LookUp<List<ScheduledGame>> schedule,
        LookUp<List<GameLine>> gameLines) {
      this.players = players;
      this.schedule = schedule;
      this.gameLines = gameLines;
    }

    @ProcessElement
    public void resolve(ProcessContext process) {
      RawPropLine line = process.element();
      PlayerRegistry registry = players.in(process);
      List<ScheduledGame> games = schedule.in(process);
      List<GameLine> lines = gameLines.in(process);
      caught
          .of(line, () -> resolved(line, games, lines, registry), failure -> fail(failure, process))
          .ifPresent(
              meeting -> {
                meeting.propLines().forEach(process::output);
                meeting.failures().forEach(failure -> fail(failure, process));
              });
    }

    private static Matchup resolved(
        RawPropLine line,
        List<ScheduledGame> games,
        List<GameLine> gameLines,
        PlayerRegistry registry) {
      Matchup matchup =
          new Matchup(
              games.stream()
                  .filter(game -> isOf(line, game.getGameDate(), game.getHome(), game.getAway()))
                  .toList(),
              gameLines.stream()
                  .filter(game -> isOf(line, game.getGameDate(), game.getHome(), game.getAway()))
                  .toList(),
              registry);
      matchup.resolve(List.of(line));
      return matchup;
    }

    private static boolean isOf(RawPropLine line, GameDay day, TeamCode home, TeamCode away) {
      return day.equals(line.getGameDate()) && home == line.getHome() && away == line.getAway();
    }

    private static void fail(Failure failure, ProcessContext process) {
      process.output(FAILURES, failure);
    }
  }
}
