package dev.tipoff.transforms.availability;

import static dev.tipoff.transforms.availability.AbsenceReason.COACHS_DECISION;
import static dev.tipoff.transforms.availability.AbsenceReason.CONCUSSION_PROTOCOL;
import static dev.tipoff.transforms.availability.AbsenceReason.HEALTH_AND_SAFETY;
import static dev.tipoff.transforms.availability.AbsenceReason.INJURY_OR_ILLNESS;
import static dev.tipoff.transforms.availability.AbsenceReason.NOT_WITH_TEAM;
import static dev.tipoff.transforms.availability.AbsenceReason.NO_MINUTES;
import static dev.tipoff.transforms.availability.AbsenceReason.PERSONAL;
import static dev.tipoff.transforms.availability.AbsenceReason.RECONDITIONING;
import static dev.tipoff.transforms.availability.AbsenceReason.REST;
import static dev.tipoff.transforms.availability.AbsenceReason.SUSPENSION;
import static dev.tipoff.transforms.availability.AbsenceReason.TRADE;
import static dev.tipoff.transforms.availability.AbsenceReason.UNSTATED;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.transforms.Invented;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class AbsenceReasonTest {
  /** Every spelling of the official comments of three seasons. */
  private static final ImmutableMap<String, AbsenceReason> SPELLINGS =
      ImmutableMap.<String, AbsenceReason>builder()
          .put("DNP - Coach's Decision", COACHS_DECISION)
          .put("DND - Coach's Decision", COACHS_DECISION)
          .put("DND - Injury/Illness", INJURY_OR_ILLNESS)
          .put("DNP - Injury/Illness", INJURY_OR_ILLNESS)
          .put("NWT - Injury/Illness", INJURY_OR_ILLNESS)
          .put("NWT - Not With Team", NOT_WITH_TEAM)
          .put("DND - Rest", REST)
          .put("DNP - Rest", REST)
          .put("NWT - League Suspension", SUSPENSION)
          .put("DNP - League Suspension", SUSPENSION)
          .put("DND_LEAGUE_SUSPENSION", SUSPENSION)
          .put("NWT_TEAM_SUSPENSION", SUSPENSION)
          .put("DNP_TEAM_SUSPENSION", SUSPENSION)
          .put("NWT - Personal", PERSONAL)
          .put("DNP - Personal", PERSONAL)
          .put("DND - Personal", PERSONAL)
          .put("DND-Return to Competition Reconditioning", RECONDITIONING)
          .put("NWT-Return to Competition Reconditioning", RECONDITIONING)
          .put("no minutes", NO_MINUTES)
          .put("DND - Concussion Protocol", CONCUSSION_PROTOCOL)
          .put("DNP - Concussion Protocol", CONCUSSION_PROTOCOL)
          .put("NWT_CONCUSSION_PROTOCOL ", CONCUSSION_PROTOCOL)
          .put("DNP_TRADE", TRADE)
          .put("NWT - Trade Pending", TRADE)
          .put("DND - Trade Pending", TRADE)
          .put("NWT - Health and Safety Protocols", HEALTH_AND_SAFETY)
          .buildOrThrow();

  private static PlayerDnp absent(String comment) {
    return PlayerDnp.builder()
        .setSeason("2030-31")
        .setSeasonType(SeasonType.REGULAR)
        .setGameId(Invented.GAME)
        .setGameDate(Invented.DAY)
        .setPlayerName(Invented.NAME)
        .setPlayer(Invented.ZED)
        .setTeam(TeamCode.BOS)
        .setOpponent(TeamCode.MIA)
        .setHome(true)
        .setComment(comment)
        .build();
  }

  @Test
  public void everySpellingHasItsMeaning() {
    SPELLINGS.forEach(
        (comment, reason) ->
            assertThat(comment, AbsenceReason.parse(comment), is(Optional.of(reason))));
    assertThat(EnumSet.copyOf(SPELLINGS.values()), is(EnumSet.complementOf(EnumSet.of(UNSTATED))));
  }

  @Test
  public void whatFollowsTheReasonIsAboutTheInjury() {
    for (String comment :
        List.of(
            "DND - Injury/Illness, knee",
            "DND - Injury/Illness - Left Ankle; Sprain",
            "DNP - Injury/Illness (left ankle)",
            "  dnd -  injury/illness ")) {
      assertThat(comment, AbsenceReason.parse(comment), is(Optional.of(INJURY_OR_ILLNESS)));
    }
    assertThat(AbsenceReason.parse("DNP - Coach’s Decision"), is(Optional.of(COACHS_DECISION)));
    assertThat(AbsenceReason.parse(" \t"), is(Optional.of(UNSTATED)));
  }

  @Test
  public void whatNobodyKnowsIsNoReason() {
    for (String comment :
        List.of(
            "DND - Alien Abduction",
            "DNP",
            "DNP - ",
            "Injury/Illness",
            "DNP - Restaurant",
            "DNP - Not Injury/Illness",
            "XYZ - Rest")) {
      assertThat(comment, AbsenceReason.parse(comment), is(Optional.empty()));
    }
  }

  @Test
  public void onlyWhatIsAnnouncedBeforeAGameStandsInForAReport() {
    for (AbsenceReason reason : EnumSet.of(COACHS_DECISION, NO_MINUTES, UNSTATED)) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class, () -> InjuryStandIn.of(absent("DNP"), reason));
      assertThat(refused.getMessage(), containsString(reason + " is not known before a game"));
    }
    Arrays.stream(AbsenceReason.values())
        .filter(AbsenceReason::isAnnounced)
        .forEach(
            reason -> {
              InjuryStandIn standIn = InjuryStandIn.of(absent("DND - Rest"), reason);
              assertThat(standIn.getStatus(), is(InjuryStatus.OUT));
              assertThat(standIn.getReason(), is(reason));
              assertThat(standIn.getComment(), is("DND - Rest"));
              assertThat(standIn.getHoursBeforeTip(), is(1));
            });
    assertThat(
        Arrays.stream(AbsenceReason.values()).filter(AbsenceReason::isAnnounced).count(), is(9L));
  }
}
