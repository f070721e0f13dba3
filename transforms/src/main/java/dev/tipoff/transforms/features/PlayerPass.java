package dev.tipoff.transforms.features;

import com.google.common.collect.Lists;
import dev.tipoff.transforms.grouping.CoGroupInShards;
import dev.tipoff.transforms.model.PlayerGame;
import java.io.Serializable;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptors;

/** A player's box scores and the games he is wanted for, brought together by player. */
final class PlayerPass implements Serializable {
  private final TupleTag<PlayerGame> gamesTag = new TupleTag<>();
  private final TupleTag<GameContext> contextsTag = new TupleTag<>();
  private final transient PCollection<PlayerGame> games;
  private final transient PCollection<GameContext> contexts;

  private PlayerPass(PCollection<PlayerGame> games, PCollection<GameContext> contexts) {
    this.games = games;
    this.contexts = contexts;
  }

  static PlayerPass over(PCollection<PlayerGame> games, PCollection<GameContext> contexts) {
    return new PlayerPass(games, contexts);
  }

  PCollection<KV<String, CoGbkResult>> apply(String name) {
    return KeyedPCollectionTuple.of(
            gamesTag,
            games.apply(
                name + "/Games",
                WithKeys.<String, PlayerGame>of(row -> row.getPlayer().getId())
                    .withKeyType(TypeDescriptors.strings())))
        .and(
            contextsTag,
            contexts.apply(
                name + "/Contexts",
                WithKeys.<String, GameContext>of(row -> row.getPlayer().getId())
                    .withKeyType(TypeDescriptors.strings())))
        .apply(name, CoGroupInShards.create());
  }

  PlayerHistory history(CoGbkResult player) {
    return PlayerHistory.of(Lists.newArrayList(player.getAll(gamesTag)));
  }

  Iterable<GameContext> contexts(CoGbkResult player) {
    return player.getAll(contextsTag);
  }
}
