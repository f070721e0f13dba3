package dev.tipoff.transforms.analytics;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.grouping.CoGroupInShards;
import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.PropLine;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Who is wanted for which game of the slates. Tonight: everybody who was last listed, this season,
 * for a team that plays, and everybody with a line. In a {@linkplain #asPlayed backtest}: everybody
 * who played, and everybody with a line.
 *
 * <p>A player's team is that of his latest appearance this season before the slate. A player with a
 * line whose team is not one of the game's (he was traded and has not been listed since, or not at
 * all this season) is a failure of code UNKNOWN_TEAM.
 */
@AutoValue
public abstract class ExpectPlayers
    extends PTransform<
        PCollection<ScheduledGame>, WithFailures.Result<PCollection<GameContext>, Failure>> {
  private static final TupleTag<GameContext> CONTEXTS = new TupleTag<>("contexts") {};
  private static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  abstract SlateRange slates();

  abstract PCollection<PlayerGame> games();

  abstract PCollection<PlayerDnp> dnps();

  abstract PCollection<PropLine> lines();

  abstract boolean played();

  /**
   * Everybody expected tonight; see {@link #asPlayed} for a backtest.
   *
   * @param slates the slates to make contexts for
   * @param games box scores of the seasons of the slates, in no order
   * @param dnps likewise those who were listed and did not play
   * @param lines lines of the slates
   */
  public static ExpectPlayers of(
      SlateRange slates,
      PCollection<PlayerGame> games,
      PCollection<PlayerDnp> dnps,
      PCollection<PropLine> lines) {
    return new AutoValue_ExpectPlayers(slates, games, dnps, lines, false);
  }

  /** Takes those who played from the box scores of the slates themselves. */
  public ExpectPlayers asPlayed() {
    return new AutoValue_ExpectPlayers(slates(), games(), dnps(), lines(), true);
  }

  @Override
  public WithFailures.Result<PCollection<GameContext>, Failure> expand(
      PCollection<ScheduledGame> schedule) {
    PCollectionView<List<ScheduledGame>> scheduled =
        schedule.apply("Schedule", CombinedView.list());
    TupleTag<PlayerGame> gamesTag = new TupleTag<>();
    TupleTag<PlayerDnp> dnpsTag = new TupleTag<>();
    TupleTag<PropLine> linesTag = new TupleTag<>();
    PCollectionTuple found =
        KeyedPCollectionTuple.of(
                gamesTag,
                games()
                    .apply(
                        "GamesByPlayer",
                        WithKeys.<String, PlayerGame>of(row -> row.getPlayer().getId())
                            .withKeyType(TypeDescriptors.strings())))
            .and(
                dnpsTag,
                dnps()
                    .apply(
                        "DnpsByPlayer",
                        WithKeys.<String, PlayerDnp>of(row -> row.getPlayer().getId())
                            .withKeyType(TypeDescriptors.strings())))
            .and(
                linesTag,
                lines()
                    .apply(
                        "LinesByPlayer",
                        WithKeys.<String, PropLine>of(row -> row.getPlayer().getId())
                            .withKeyType(TypeDescriptors.strings())))
            .apply("ByPlayer", CoGroupInShards.create())
            .apply(
                "Expect",
                ParDo.of(
                        new ExpectFn(
                            slates(), played(), gamesTag, dnpsTag, linesTag, FAILURES, scheduled))
                    .withSideInputs(scheduled)
                    .withOutputTags(CONTEXTS, TupleTagList.of(FAILURES)));
    return WithFailures.Result.of(found.get(CONTEXTS), found.get(FAILURES));
  }
}
