package dev.tipoff.transforms.availability;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.availability.Reports.EARLY_TIP;
import static dev.tipoff.transforms.availability.Reports.GAMES;
import static dev.tipoff.transforms.availability.Reports.PLAYERS;
import static dev.tipoff.transforms.availability.Reports.TIPS;
import static dev.tipoff.transforms.availability.Reports.at;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.feed.InjuryListing;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.model.TeamCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Duration;
import org.joda.time.Instant;

/** What holds of any listings: no order, no copy and nothing later than the as-of time matters. */
public class AsOfPropertyTest {
  private static final Instant MORNING = at("06:00");

  /** All that a slate's reports come to. */
  private record Outcome(
      List<PlayerAvailability> players, List<TeamReport> teams, List<Failure> failures) {}

  private static Outcome resolve(List<InjuryListing> listings, @Nullable Instant asOf) {
    SlateReports reports =
        new SlateReports(DAY, GAMES, TIPS, PLAYERS, StandInReports.NONE, asOf, Duration.ZERO);
    reports.read(listings);
    return new Outcome(reports.players(), reports.teams(), reports.failures());
  }

  /** A minute from six in the morning to two hours after the last tip, seldom another. */
  private static Arbitrary<Instant> times() {
    return Arbitraries.integers()
        .between(0, 18 * 4)
        .map(quarters -> MORNING.plus(Duration.standardMinutes(15L * quarters)));
  }

  @Provide
  Arbitrary<List<InjuryListing>> listings() {
    Arbitrary<TeamCode> teams =
        Arbitraries.of(TeamCode.BOS, TeamCode.MIA, TeamCode.LAL, TeamCode.DEN, TeamCode.UTA);
    return Combinators.combine(
            Arbitraries.of("nbac_injury_report", "bdl_injuries", "espn_roster", "another"),
            times(),
            times(),
            teams,
            teams.injectNull(0.3),
            Arbitraries.of(
                "Zed Quillfeather",
                "Ivo Đorđević",
                "Ulf Marchbanks",
                "Emeka Adu",
                "Tyrell Mox",
                "Sam Twice",
                "Nobody Knows"),
            Arbitraries.of(InjuryStatus.values()))
        .as(
            (source, said, received, team, opponent, name, status) ->
                Reports.listing(source, "06:00", team, name)
                    .setReportTime(said)
                    .setReceivedTime(received)
                    .setOpponent(opponent)
                    .setStatus(status)
                    .build())
        .list()
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<Instant> asOfs() {
    return times();
  }

  @Property
  void neitherOrderNorCopiesMatter(
      @ForAll("listings") List<InjuryListing> listings, @ForAll Random random) {
    List<InjuryListing> twice = new ArrayList<>(listings);
    twice.addAll(listings.subList(0, listings.size() / 2));
    Collections.shuffle(twice, random);
    assertThat(resolve(twice, null), is(resolve(listings, null)));
  }

  /** Whatever source it is of: a listing both of whose times are later was not there. */
  @Property
  void nothingLaterThanTheAsOfTimeMatters(
      @ForAll("listings") List<InjuryListing> listings, @ForAll("asOfs") Instant asOf) {
    List<InjuryListing> known =
        listings.stream()
            .filter(
                row ->
                    !row.getReportTime().isAfter(asOf)
                        && (row.getSource().equals("nbac_injury_report")
                            || !row.getReceivedTime().isAfter(asOf)))
            .toList();
    assertThat(resolve(listings, asOf), is(resolve(known, asOf)));
    resolve(listings, asOf)
        .players()
        .forEach(row -> assertThat(row + "", asOf.isBefore(row.getReportTime()), is(false)));
  }

  /** A later report of the early game is one of the late game, so that this holds of the early. */
  @Property
  void nothingFromTheTipOnMattersForAGame(@ForAll("listings") List<InjuryListing> listings) {
    List<InjuryListing> before =
        listings.stream()
            .filter(
                row ->
                    row.getReportTime().isBefore(EARLY_TIP)
                        && (row.getSource().equals("nbac_injury_report")
                            || row.getReceivedTime().isBefore(EARLY_TIP)))
            .toList();
    assertThat(early(resolve(listings, null)), is(early(resolve(before, null))));
  }

  private static List<Object> early(Outcome outcome) {
    List<Object> rows = new ArrayList<>();
    outcome.players().stream()
        .filter(row -> row.getGameId().equals(Reports.EARLY))
        .forEach(rows::add);
    outcome.teams().stream()
        .filter(row -> row.getGameId().equals(Reports.EARLY))
        .forEach(rows::add);
    return rows;
  }
}
