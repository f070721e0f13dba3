package dev.tipoff.transforms.export;

import dev.tipoff.transforms.grouping.GroupInShards;
import dev.tipoff.transforms.tables.RowShape;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;

/** A season's games of all players: one row a player, and one a player and market of his form. */
public final class SummarisePlayers extends PTransform<PCollection<LoggedGame>, PCollectionTuple> {
  public static final TupleTag<ListedPlayer> PLAYERS = new TupleTag<>("players") {};
  public static final TupleTag<Trend> TRENDS = new TupleTag<>("trends") {};

  private static final long serialVersionUID = 1L;

  @Override
  public PCollectionTuple expand(PCollection<LoggedGame> games) {
    PCollectionTuple summaries =
        games
            .apply(
                "ByPlayer",
                WithKeys.of((LoggedGame game) -> game.getPlayer().getId())
                    .withKeyType(TypeDescriptors.strings()))
            .apply("Seasons", GroupInShards.create())
            .apply(
                "Summarise",
                ParDo.of(new SummariseFn()).withOutputTags(PLAYERS, TupleTagList.of(TRENDS)));
    summaries.get(PLAYERS).setCoder(RowShape.coder(ListedPlayer.class));
    summaries.get(TRENDS).setCoder(RowShape.coder(Trend.class));
    return summaries;
  }

  private static final class SummariseFn
      extends DoFn<KV<String, Iterable<LoggedGame>>, ListedPlayer> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void summarise(
        @Element KV<String, Iterable<LoggedGame>> games, MultiOutputReceiver output) {
      PlayerSeason season = new PlayerSeason(games.getValue());
      output.get(PLAYERS).output(season.player());
      season.trends().forEach(output.get(TRENDS)::output);
    }
  }
}
