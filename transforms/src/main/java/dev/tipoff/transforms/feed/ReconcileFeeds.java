package dev.tipoff.transforms.feed;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.grouping.CoGroupInShards;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.roster.PlayerRegistry;
import dev.tipoff.transforms.tables.RowShape;
import java.util.List;
import java.util.Objects;
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
 * Decides what happened: the schedule and the box scores of each slate, from what all sources filed
 * under it said. A slate that neither a source with the NBA's ids nor balldontlie tells of gives
 * nothing.
 */
public final class ReconcileFeeds extends PTransform<PCollection<FeedGame>, PCollectionTuple> {
  public static final TupleTag<ScheduledGame> SCHEDULE = new TupleTag<>("schedule") {};
  public static final TupleTag<PlayerGame> PLAYED = new TupleTag<>("played") {};
  public static final TupleTag<PlayerDnp> ABSENT = new TupleTag<>("absent") {};
  public static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  private static final long serialVersionUID = 1L;
  private static final TupleTag<FeedGame> GAMES = new TupleTag<>("games") {};
  private static final TupleTag<FeedPlayerGame> LINES = new TupleTag<>("lines") {};
  private static final TupleTag<ScheduledGame> STORED = new TupleTag<>("stored") {};

  private final transient PCollection<FeedPlayerGame> lines;
  private final transient PCollection<ScheduledGame> stored;
  private final PCollectionView<PlayerRegistry> players;

  private ReconcileFeeds(
      PCollection<FeedPlayerGame> lines,
      PCollection<ScheduledGame> stored,
      PCollectionView<PlayerRegistry> players) {
    this.lines = lines;
    this.stored = stored;
    this.players = players;
  }

  /**
   * @param lines the box scores of the same slates
   * @param stored the schedule of the same slates as it is stored
   * @param players whom names mean, for sources that have other ids than the NBA; nobody whose key
   *     is a {@linkplain dev.tipoff.transforms.model.PlayerKey#isStandIn stand-in}
   */
  public static ReconcileFeeds with(
      PCollection<FeedPlayerGame> lines,
      PCollection<ScheduledGame> stored,
      PCollectionView<PlayerRegistry> players) {
    return new ReconcileFeeds(lines, stored, players);
  }

  @Override
  public PCollectionTuple expand(PCollection<FeedGame> games) {
    PCollectionTuple settled =
        KeyedPCollectionTuple.of(
                GAMES,
                games.apply(
                    "GamesBySlate",
                    WithKeys.<String, FeedGame>of(game -> game.getFiledDate().toString())
                        .withKeyType(TypeDescriptors.strings())))
            .and(
                LINES,
                lines.apply(
                    "LinesBySlate",
                    WithKeys.<String, FeedPlayerGame>of(line -> line.getFiledDate().toString())
                        .withKeyType(TypeDescriptors.strings())))
            .and(
                STORED,
                stored.apply(
                    "StoredBySlate",
                    WithKeys.<String, ScheduledGame>of(game -> game.getGameDate().toString())
                        .withKeyType(TypeDescriptors.strings())))
            .apply("Join", CoGroupInShards.create())
            .apply(
                "Reconcile",
                ParDo.of(new ReconcileFn(players))
                    .withSideInputs(players)
                    .withOutputTags(SCHEDULE, TupleTagList.of(List.of(PLAYED, ABSENT, FAILURES))));
    settled.get(SCHEDULE).setCoder(RowShape.coder(ScheduledGame.class));
    settled.get(PLAYED).setCoder(RowShape.coder(PlayerGame.class));
    settled.get(ABSENT).setCoder(RowShape.coder(PlayerDnp.class));
    return settled;
  }

  private static final class ReconcileFn extends DoFn<KV<String, CoGbkResult>, ScheduledGame> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<PlayerRegistry> players;

    ReconcileFn(PCollectionView<PlayerRegistry> players) {
      this.players = players;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      GameDay day = GameDay.parse(Objects.requireNonNull(context.element().getKey()));
      CoGbkResult told = Objects.requireNonNull(context.element().getValue());
      SlateSchedule schedule = new SlateSchedule(day, told.getAll(GAMES), told.getAll(STORED));
      schedule.games().forEach(context::output);
      schedule.failures().forEach(failure -> context.output(FAILURES, failure));
      SlateBoxScores scores =
          new SlateBoxScores(day, schedule, context.sideInput(players), told.getAll(LINES));
      scores.played().forEach(row -> context.output(PLAYED, row));
      scores.absent().forEach(row -> context.output(ABSENT, row));
      scores.failures().forEach(failure -> context.output(FAILURES, failure));
    }
  }
}
