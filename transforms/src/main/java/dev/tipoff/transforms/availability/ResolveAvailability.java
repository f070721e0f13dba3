package dev.tipoff.transforms.availability;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.feed.InjuryListing;
import dev.tipoff.transforms.grouping.CoGroupInShards;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.odds.GameTip;
import dev.tipoff.transforms.roster.PlayerRegistry;
import java.util.Arrays;
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
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Duration;
import org.joda.time.Instant;

/**
 * Who was known to be out before each game: {@link InjuryListing}s in, {@link PlayerAvailability},
 * {@link TeamReport}s and failures out. A slate is made from what is filed under it about itself,
 * so that it is the same alone and in a range.
 *
 * <p>Point in time: a listing counts for a game if it was published before the tip, and not later
 * than {@link #asOf} where that is given. The league's report says when it was published; the other
 * sources' pages are of when they were received, whatever they say. Where nobody states the tip,
 * noon in New York takes its place, before which no game begins. Whatever is later changes nothing.
 *
 * <p>Of each game and team the most trusted source that covers the team counts: the league's report
 * (which does not cover a team that has not submitted its list), balldontlie's list, ESPN's page of
 * the team. Of that source its newest report counts as a whole: who is in an earlier one only is no
 * longer listed. A name that is nobody's or several players' is a failure, and its team is covered
 * all the same; so is a game of the league's report that is not scheduled.
 */
@AutoValue
public abstract class ResolveAvailability
    extends PTransform<PCollection<InjuryListing>, PCollectionTuple> {
  public static final TupleTag<PlayerAvailability> PLAYERS = new TupleTag<>("players") {};
  public static final TupleTag<TeamReport> TEAMS = new TupleTag<>("teams") {};
  public static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  static final String STEP = "ResolveAvailability";

  private static final TupleTag<InjuryListing> LISTINGS = new TupleTag<>("listings") {};
  private static final TupleTag<ScheduledGame> GAMES = new TupleTag<>("games") {};
  private static final TupleTag<GameTip> TIPS = new TupleTag<>("tips") {};
  private static final TupleTag<InjuryStandIn> STAND_INS = new TupleTag<>("standIns") {};
  private static final TupleTag<PlayerDnp> ABSENT = new TupleTag<>("absent") {};

  abstract PCollectionView<PlayerRegistry> players();

  abstract PCollection<ScheduledGame> schedule();

  abstract PCollection<GameTip> tips();

  abstract @Nullable Instant asOf();

  abstract Duration lead();

  abstract @Nullable PCollection<InjuryStandIn> standIns();

  abstract @Nullable PCollection<PlayerDnp> absent();

  /** The ids of the sources that it reads, whom to believe first. */
  public static List<String> sources() {
    return Arrays.stream(ReportSource.values()).map(ReportSource::id).toList();
  }

  /**
   * Real reports only.
   *
   * @param players whom names mean
   * @param schedule the games of the slates, windowed as the listings are
   * @param tips when they tip off, as far as it is known; likewise
   */
  public static ResolveAvailability with(
      PCollectionView<PlayerRegistry> players,
      PCollection<ScheduledGame> schedule,
      PCollection<GameTip> tips) {
    return new AutoValue_ResolveAvailability(
        players, schedule, tips, null, Duration.ZERO, null, null);
  }

  /** Nothing that was published later counts; without it only the tips say what is too late. */
  public ResolveAvailability asOf(@Nullable Instant time) {
    return new AutoValue_ResolveAvailability(
        players(), schedule(), tips(), time, lead(), standIns(), absent());
  }

  /**
   * Reports end so long before the tip of their game, and stand-ins that are later do not count.
   */
  public ResolveAvailability lead(Duration beforeTip) {
    return new AutoValue_ResolveAvailability(
        players(), schedule(), tips(), asOf(), beforeTip, standIns(), absent());
  }

  /**
   * Where no report covers a team, takes what was inferred after the game, as of an hour before its
   * tip. For backtests that say so.
   *
   * @param absent who was listed and did not play, of the same slates: a stand-in counts as long as
   *     his comment is still the same, and a game of which nothing is known is not covered
   */
  public ResolveAvailability admitting(
      PCollection<InjuryStandIn> standIns, PCollection<PlayerDnp> absent) {
    return new AutoValue_ResolveAvailability(
        players(), schedule(), tips(), asOf(), lead(), standIns, absent);
  }

  @Override
  public PCollectionTuple expand(PCollection<InjuryListing> listings) {
    KeyedPCollectionTuple<String> bySlate =
        KeyedPCollectionTuple.of(
                LISTINGS,
                listings
                    .apply(
                        "OfItsSlate",
                        Filter.by(row -> row.getFiledDate().equals(row.getGameDate())))
                    .apply("ListingsBySlate", bySlate(InjuryListing::getGameDate)))
            .and(GAMES, schedule().apply("GamesBySlate", bySlate(ScheduledGame::getGameDate)))
            .and(TIPS, tips().apply("TipsBySlate", bySlate(GameTip::getGameDate)));
    PCollection<InjuryStandIn> standIns = standIns();
    PCollection<PlayerDnp> absent = absent();
    boolean admits = standIns != null && absent != null;
    if (standIns != null && absent != null) {
      bySlate =
          bySlate
              .and(
                  STAND_INS, standIns.apply("StandInsBySlate", bySlate(InjuryStandIn::getGameDate)))
              .and(ABSENT, absent.apply("AbsentBySlate", bySlate(PlayerDnp::getGameDate)));
    }
    return bySlate
        .apply("Join", CoGroupInShards.create())
        .apply(
            "Resolve",
            ParDo.of(new ResolveFn(players(), admits, asOf(), lead()))
                .withSideInputs(players())
                .withOutputTags(PLAYERS, TupleTagList.of(List.of(TEAMS, FAILURES))));
  }

  private static <T> WithKeys<String, T> bySlate(SerializableFunction<T, GameDay> slate) {
    return WithKeys.<String, T>of(row -> slate.apply(row).toString())
        .withKeyType(TypeDescriptors.strings());
  }

  private static final class ResolveFn extends DoFn<KV<String, CoGbkResult>, PlayerAvailability> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<PlayerRegistry> players;
    private final boolean admits;
    private final @Nullable Instant asOf;
    private final Duration lead;

    ResolveFn(
        PCollectionView<PlayerRegistry> players,
        boolean admits,
        @Nullable Instant asOf,
        Duration lead) {
      this.players = players;
      this.admits = admits;
      this.asOf = asOf;
      this.lead = lead;
    }

    @ProcessElement
    public void resolve(ProcessContext context) {
      CoGbkResult joined = Objects.requireNonNull(context.element().getValue());
      SlateReports reports =
          new SlateReports(
              GameDay.parse(Objects.requireNonNull(context.element().getKey())),
              joined.getAll(GAMES),
              joined.getAll(TIPS),
              context.sideInput(players),
              admits
                  ? new StandInReports(
                      ImmutableList.copyOf(joined.getAll(STAND_INS)),
                      ImmutableList.copyOf(joined.getAll(ABSENT)))
                  : StandInReports.NONE,
              asOf,
              lead);
      reports.read(ImmutableList.copyOf(joined.getAll(LISTINGS)));
      reports.players().forEach(context::output);
      reports.teams().forEach(row -> context.output(TEAMS, row));
      reports.failures().forEach(failure -> context.output(FAILURES, failure));
    }
  }
}
