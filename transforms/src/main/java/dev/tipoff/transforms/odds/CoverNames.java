package dev.tipoff.transforms.odds;

import static java.util.stream.Collectors.joining;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.grouping.GroupInShards;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures.Result;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Gathers the unresolved names of each slate, one row a name, and warns once of a slate that has
 * any: who has a line but no key, and the share of players with a line that has one.
 */
public final class CoverNames
    extends PTransform<PCollection<LinedName>, Result<PCollection<UnresolvedName>, Failure>> {
  private static final long serialVersionUID = 1L;
  private static final String STEP = "CoverNames";

  private static final TupleTag<UnresolvedName> UNRESOLVED = new TupleTag<>("unresolved") {};
  private static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  private CoverNames() {}

  public static CoverNames create() {
    return new CoverNames();
  }

  @Override
  public Result<PCollection<UnresolvedName>, Failure> expand(PCollection<LinedName> names) {
    PCollectionTuple covered =
        names
            .apply(
                "BySlate",
                WithKeys.<String, LinedName>of(name -> name.getGameDate().toString())
                    .withKeyType(TypeDescriptors.strings()))
            .apply("Group", GroupInShards.create())
            .apply(
                "Cover",
                ParDo.of(new CoverFn()).withOutputTags(UNRESOLVED, TupleTagList.of(FAILURES)));
    return Result.of(covered.get(UNRESOLVED), covered.get(FAILURES));
  }

  private static Failure warning(GameDay slate, Collection<UnresolvedName> names, int covered) {
    int all = covered + names.size();
    return Failure.ofSlate(
        STEP,
        FailureCode.PLAYER_COVERAGE,
        String.format(
            Locale.ROOT,
            "%d of %d players with a line have a key (%.1f %%); these have none: %s",
            covered,
            all,
            100.0 * covered / all,
            names.stream()
                .map(
                    name ->
                        String.format(
                            "%s (%s at %s)", name.getPlayerName(), name.getAway(), name.getHome()))
                .collect(joining(", "))),
        names.stream().map(UnresolvedName::getNormalisedName).collect(joining(",")),
        slate);
  }

  private static final class CoverFn extends DoFn<KV<String, Iterable<LinedName>>, UnresolvedName> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void cover(@Element KV<String, Iterable<LinedName>> slate, MultiOutputReceiver output) {
      Set<PlayerKey> covered = new HashSet<>();
      Map<String, UnresolvedName> unresolved = new TreeMap<>();
      for (LinedName name : Objects.requireNonNull(slate.getValue())) {
        PlayerKey player = name.getPlayer();
        UnresolvedName nobody = name.getUnresolved();
        if (player != null) {
          covered.add(player);
        }
        if (nobody != null) {
          unresolved.merge(nobody.getNormalisedName(), nobody, UnresolvedName::and);
        }
      }
      unresolved.values().forEach(output.get(UNRESOLVED)::output);
      if (!unresolved.isEmpty()) {
        output
            .get(FAILURES)
            .output(
                warning(
                    GameDay.parse(Objects.requireNonNull(slate.getKey())),
                    unresolved.values(),
                    covered.size()));
      }
    }
  }
}
