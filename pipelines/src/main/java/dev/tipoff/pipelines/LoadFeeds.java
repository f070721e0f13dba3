package dev.tipoff.pipelines;

import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.ParseEnvelopes;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import dev.tipoff.transforms.feed.LeaguePlayers;
import dev.tipoff.transforms.feed.MedianGameLines;
import dev.tipoff.transforms.feed.NewestPerKey;
import dev.tipoff.transforms.feed.ReconcileFeeds;
import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.RawPropLine;
import dev.tipoff.transforms.roster.BuildPlayerRegistry;
import dev.tipoff.transforms.roster.PlayerRegistry;
import dev.tipoff.transforms.roster.RosterEntry;
import dev.tipoff.transforms.tables.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Archived answers, parsed and stored by the kind of fact that they tell; and from them the
 * schedule, the box scores and the game lines that the league goes by. Only tables that the sources
 * at hand tell of are touched.
 */
final class LoadFeeds {
  private final SlateRange slates;
  private final Warehouse warehouse;
  private final Set<Table<?>> tables = new LinkedHashSet<>();
  private final List<PCollection<Failure>> failures;
  private final List<PCollection<StoredPartition>> stored = new ArrayList<>();

  /**
   * @param sources the ids of the sources that the archive has answers of; unknown ones too
   */
  LoadFeeds(
      SlateRange slates,
      Warehouse warehouse,
      Set<String> sources,
      List<PCollection<Failure>> failures) {
    this.slates = slates;
    this.warehouse = warehouse;
    this.failures = failures;
    Catalogue catalogue = Catalogue.load();
    for (Source source : catalogue.all()) {
      if (sources.contains(source.id())) {
        tables.addAll(source.tables());
      }
    }
  }

  /** Builds the steps; gives the player props, which the caller stores with those of bare files. */
  List<PCollection<RawPropLine>> load(PCollection<Envelope> envelopes) {
    ParseEnvelopes parse = ParseEnvelopes.into(tables);
    PCollectionTuple parsed = envelopes.apply("ParseEnvelopes", parse);
    failures.add(parsed.get(ParseEnvelopes.FAILURES));
    List<PCollection<RosterEntry>> players = new ArrayList<>();
    if (tables.contains(FeedTables.ROSTERS)) {
      players.add(
          store(parse, parsed, FeedTables.ROSTERS).apply("Rosters", LeaguePlayers.onRosters()));
    }
    for (Table<?> table : tables) {
      if (table != Tables.ODDS_API_PLAYER_PROPS
          && table != FeedTables.ROSTERS
          && table != FeedTables.GAMES
          && table != FeedTables.PLAYER_GAMES
          && table != FeedTables.GAME_LINES) {
        store(parse, parsed, table);
      }
    }
    if (tables.contains(FeedTables.GAMES)) {
      reconcile(parse, parsed, players);
    }
    if (tables.contains(FeedTables.GAME_LINES)) {
      keep(
          "GameLines",
          Tables.GAME_LINES,
          store(parse, parsed, FeedTables.GAME_LINES)
              .apply("MedianGameLines", MedianGameLines.create()));
    }
    return tables.contains(Tables.ODDS_API_PLAYER_PROPS)
        ? List.of(parse.rows(parsed, Tables.ODDS_API_PLAYER_PROPS))
        : List.of();
  }

  /** What every write has written. */
  List<PCollection<StoredPartition>> stored() {
    return stored;
  }

  /**
   * @param players whom the rosters of the same slates know
   */
  private void reconcile(
      ParseEnvelopes parse, PCollectionTuple parsed, List<PCollection<RosterEntry>> players) {
    PCollection<FeedGame> games = store(parse, parsed, FeedTables.GAMES);
    PCollection<FeedPlayerGame> lines =
        tables.contains(FeedTables.PLAYER_GAMES)
            ? store(parse, parsed, FeedTables.PLAYER_GAMES)
            : none("NoBoxScores", games.getPipeline(), FeedTables.PLAYER_GAMES);
    PCollectionTuple settled =
        games.apply(
            "ReconcileFeeds",
            ReconcileFeeds.with(
                lines,
                games.getPipeline().apply("ReadSchedule", warehouse.read(Tables.SCHEDULE, slates)),
                leaguePlayers(players, lines)));
    failures.add(settled.get(ReconcileFeeds.FAILURES));
    keep("Schedule", Tables.SCHEDULE, settled.get(ReconcileFeeds.SCHEDULE));
    keep("Played", Tables.PLAYER_GAMES, settled.get(ReconcileFeeds.PLAYED));
    keep("Absent", Tables.PLAYER_DNP, settled.get(ReconcileFeeds.ABSENT));
  }

  /** Whom the NBA's ids are known of, from what is stored and from what is being loaded. */
  private PCollectionView<PlayerRegistry> leaguePlayers(
      List<PCollection<RosterEntry>> onRosters, PCollection<FeedPlayerGame> lines) {
    return PCollectionList.of(lines.apply("BoxScores", LeaguePlayers.inBoxScores()))
        .and(onRosters)
        .and(
            lines
                .getPipeline()
                .apply("ReadRegistry", warehouse.query(Queries.playerRegistry()))
                .apply("LeagueIds", Filter.by(entry -> !entry.getPlayer().isStandIn())))
        .apply("Players", Flatten.pCollections())
        .apply("Registry", CombinedView.of(new BuildPlayerRegistry()));
  }

  private static <T> PCollection<T> none(String name, Pipeline pipeline, Table<T> table) {
    return pipeline.apply(name, Create.empty(table.coder()));
  }

  private <T> PCollection<T> store(ParseEnvelopes parse, PCollectionTuple parsed, Table<T> table) {
    PCollection<T> rows =
        parse.rows(parsed, table).apply("Newest " + table, NewestPerKey.of(table));
    stored.add(
        rows.apply("Replace " + table, warehouse.replace(table, slates)).failuresTo(failures));
    return rows;
  }

  /** Slates without a row stay as they are: an import may have filled them. */
  private <T> void keep(String name, Table<T> table, PCollection<T> rows) {
    stored.add(rows.apply("Replace" + name, warehouse.replace(table)).failuresTo(failures));
  }
}
