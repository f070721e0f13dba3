package dev.tipoff.transforms.features;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.model.PlayerKey;
import java.io.Serializable;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * For each player and game of the contexts, the season's games that he had played before, for the
 * systems that look at single games.
 */
@AutoValue
public abstract class PlayerHistories
    extends PTransform<PCollection<GameContext>, PCollection<PlayerHistories.Entry>> {
  abstract PCollection<PlayerGame> games();

  /** What was known of a player before one game. */
  @AutoValue
  public abstract static class Entry implements Serializable {
    public abstract GameDay gameDate();

    public abstract PlayerGameKey key();

    public abstract PlayerHistory history();
  }

  /**
   * @param games the box scores to look back on, in no order; later ones may be among them
   */
  public static PlayerHistories from(PCollection<PlayerGame> games) {
    return new AutoValue_PlayerHistories(games);
  }

  @Override
  public PCollection<Entry> expand(PCollection<GameContext> contexts) {
    PlayerPass pass = PlayerPass.over(games(), contexts);
    return pass.apply("ByPlayer")
        .apply("Cut", ParDo.of(new CutFn(pass)))
        .setCoder(SerializableCoder.of(Entry.class));
  }

  private static final class CutFn extends DoFn<KV<PlayerKey, CoGbkResult>, Entry> {
    private static final long serialVersionUID = 1L;

    private final PlayerPass pass;

    CutFn(PlayerPass pass) {
      this.pass = pass;
    }

    @ProcessElement
    public void cut(@Element KV<PlayerKey, CoGbkResult> element, OutputReceiver<Entry> output) {
      CoGbkResult player = element.getValue();
      PlayerHistory history = pass.history(player);
      for (GameContext context : pass.contexts(player)) {
        output.output(
            new AutoValue_PlayerHistories_Entry(
                context.getGameDate(),
                PlayerGameKey.of(context.getGameId(), context.getPlayer()),
                history.before(context.getGameDate()).season(context.getSeason())));
      }
    }
  }
}
