package dev.tipoff.transforms.availability;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Multiset;
import com.google.common.collect.Streams;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.grouping.CoGroupInShards;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
 * What a perfect report would have said: whoever was listed for a game and did not play is out,
 * coach's decisions too, and so is whoever was not even listed but played for the team, and for
 * nobody since, in the 30 days before. Every team with a box score is covered. It bounds what
 * knowing who is out can be worth; all its rows are stand-ins of source {@code hindsight}.
 */
public final class HindsightAvailability
    extends PTransform<PCollection<PlayerDnp>, PCollectionTuple> {
  public static final TupleTag<PlayerAvailability> PLAYERS = new TupleTag<>("players") {};
  public static final TupleTag<TeamReport> TEAMS = new TupleTag<>("teams") {};

  /** What stands where reports of sources name theirs. */
  public static final String SOURCE = "hindsight";

  private static final long serialVersionUID = 1L;
  private static final String UNLISTED = "not listed for the game";
  private static final TupleTag<PlayerDnp> ABSENT = new TupleTag<>("absent") {};
  private static final TupleTag<PlayerGame> PLAYED = new TupleTag<>("played") {};

  /** As long as a rotation remembers who has not played. */
  private static final int DAYS = 30;

  private static final Comparator<PlayerGame> IN_ORDER =
      Comparator.comparing(PlayerGame::getGameDate).thenComparing(PlayerGame::getGameId);

  private final SlateRange slates;
  private final transient PCollection<PlayerGame> played;

  private HindsightAvailability(SlateRange slates, PCollection<PlayerGame> played) {
    this.slates = slates;
    this.played = played;
  }

  /**
   * What it takes beside those who did not play.
   *
   * @param slates whose games it is asked about
   * @param played the box scores of those slates and of their seasons before
   */
  public static HindsightAvailability of(SlateRange slates, PCollection<PlayerGame> played) {
    return new HindsightAvailability(slates, played);
  }

  @Override
  public PCollectionTuple expand(PCollection<PlayerDnp> absent) {
    return KeyedPCollectionTuple.of(
            ABSENT,
            absent.apply(
                "AbsentBySeason",
                WithKeys.<String, PlayerDnp>of(PlayerDnp::getSeason)
                    .withKeyType(TypeDescriptors.strings())))
        .and(
            PLAYED,
            played.apply(
                "PlayedBySeason",
                WithKeys.<String, PlayerGame>of(PlayerGame::getSeason)
                    .withKeyType(TypeDescriptors.strings())))
        .apply("Join", CoGroupInShards.create())
        .apply(
            "LookBack",
            ParDo.of(new LookBackFn(slates)).withOutputTags(PLAYERS, TupleTagList.of(TEAMS)));
  }

  private static final class LookBackFn extends DoFn<KV<String, CoGbkResult>, PlayerAvailability> {
    private static final long serialVersionUID = 1L;

    private final SlateRange slates;

    LookBackFn(SlateRange slates) {
      this.slates = slates;
    }

    @ProcessElement
    public void lookBack(ProcessContext context) {
      CoGbkResult season = Objects.requireNonNull(context.element().getValue());
      ImmutableListMultimap<String, PlayerDnp> listed =
          Multimaps.index(season.getAll(ABSENT), PlayerDnp::getGameId);
      Map<PlayerKey, PlayerGame> latest = new TreeMap<>();
      ImmutableListMultimap<String, PlayerGame> games =
          Multimaps.index(
              Streams.stream(season.getAll(PLAYED)).sorted(IN_ORDER).toList(),
              PlayerGame::getGameId);
      for (String id : games.keySet()) {
        List<PlayerGame> game = games.get(id);
        if (slates.contains(game.get(0).getGameDate())) {
          lookBack(game, listed.get(id), latest.values(), context);
        }
        game.forEach(row -> latest.put(row.getPlayer(), row));
      }
    }

    private static void lookBack(
        List<PlayerGame> game,
        List<PlayerDnp> listed,
        Collection<PlayerGame> latest,
        ProcessContext context) {
      Set<PlayerKey> played = game.stream().map(PlayerGame::getPlayer).collect(Collectors.toSet());
      Map<TeamCode, PlayerGame> teams = new TreeMap<>();
      game.forEach(row -> teams.put(row.getTeam(), row));
      Map<PlayerKey, PlayerAvailability> out = new TreeMap<>();
      GameDay since = game.get(0).getGameDate().plusDays(-DAYS);
      for (PlayerGame before : latest) {
        PlayerGame side = teams.get(before.getTeam());
        if (side != null && !before.getGameDate().isBefore(since)) {
          out.put(
              before.getPlayer(),
              availability(
                  side, before.getPlayer(), before.getPlayerName(), before.getTeam(), UNLISTED));
        }
      }
      for (PlayerDnp row : listed) {
        out.put(
            row.getPlayer(),
            availability(
                game.get(0),
                row.getPlayer(),
                row.getPlayerName(),
                row.getTeam(),
                row.getComment()));
      }
      out.keySet().removeAll(played);
      out.values().forEach(context::output);
      Multiset<TeamCode> missing =
          out.values().stream()
              .map(PlayerAvailability::getTeam)
              .collect(Collectors.toCollection(HashMultiset::create));
      teams.forEach((team, row) -> context.output(TEAMS, report(row, missing.count(team))));
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

    private static PlayerAvailability availability(
        PlayerGame game, PlayerKey player, String name, TeamCode team, String reason) {
      return PlayerAvailability.builder()
          .setGameDate(game.getGameDate())
          .setGameId(game.getGameId())
          .setPlayer(player)
          .setPlayerName(name)
          .setTeam(team)
          .setStatus(InjuryStatus.OUT)
          .setReason(reason)
          .setSource(SOURCE)
          .setStandIn(true)
          .build();
    }
  }
}
