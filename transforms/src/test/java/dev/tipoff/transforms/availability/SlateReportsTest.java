package dev.tipoff.transforms.availability;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.availability.Reports.EARLY;
import static dev.tipoff.transforms.availability.Reports.EARLY_TIP;
import static dev.tipoff.transforms.availability.Reports.GAMES;
import static dev.tipoff.transforms.availability.Reports.LATE;
import static dev.tipoff.transforms.availability.Reports.PLAYERS;
import static dev.tipoff.transforms.availability.Reports.TIPS;
import static dev.tipoff.transforms.availability.Reports.absent;
import static dev.tipoff.transforms.availability.Reports.at;
import static dev.tipoff.transforms.availability.Reports.game;
import static dev.tipoff.transforms.availability.Reports.listing;
import static dev.tipoff.transforms.availability.Reports.notSubmitted;
import static dev.tipoff.transforms.availability.Reports.official;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.feed.InjuryListing;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.GameTip;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.Test;

/**
 * The rules of one slate; {@link AsOfPropertyTest} holds what no order and no later row changes.
 */
public class SlateReportsTest {
  private static final String BDL = "bdl_injuries";
  private static final String ESPN = "espn_roster";

  private final List<ScheduledGame> games = new ArrayList<>(GAMES);
  private final List<GameTip> tips = new ArrayList<>(TIPS);
  private StandInReports standIns = StandInReports.NONE;
  private @Nullable Instant asOf;
  private Duration lead = Duration.ZERO;
  private SlateReports reports = new SlateReports(DAY, games, tips, PLAYERS, standIns, asOf, lead);

  private SlateReportsTest read(InjuryListing... listings) {
    reports = new SlateReports(DAY, games, tips, PLAYERS, standIns, asOf, lead);
    reports.read(List.of(listings));
    return this;
  }

  /** Each as {@code game team player status source time}, the time in UTC. */
  private void lists(String... expected) {
    assertThat(
        reports.players().stream()
            .map(
                row ->
                    String.join(
                        " ",
                        row.getGameId().substring(9),
                        row.getTeam().name(),
                        row.getPlayer().getId(),
                        row.getStatus().name(),
                        row.getSource(),
                        time(row.getReportTime())))
            .toList(),
        is(List.of(expected)));
  }

  /** Each as {@code game team listed source time}. */
  private void covers(String... expected) {
    assertThat(
        reports.teams().stream()
            .map(
                row ->
                    String.join(
                        " ",
                        row.getGameId().substring(9),
                        row.getTeam().name(),
                        Integer.toString(row.getPlayersListed()),
                        row.getSource(),
                        time(row.getReportTime())))
            .toList(),
        is(List.of(expected)));
  }

  private static String time(@Nullable Instant time) {
    return time == null ? "-" : time.toString().substring(8, 16);
  }

  private void fails(String... expected) {
    assertThat(
        reports.failures().stream()
            .map(row -> row.getCode() + " " + row.getFailureKey())
            .sorted()
            .toList(),
        is(List.of(expected)));
  }

  @Test
  public void theNewestReportCountsAsAWhole() {
    read(
        official("13:00", TeamCode.BOS, "Zed Quillfeather").build(),
        official("13:00", TeamCode.BOS, "Ivo Đorđević").build(),
        official("17:00", TeamCode.BOS, "Ivo Đorđević").setStatus(InjuryStatus.PROBABLE).build());
    lists("1 BOS 2 PROBABLE nbac_injury_report 10T22:00");
    covers("1 BOS 1 nbac_injury_report 10T22:00", "1 MIA 0 nbac_injury_report 10T22:00");
    fails();
  }

  @Test
  public void aReportThatIsPublishedAfterATipCountsForLaterGamesOnly() {
    read(
        official("13:00", TeamCode.BOS, "Ivo Đorđević").build(),
        official("13:00", TeamCode.DEN, "Emeka Adu").build(),
        official("19:30", TeamCode.BOS, "Zed Quillfeather").build(),
        official("19:30", TeamCode.LAL, "Tyrell Mox").build());
    assertThat(at("19:30"), is(EARLY_TIP));
    lists("1 BOS 2 OUT nbac_injury_report 10T18:00", "2 LAL 5 OUT nbac_injury_report 11T00:30");
    covers(
        "1 BOS 1 nbac_injury_report 10T18:00",
        "1 MIA 0 nbac_injury_report 10T18:00",
        "2 LAL 1 nbac_injury_report 11T00:30",
        "2 DEN 0 nbac_injury_report 11T00:30");
  }

  @Test
  public void aTeamThatHasNotSubmittedIsNotCovered() {
    read(
        official("13:00", TeamCode.BOS, "Ivo Đorđević").build(),
        notSubmitted("13:00", TeamCode.MIA),
        notSubmitted("13:00", TeamCode.LAL));
    covers("1 BOS 1 nbac_injury_report 10T18:00");
  }

  @Test
  public void whereTheLeaguesReportIsSilentOthersAreBelievedInTheirOrder() {
    read(
        official("13:00", TeamCode.BOS, "Ivo Đorđević").build(),
        notSubmitted("13:00", TeamCode.MIA),
        listing(BDL, "14:00", TeamCode.BOS, "Zed Quillfeather").build(),
        listing(BDL, "14:00", TeamCode.MIA, "Ulf Marchbanks").build(),
        listing(ESPN, "15:00", TeamCode.LAL, "Tyrell Mox").build());
    lists("1 BOS 2 OUT nbac_injury_report 10T18:00", "1 MIA 3 OUT bdl_injuries 10T19:00");
    covers(
        "1 BOS 1 nbac_injury_report 10T18:00",
        "1 MIA 1 bdl_injuries 10T19:00",
        "2 LAL 0 bdl_injuries 10T19:00",
        "2 DEN 0 bdl_injuries 10T19:00");
  }

  @Test
  public void pagesOfOneListAreOneReportAndAnEarlierListIsNone() {
    read(
        listing(BDL, "12:00", TeamCode.BOS, "Zed Quillfeather").build(),
        listing(BDL, "14:00", TeamCode.BOS, "Ivo Đorđević").build(),
        listing(BDL, "14:02", TeamCode.MIA, "Ulf Marchbanks").build());
    lists("1 BOS 2 OUT bdl_injuries 10T19:00", "1 MIA 3 OUT bdl_injuries 10T19:02");
  }

  @Test
  public void aPageOfESPNIsOfOneTeamAndOfWhenItWasReceived() {
    read(
        listing(ESPN, "09:00", TeamCode.BOS, "Zed Quillfeather")
            .setReceivedTime(at("13:00"))
            .build(),
        listing(ESPN, "10:00", TeamCode.BOS, "Ivo Đorđević").setReceivedTime(at("16:00")).build(),
        listing(ESPN, "10:00", TeamCode.MIA, "Ulf Marchbanks")
            .setReceivedTime(at("23:00"))
            .build());
    lists("1 BOS 2 OUT espn_roster 10T21:00");
    covers("1 BOS 1 espn_roster 10T21:00");
  }

  @Test
  public void theLeaguesReportIsOfWhenItWasPublishedEvenIfItIsFetchedLater() {
    read(
        official("13:00", TeamCode.BOS, "Ivo Đorđević")
            .setReceivedTime(EARLY_TIP.plus(1_000_000_000))
            .build());
    lists("1 BOS 2 OUT nbac_injury_report 10T18:00");
  }

  @Test
  public void nothingLaterThanTheAsOfTimeCounts() {
    asOf = at("17:00");
    read(
        official("17:00", TeamCode.BOS, "Ivo Đorđević").build(),
        official("17:30", TeamCode.BOS, "Zed Quillfeather").build(),
        official("17:30", TeamCode.BOS, "Nobody Knows").build());
    lists("1 BOS 2 OUT nbac_injury_report 10T22:00");
    fails();
  }

  @Test
  public void reportsEndWithTheLeadBeforeTheTip() {
    lead = new Duration(at("17:00"), EARLY_TIP);
    read(
        official("16:59", TeamCode.BOS, "Ivo Đorđević").build(),
        official("17:00", TeamCode.BOS, "Zed Quillfeather").build());
    lists("1 BOS 2 OUT nbac_injury_report 10T21:59");
  }

  @Test
  public void aStandInIsOfAnHourBeforeTheTipAndNoEarlierBetKnowsIt() {
    PlayerDnp row = absent(EARLY, TeamCode.BOS, "2", "DND - Injury/Illness");
    standIns = new StandInReports(List.of(inferred(row)), List.of(row));
    lead = Duration.standardHours(1);
    read();
    lists("1 BOS 2 OUT dnp_comment 10T23:30");
    lead = Duration.standardHours(1).plus(1);
    read();
    lists();
    covers();
    tips.clear();
    read();
    assertThat("when it was cannot be told", reports.players(), is(empty()));
  }

  @Test
  public void withoutATipNothingCountsThatIsPublishedAfterNoon() {
    tips.clear();
    read(
        official("11:59", TeamCode.BOS, "Ivo Đorđević").build(),
        official("12:00", TeamCode.BOS, "Zed Quillfeather").build());
    lists("1 BOS 2 OUT nbac_injury_report 10T16:59");
  }

  @Test
  public void namesThatAreNobodysOrSeveralsAreFailuresAndTheirTeamsAreCovered() {
    read(
        official("13:00", TeamCode.BOS, "Nobody Knows").build(),
        official("13:00", TeamCode.LAL, "Sam Twice").build());
    lists();
    covers(
        "1 BOS 1 nbac_injury_report 10T18:00",
        "1 MIA 0 nbac_injury_report 10T18:00",
        "2 LAL 1 nbac_injury_report 10T18:00",
        "2 DEN 0 nbac_injury_report 10T18:00");
    fails(
        "AMBIGUOUS_PLAYER nbac_injury_report|0023000502|LAL|Sam Twice",
        "UNRESOLVED_PLAYER nbac_injury_report|0023000501|BOS|Nobody Knows");
  }

  @Test
  public void aGameThatIsNotScheduledIsAFailureAndATeamThatDoesNotPlayIsNone() {
    read(
        official("13:00", TeamCode.BOS, "Ivo Đorđević").setOpponent(TeamCode.UTA).build(),
        official("15:00", TeamCode.BOS, "Ivo Đorđević").setOpponent(TeamCode.UTA).build(),
        listing(BDL, "13:00", TeamCode.UTA, "Somebody Else").build(),
        listing(BDL, "13:00", TeamCode.UTA, "Without Team").setTeam(null).build());
    lists();
    fails("UNMATCHED_GAME nbac_injury_report|2031-01-10|BOS");
  }

  @Test
  public void aSourceThatNobodyKnowsIsAFailure() {
    read(listing("my_own_feed", "13:00", TeamCode.BOS, "Ivo Đorđević").build());
    lists();
    covers();
    assertThat(reports.failures().get(0).getCode(), is(FailureCode.UNKNOWN_SOURCE));
  }

  @Test
  public void oneGameInTheScheduleTwiceIsOneGame() {
    games.add(GAMES.get(0));
    read(listing(BDL, "13:00", TeamCode.BOS, "Ivo Đorđević").build());
    lists("1 BOS 2 OUT bdl_injuries 10T18:00");
    fails();
  }

  @Test
  public void ofATeamThatPlaysTwiceOnlyWhatNamesTheGameCounts() {
    games.add(game("0023000503", TeamCode.UTA, TeamCode.BOS));
    read(
        official("10:00", TeamCode.BOS, "Ivo Đorđević").build(),
        listing(BDL, "11:00", TeamCode.BOS, "Zed Quillfeather").build());
    lists("1 BOS 2 OUT nbac_injury_report 10T15:00");
    assertThat(
        reports.teams().stream()
            .filter(row -> row.getGameId().equals("0023000503"))
            .map(TeamReport::getTeam)
            .toList(),
        is(List.of(TeamCode.UTA)));
    fails("AMBIGUOUS_GAME bdl_injuries|2031-01-10|BOS");
  }

  @Test
  public void ofSeveralListingsOfOnePlayerTheNewerThenTheWorseCounts() {
    read(
        listing(BDL, "14:00", TeamCode.BOS, "Ivo Đorđević").setStatus(InjuryStatus.OUT).build(),
        listing(BDL, "14:01", TeamCode.BOS, "Ivo Dordevic")
            .setStatus(InjuryStatus.QUESTIONABLE)
            .build(),
        listing(BDL, "14:01", TeamCode.BOS, "Ivo Đorđević")
            .setStatus(InjuryStatus.DOUBTFUL)
            .build());
    lists("1 BOS 2 DOUBTFUL bdl_injuries 10T19:01");
    assertThat(reports.teams().get(0).getPlayersListed(), is(1));
  }

  private static InjuryStandIn inferred(PlayerDnp row) {
    return InjuryStandIn.of(row, AbsenceReason.parse(row.getComment()).orElseThrow());
  }

  @Test
  public void standInsCoverTheTeamsThatNoReportCovers() {
    PlayerDnp boston = absent(EARLY, TeamCode.BOS, "2", "DND - Injury/Illness");
    PlayerDnp miami = absent(EARLY, TeamCode.MIA, "3", "DND - Rest");
    PlayerDnp coach = absent(LATE, TeamCode.LAL, "5", "DNP - Coach's Decision");
    standIns =
        new StandInReports(
            List.of(inferred(boston), inferred(miami)), List.of(boston, miami, coach));
    tips.remove(1);
    read(
        official("11:00", TeamCode.BOS, "Zed Quillfeather").build(),
        notSubmitted("11:00", TeamCode.MIA));
    lists("1 BOS 1 OUT nbac_injury_report 10T16:00", "1 MIA 3 OUT dnp_comment 10T23:30");
    covers(
        "1 BOS 1 nbac_injury_report 10T16:00",
        "1 MIA 1 dnp_comment 10T23:30",
        "2 LAL 0 dnp_comment -",
        "2 DEN 0 dnp_comment -");
    assertThat(
        reports.players().stream().map(PlayerAvailability::getStandIn).toList(),
        is(List.of(false, true)));
    assertThat(
        reports.teams().stream().map(TeamReport::getStandIn).toList(),
        is(List.of(false, true, true, true)));
    assertThat(reports.players().get(1).getReason(), is("DND - Rest"));
  }

  @Test
  public void aStandInOfACommentThatHasChangedSinceDoesNotCount() {
    PlayerDnp before = absent(EARLY, TeamCode.BOS, "2", "DND - Injury/Illness");
    PlayerDnp now = absent(EARLY, TeamCode.BOS, "2", "DNP - Coach's Decision");
    standIns = new StandInReports(List.of(inferred(before)), List.of(now));
    read();
    lists();
    covers("1 BOS 0 dnp_comment 10T23:30", "1 MIA 0 dnp_comment 10T23:30");
  }

  @Test
  public void aStandInIsAsOfAnHourBeforeTheTip() {
    PlayerDnp row = absent(EARLY, TeamCode.BOS, "2", "DND - Injury/Illness");
    standIns = new StandInReports(List.of(inferred(row)), List.of(row));
    asOf = EARLY_TIP.minus(3_600_000);
    read();
    lists("1 BOS 2 OUT dnp_comment 10T23:30");
    asOf = EARLY_TIP.minus(3_600_001);
    read();
    lists();
    covers();
    tips.clear();
    asOf = EARLY_TIP;
    read();
    assertThat("when it was cannot be told", reports.players(), is(empty()));
    asOf = null;
    read();
    lists("1 BOS 2 OUT dnp_comment -");
  }
}
