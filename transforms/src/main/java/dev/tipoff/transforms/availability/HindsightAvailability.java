package dev.tipoff.transforms.availability;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.grouping.CoGroupInShards;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * What a perfect report would have said: everybody who was listed for a game and did not play is
 * out, coach's decisions too, and every team with a box score is covered. It bounds what knowing
 * who is out can be worth; all its rows are stand-ins of source {@code hindsight}.
 */
public final class HindsightAvailability
    extends PTransform<PCollection<PlayerDnp>, PCollectionTuple> {
  public static final TupleTag<PlayerAvailability> PLAYERS = new TupleTag<>("players") {};
  public static final TupleTag<TeamReport> TEAMS = new TupleTag<>("teams") {};

  /** What stands where reports of sources name theirs. */
  public static final String SOURCE = "hindsight";

  private static final long serialVersionUID = 1L;
  private static final TupleTag<PlayerDnp> ABSENT = new TupleTag<>("absent") {};
  private static final TupleTag<PlayerGame> PLAYED = new TupleTag<>("played") {};

  private final transient PCollection<PlayerGame> played;

  private HindsightAvailability(PCollection<PlayerGame> played) {
    this.played = played;
  }

  /**
   * What it takes beside those who did not play.
   *
   * @param played the box scores of the same slates
   */
  public static HindsightAvailability with(PCollection<PlayerGame> played) {
    return new HindsightAvailability(played);
  }

  @Override
  public PCollectionTuple expand(PCollection<PlayerDnp> absent) {
    return KeyedPCollectionTuple.of(
            ABSENT,
            absent.apply(
                "AbsentByGame",
                WithKeys.<String, PlayerDnp>of(PlayerDnp::getGameId)
                    .withKeyType(TypeDescriptors.strings())))
        .and(
            PLAYED,
            played.apply(
                "PlayedByGame",
                WithKeys.<String, PlayerGame>of(PlayerGame::getGameId)
                    .withKeyType(TypeDescriptors.strings())))
        .apply("Join", CoGroupInShards.create())
        .apply(
            "LookBack", ParDo.of(new LookBackFn()).withOutputTags(PLAYERS, TupleTagList.of(TEAMS)));
  }

  private static final class LookBackFn extends DoFn<KV<String, CoGbkResult>, PlayerAvailability> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void lookBack(ProcessContext context) {
      CoGbkResult game = Objects.requireNonNull(context.element().getValue());
      ImmutableSet<PlayerKey> played =
          Streams.stream(game.getAll(PLAYED))
              .map(PlayerGame::getPlayer)
              .collect(ImmutableSet.toImmutableSet());
      Map<PlayerKey, PlayerDnp> out = new TreeMap<>();
      for (PlayerDnp row : game.getAll(ABSENT)) {
        if (!played.contains(row.getPlayer())) {
          out.put(row.getPlayer(), row);
        }
      }
      out.values().forEach(row -> context.output(availability(row)));
      Map<TeamCode, PlayerGame> teams = new TreeMap<>();
      game.getAll(PLAYED).forEach(row -> teams.put(row.getTeam(), row));
      teams.forEach(
          (team, row) ->
              context.output(
                  TEAMS,
                  report(
                      row,
                      (int) out.values().stream().filter(each -> each.getTeam() == team).count())));
    }

    private static TeamReport report(PlayerGame row, int listed) {
      return TeamReport.builder()
          .setGameDate(row.getGameDate())
          .setGameId(row.getGameId())
          .setTeam(row.getTeam())
          .setSource(SOURCE)
          .setStandIn(true)
          .setPlayersListed(listed)
          .build();
    }

    private static PlayerAvailability availability(PlayerDnp row) {
      return PlayerAvailability.builder()
          .setGameDate(row.getGameDate())
          .setGameId(row.getGameId())
          .setPlayer(row.getPlayer())
          .setPlayerName(row.getPlayerName())
          .setTeam(row.getTeam())
          .setStatus(InjuryStatus.OUT)
          .setReason(row.getComment())
          .setSource(SOURCE)
          .setStandIn(true)
          .build();
    }
  }
}
