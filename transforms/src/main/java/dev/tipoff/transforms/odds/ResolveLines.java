package dev.tipoff.transforms.odds;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.failure.CatchFailures;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.grouping.CoGroupInShards;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.roster.PlayerRegistry;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Turns the feeds' words into known players and games: {@link RawPropLine}s in, {@link PropLine}s,
 * failures, the {@link LinedName}s of each meeting and the {@link GameTip} of each game whose tip
 * any line states out. The schedule and the game lines must be windowed as the lines are.
 *
 * <p>A line belongs to the scheduled game of its teams on its day; where they meet twice, its event
 * id must be one game's id. The tip is the earliest that any feed states for the game, in any of
 * its lines. Only lines taken before it come out. The same observation met several times is one
 * line, counted in {@code copies}; rows with one key and different prices are failures, all of
 * them.
 */
public final class ResolveLines extends PTransform<PCollection<RawPropLine>, PCollectionTuple> {
  public static final TupleTag<PropLine> RESOLVED = new TupleTag<>("resolved") {};
  public static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};
  public static final TupleTag<LinedName> NAMES = new TupleTag<>("names") {};
  public static final TupleTag<GameTip> TIPS = new TupleTag<>("tips") {};

  private static final String STEP = "ResolveLines";

  private static final TupleTag<RawPropLine> LINES = new TupleTag<>("lines") {};
  private static final TupleTag<ScheduledGame> GAMES = new TupleTag<>("games") {};
  private static final TupleTag<GameLine> GAME_LINES = new TupleTag<>("gameLines") {};

  private final PCollectionView<PlayerRegistry> players;
  private final transient PCollection<ScheduledGame> schedule;
  private final transient PCollection<GameLine> gameLines;

  public ResolveLines(
      PCollectionView<PlayerRegistry> players,
      PCollection<ScheduledGame> schedule,
      PCollection<GameLine> gameLines) {
    this.players = players;
    this.schedule = schedule;
    this.gameLines = gameLines;
  }

  @Override
  public PCollectionTuple expand(PCollection<RawPropLine> lines) {
    PCollection<KV<String, RawPropLine>> keyedLines =
        lines.apply(
            "Key lines by matchup",
            WithKeys.of(
                    (RawPropLine line) ->
                        matchup(line.getGameDate(), line.getHome(), line.getAway()))
                .withKeyType(TypeDescriptors.strings()));
    PCollection<KV<String, ScheduledGame>> keyedGames =
        schedule.apply(
            "Key games by matchup",
            WithKeys.of(
                    (ScheduledGame game) ->
                        matchup(game.getGameDate(), game.getHome(), game.getAway()))
                .withKeyType(TypeDescriptors.strings()));
    PCollection<KV<String, GameLine>> keyedGameLines =
        gameLines.apply(
            "Key game lines by matchup",
            WithKeys.of(
                    (GameLine line) -> matchup(line.getGameDate(), line.getHome(), line.getAway()))
                .withKeyType(TypeDescriptors.strings()));
    return KeyedPCollectionTuple.of(LINES, keyedLines)
        .and(GAMES, keyedGames)
        .and(GAME_LINES, keyedGameLines)
        .apply("Join by matchup", CoGroupInShards.create())
        .apply(
            "Resolve",
            ParDo.of(new ResolveFn(players))
                .withSideInputs(players)
                .withOutputTags(RESOLVED, TupleTagList.of(FAILURES).and(NAMES).and(TIPS)));
  }

  static Failure failure(RawPropLine line, FailureCode code, String message) {
    return Failure.of(
        STEP, code, RawLineText.key(line), message, RawLineText.json(line), line.getGameDate());
  }

  private static String matchup(GameDay day, TeamCode home, TeamCode away) {
    return day + "|" + home + "|" + away;
  }

  private static final class ResolveFn extends DoFn<KV<String, CoGbkResult>, PropLine> {
    private final Counter copies = Metrics.counter(ResolveLines.class, "copies");
    private final PCollectionView<PlayerRegistry> players;
    private final CatchFailures<ImmutableList<RawPropLine>> caught =
        CatchFailures.in(
            STEP, lines -> RawLineText.key(lines.get(0)), lines -> lines.get(0).getGameDate());

    ResolveFn(PCollectionView<PlayerRegistry> players) {
      this.players = players;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      CoGbkResult joined = context.element().getValue();
      ImmutableList<RawPropLine> lines = ImmutableList.copyOf(joined.getAll(LINES));
      PlayerRegistry registry = context.sideInput(players);
      caught
          .of(
              lines,
              () -> resolved(lines, joined, registry),
              failure -> context.output(FAILURES, failure))
          .ifPresent(
              matchup -> {
                matchup.propLines().forEach(context::output);
                matchup.failures().forEach(failure -> context.output(FAILURES, failure));
                matchup.tips().forEach(tip -> context.output(TIPS, tip));
                lines.stream()
                    .limit(1)
                    .flatMap(line -> matchup.names(line.getGameDate()).stream())
                    .forEach(name -> context.output(NAMES, name));
                copies.inc(matchup.copies());
              });
    }

    private static Matchup resolved(
        ImmutableList<RawPropLine> lines, CoGbkResult joined, PlayerRegistry registry) {
      Matchup matchup =
          new Matchup(
              ImmutableList.copyOf(joined.getAll(GAMES)),
              ImmutableList.copyOf(joined.getAll(GAME_LINES)),
              registry);
      matchup.resolve(lines);
      return matchup;
    }
  }
}
