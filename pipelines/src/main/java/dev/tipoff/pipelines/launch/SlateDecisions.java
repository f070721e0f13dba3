package dev.tipoff.pipelines.launch;

import com.google.common.collect.Iterables;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import dev.tipoff.io.archive.ArchiveFingerprints;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.Phase;
import dev.tipoff.transforms.fingerprint.FingerprintRow;
import dev.tipoff.transforms.fingerprint.RunFingerprints;
import dev.tipoff.transforms.fingerprint.SkipKey;
import dev.tipoff.transforms.fingerprint.SlateFingerprints;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which slates a phase is run for, and why: those of which something has changed since their last
 * completed run. A slate whose inputs are missing is not run, unless it was made of some before.
 */
public final class SlateDecisions {
  private static final Logger LOG = LoggerFactory.getLogger(SlateDecisions.class);
  private static final int CHANGES_SHOWN = 3;
  private static final String UNCHANGED =
      "nothing that it is made from has changed since the last completed run";

  private final List<Planned> toRun = new ArrayList<>();
  private final SetMultimap<String, GameDay> skipped = LinkedHashMultimap.create();
  private final SetMultimap<String, GameDay> notReady = LinkedHashMultimap.create();

  /**
   * Neighbouring slates that are run at once.
   *
   * @param why the reason
   */
  public record Planned(SlateRange slates, String why) {}

  private SlateDecisions() {}

  /**
   * Decides.
   *
   * @param archive what load-raw reads; no other phase looks at it
   * @param settings all but the sources that the rows hang on
   * @param force whether to run what has not changed
   */
  public static SlateDecisions of(
      Phase phase,
      SlateRange slates,
      String archive,
      Map<String, String> settings,
      boolean force,
      WarehouseAdmin admin) {
    List<FingerprintRow> rows =
        new ArrayList<>(admin.rows(Queries.fingerprints(phase.id(), slates)));
    if (phase == Phase.LOAD_RAW) {
      rows.addAll(ArchiveFingerprints.of(archive, slates));
    }
    RunFingerprints fingerprints = RunFingerprints.compose(slates, phase.sources(), rows);
    SlateDecisions decisions = new SlateDecisions();
    for (SlateFingerprints slate : fingerprints.slates().values()) {
      decisions.decide(phase, slate, settings, force);
    }
    return decisions;
  }

  private void decide(
      Phase phase, SlateFingerprints slate, Map<String, String> settings, boolean force) {
    List<String> missing = phase.missing(slate);
    List<String> changes =
        new ArrayList<>(SkipKey.of(slate, settings).changesSince(slate.lastRun()));
    if (force) {
      changes.add(0, "--force");
    }
    LOG.info(
        "phase={} slate={} skipped={} why={} missing={}",
        phase.id(),
        slate.slate(),
        changes.isEmpty(),
        changes,
        missing);
    if (changes.isEmpty()) {
      skipped.put(UNCHANGED, slate.slate());
    } else if (!missing.isEmpty() && slate.lastRun().isEmpty()) {
      notReady.put("no rows of " + String.join(", ", missing), slate.slate());
    } else {
      run(slate.slate(), text(changes));
    }
  }

  /**
   * Neighbours go in one run, for the reason of the first. So do slates with nothing but days
   * between that have no inputs, of which the run says so itself: a season with a day off is one
   * graph and not two.
   */
  private void run(GameDay slate, String why) {
    int last = toRun.size() - 1;
    Planned before = last < 0 ? null : toRun.get(last);
    if (before == null || !isNothingBetween(before.slates().to(), slate)) {
      toRun.add(new Planned(SlateRange.of(slate), why));
      return;
    }
    notReady.values().removeIf(day -> before.slates().to().isBefore(day));
    toRun.set(last, new Planned(SlateRange.of(before.slates().from(), slate), before.why()));
  }

  private boolean isNothingBetween(GameDay one, GameDay other) {
    for (GameDay day = one.plusDays(1); day.isBefore(other); day = day.plusDays(1)) {
      if (!notReady.containsValue(day)) {
        return false;
      }
    }
    return true;
  }

  private static String text(List<String> changes) {
    String why = String.join("; ", Iterables.limit(changes, CHANGES_SHOWN));
    return changes.size() > CHANGES_SHOWN
        ? why + "; and " + (changes.size() - CHANGES_SHOWN) + " more"
        : why;
  }

  /** The slates to run, in their order. */
  public List<Planned> toRun() {
    return toRun;
  }

  /** The slates that are SKIPPED or NOT_READY, by the reason. */
  public SetMultimap<String, GameDay> notRun(Event event) {
    return event == Event.SKIPPED ? skipped : notReady;
  }

  /** Whether the inputs of every slate are missing. */
  public boolean isNothingReady() {
    return toRun.isEmpty() && skipped.isEmpty();
  }
}
