package dev.tipoff.transforms.analytics;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.InjuryReports;
import dev.tipoff.transforms.features.LeagueHistory;
import dev.tipoff.transforms.features.PlayerLoad;
import dev.tipoff.transforms.grouping.CoGroupInShards;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.odds.PinnedLine;
import dev.tipoff.transforms.odds.PropLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * Adds to who is expected to play what is known before the tip: how rested and loaded he is, what
 * the injury report says of him and his team mates, what the market expects of the game and of him,
 * and how far his team has come. What is not known stays absent.
 */
@AutoValue
public abstract class EnrichContexts
    extends PTransform<PCollection<GameContext>, PCollection<GameContext>> {
  private static final TupleTag<GameContext> CONTEXTS = new TupleTag<>("contexts") {};
  private static final TupleTag<UpcomingTeamContext> TEAMS = new TupleTag<>("teams") {};
  private static final TupleTag<PropLine> LINES = new TupleTag<>("lines") {};

  abstract PCollection<UpcomingTeamContext> teams();

  abstract PCollection<PropLine> lines();

  abstract PCollectionView<LeagueHistory> league();

  abstract PCollectionView<InjuryReports> reports();

  abstract @Nullable Instant asOf();

  /**
   * @param teams what is known of the teams of the games
   * @param lines lines on players before the tips, of any market
   * @param league box scores of the seasons of the slates; later ones may be among them
   * @param reports who was reported to be out
   */
  public static EnrichContexts with(
      PCollection<UpcomingTeamContext> teams,
      PCollection<PropLine> lines,
      PCollectionView<LeagueHistory> league,
      PCollectionView<InjuryReports> reports) {
    return new AutoValue_EnrichContexts(teams, lines, league, reports, null);
  }

  /** Sees no line that was seen later; absent if only the tips say what is too late. */
  public EnrichContexts asOf(@Nullable Instant asOf) {
    return new AutoValue_EnrichContexts(teams(), lines(), league(), reports(), asOf);
  }

  @Override
  public PCollection<GameContext> expand(PCollection<GameContext> contexts) {
    Instant limit = asOf();
    return KeyedPCollectionTuple.of(
            CONTEXTS,
            contexts.apply(
                "ContextsByGame",
                WithKeys.<String, GameContext>of(GameContext::getGameId)
                    .withKeyType(TypeDescriptors.strings())))
        .and(
            TEAMS,
            teams()
                .apply(
                    "TeamsByGame",
                    WithKeys.<String, UpcomingTeamContext>of(UpcomingTeamContext::getGameId)
                        .withKeyType(TypeDescriptors.strings())))
        .and(
            LINES,
            lines()
                .apply(
                    "OnPoints",
                    Filter.by(
                        line ->
                            line.getMarket() == Market.POINTS
                                && PinnedLine.BOOKS.contains(line.getBookmaker())
                                && (limit == null || !line.getSnapshotTime().isAfter(limit))))
                .apply(
                    "LinesByGame",
                    WithKeys.<String, PropLine>of(PropLine::getGameId)
                        .withKeyType(TypeDescriptors.strings())))
        .apply("ByGame", CoGroupInShards.create())
        .apply(
            "Enrich",
            ParDo.of(new EnrichFn(league(), reports())).withSideInputs(league(), reports()))
        .setCoder(contexts.getCoder());
  }

  private static final class EnrichFn extends DoFn<KV<String, CoGbkResult>, GameContext> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<LeagueHistory> leagueView;
    private final PCollectionView<InjuryReports> reportsView;
    private transient @Nullable LeagueHistory league;
    private transient @Nullable InjuryReports reports;

    EnrichFn(PCollectionView<LeagueHistory> league, PCollectionView<InjuryReports> reports) {
      this.leagueView = league;
      this.reportsView = reports;
    }

    @StartBundle
    public void startBundle() {
      league = null;
      reports = null;
    }

    @ProcessElement
    public void enrich(ProcessContext process) {
      if (league == null || reports == null) {
        league = process.sideInput(leagueView);
        reports = process.sideInput(reportsView);
      }
      CoGbkResult game = Objects.requireNonNull(process.element().getValue());
      Map<PlayerKey, List<PropLine>> lines = new HashMap<>();
      game.getAll(LINES)
          .forEach(
              line -> lines.computeIfAbsent(line.getPlayer(), key -> new ArrayList<>()).add(line));
      List<UpcomingTeamContext> teams = ImmutableList.copyOf(game.getAll(TEAMS));
      for (GameContext context : game.getAll(CONTEXTS)) {
        GameContext.Builder known =
            PlayerLoad.of(context, league, reports).addTo(context.toBuilder());
        teams.stream()
            .filter(team -> team.getTeam() == context.getTeam())
            .forEach(
                team ->
                    known
                        .setSpread(team.getSpread())
                        .setTotal(team.getTotal())
                        .setTravelMiles(team.getTravelMiles())
                        .setTimeZonesCrossed(team.getTimeZonesCrossed()));
        Optional<PinnedLine> line =
            PinnedLine.of(lines.getOrDefault(context.getPlayer(), List.of()));
        line.ifPresent(
            pinned ->
                known
                    .setLineBook(pinned.bookmaker())
                    .setOpeningLine(pinned.opening())
                    .setCurrentLine(pinned.current())
                    .setLineTime(pinned.time()));
        process.output(known.build());
      }
    }
  }
}
