package dev.tipoff.transforms.analytics;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.failure.CatchFailures;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.feed.FeedShot;
import dev.tipoff.transforms.grouping.CoGroupInShards;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.RowShape;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
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
 * What happened in each game of the slates that has box scores: a row a player who played or was
 * listed, a row a team for what it scored and for what it allowed. A game's rows hang on that
 * game's inputs only. A game that is not played yet has none.
 *
 * <p>A finished game that lacks a team's box score or a part of its minutes is a failure of code
 * INCOMPLETE_BOX_SCORE, points that do not add up to the final score are SCORE_MISMATCH; the rows
 * are there all the same and say so. Shots come from one {@linkplain GameShots play-by-play} a
 * game, filed under the game's own day: filed under another they are WRONG_SLATE.
 */
@AutoValue
public abstract class SummariseGames
    extends PTransform<PCollection<ScheduledGame>, PCollectionTuple> {
  public static final TupleTag<PlayerGameSummary> PLAYERS = new TupleTag<>("players") {};
  public static final TupleTag<TeamOffenseGameSummary> OFFENSES = new TupleTag<>("offenses") {};
  public static final TupleTag<TeamDefenseGameSummary> DEFENSES = new TupleTag<>("defenses") {};
  public static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  private static final TupleTag<ScheduledGame> SCHEDULED = new TupleTag<>("scheduled") {};
  private static final TupleTag<PlayerGame> GAMES = new TupleTag<>("games") {};
  private static final TupleTag<PlayerDnp> DNPS = new TupleTag<>("dnps") {};
  private static final TupleTag<FeedShot> SHOTS = new TupleTag<>("shots") {};

  abstract SlateRange slates();

  abstract PCollection<PlayerGame> games();

  abstract PCollection<PlayerDnp> dnps();

  abstract PCollection<FeedShot> shots();

  /**
   * Of all inputs only what is of the slates counts.
   *
   * @param games box scores of those who played
   * @param dnps those who were listed and did not play
   * @param shots of any source, by the day they are filed under
   */
  public static SummariseGames of(
      SlateRange slates,
      PCollection<PlayerGame> games,
      PCollection<PlayerDnp> dnps,
      PCollection<FeedShot> shots) {
    return new AutoValue_SummariseGames(slates, games, dnps, shots);
  }

  @Override
  public PCollectionTuple expand(PCollection<ScheduledGame> schedule) {
    PCollectionTuple summaries =
        KeyedPCollectionTuple.of(
                SCHEDULED,
                byGame(schedule, "Schedule", ScheduledGame::getGameDate, ScheduledGame::getGameId))
            .and(GAMES, byGame(games(), "Games", PlayerGame::getGameDate, PlayerGame::getGameId))
            .and(DNPS, byGame(dnps(), "Dnps", PlayerDnp::getGameDate, PlayerDnp::getGameId))
            .and(SHOTS, byGame(shots(), "Shots", FeedShot::getFiledDate, FeedShot::getGameId))
            .apply("ByGame", CoGroupInShards.create())
            .apply(
                "Summarise",
                ParDo.of(new SummariseFn())
                    .withOutputTags(
                        PLAYERS, TupleTagList.of(List.of(OFFENSES, DEFENSES, FAILURES))));
    summaries.get(PLAYERS).setCoder(RowShape.coder(PlayerGameSummary.class));
    summaries.get(OFFENSES).setCoder(RowShape.coder(TeamOffenseGameSummary.class));
    summaries.get(DEFENSES).setCoder(RowShape.coder(TeamDefenseGameSummary.class));
    return summaries;
  }

  private <T> PCollection<KV<String, T>> byGame(
      PCollection<T> rows,
      String name,
      SerializableFunction<T, GameDay> day,
      SerializableFunction<T, String> gameId) {
    SlateRange wanted = slates();
    return rows.apply(name + "OfSlates", Filter.by(row -> wanted.contains(day.apply(row))))
        .apply(
            name + "ByGame",
            WithKeys.<String, T>of(row -> SlateGame.key(day.apply(row), gameId.apply(row)))
                .withKeyType(TypeDescriptors.strings()));
  }

  private static final class SummariseFn extends DoFn<KV<String, CoGbkResult>, PlayerGameSummary> {
    private static final long serialVersionUID = 1L;

    private static final CatchFailures<SlateGame> CAUGHT =
        CatchFailures.in("SummariseGames", SlateGame::gameId, SlateGame::day);

    @ProcessElement
    public void process(ProcessContext process) {
      CoGbkResult parts = Objects.requireNonNull(process.element().getValue());
      SlateGame game = SlateGame.parse(Objects.requireNonNull(process.element().getKey()));
      CAUGHT
          .of(game, () -> summary(game, parts), failure -> process.output(FAILURES, failure))
          .ifPresent(
              summary -> {
                summary.players().forEach(process::output);
                summary.offenses().forEach(row -> process.output(OFFENSES, row));
                summary.defenses().forEach(row -> process.output(DEFENSES, row));
                summary.failures().forEach(failure -> process.output(FAILURES, failure));
              });
    }

    private static GameSummary summary(SlateGame game, CoGbkResult parts) {
      return new GameSummary(
          game,
          parts.getAll(SCHEDULED),
          parts.getAll(GAMES),
          parts.getAll(DNPS),
          parts.getAll(SHOTS));
    }
  }
}
