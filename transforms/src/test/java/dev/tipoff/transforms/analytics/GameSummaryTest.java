package dev.tipoff.transforms.analytics;

import static dev.tipoff.transforms.Invented.played;
import static dev.tipoff.transforms.model.TeamCode.BOS;
import static dev.tipoff.transforms.model.TeamCode.MIA;
import static java.util.stream.Collectors.toMap;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.feed.ShotZone;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.Test;

/** {@link GameSummary} with what it is made from. */
public class GameSummaryTest {
  private final FinishedGame game = FinishedGame.create();

  private static Map<String, PlayerGameSummary> byPlayer(GameSummary summary) {
    return summary.players().stream().collect(toMap(row -> row.getPlayer().getId(), row -> row));
  }

  private static TeamOffenseGameSummary offense(GameSummary summary, TeamCode team) {
    return summary.offenses().stream().filter(row -> row.getTeam() == team).findFirst().get();
  }

  private static TeamDefenseGameSummary defense(GameSummary summary, TeamCode team) {
    return summary.defenses().stream().filter(row -> row.getTeam() == team).findFirst().get();
  }

  private static List<String> failures(GameSummary summary) {
    return summary.failures().stream()
        .map(failure -> failure.getCode() + " " + failure.getFailureKey())
        .toList();
  }

  private void replacePlayed(int at, PlayerGame.Builder row) {
    game.played.set(at, row.build());
  }

  /** The first of the box score, of whom the figures are said anew. */
  private PlayerGame.Builder first() {
    PlayerGame row = game.played.get(0);
    return played(game.id, game.day)
        .setPlayer(row.getPlayer())
        .setTeam(row.getTeam())
        .setMinutes(48)
        .setFieldGoalsAttempted(row.getFieldGoalsAttempted());
  }

  @Test
  public void whoPlayedHasFiguresAndWhoDidNotAReason() {
    Map<String, PlayerGameSummary> rows = byPlayer(game.summary());
    assertThat(rows.keySet(), hasSize(11));
    PlayerGame box = game.played.get(0);
    PlayerGameSummary played = rows.get("BOS0");
    assertThat(played.getPlayed(), is(true));
    assertThat(played.getReason(), is(nullValue()));
    assertThat(played.getPoints(), is(box.getPoints()));
    assertThat(played.getFieldGoalsAttempted(), is(box.getFieldGoalsAttempted()));
    assertThat(played.getStarter(), is(nullValue()));
    PlayerGameSummary absent = rows.get("BOS9");
    assertThat(
        absent,
        is(
            PlayerGameSummary.builder()
                .setSeason("2030-31")
                .setSeasonType(box.getSeasonType())
                .setGameId(game.id)
                .setGameDate(game.day)
                .setPlayer(absent.getPlayer())
                .setPlayerName("Ole Sitter")
                .setTeam(BOS)
                .setOpponent(MIA)
                .setHome(true)
                .setPlayed(false)
                .setReason("DND - Injury/Illness")
                .setWin(played.getWin())
                .build()));
    assertThat(game.summary().failures(), is(empty()));
  }

  @Test
  public void theWinIsKnownOnceTheScheduleHasTheFinalScore() {
    int margin = game.points(BOS) - game.points(MIA);
    assertThat(offense(game.summary(), BOS).getMargin(), is(margin));
    assertThat(offense(game.summary(), BOS).getWin(), is(margin > 0));
    assertThat(defense(game.summary(), MIA).getWin(), is(margin < 0));
    game.schedule.set(0, game.scheduled(null, null));
    GameSummary early = game.summary();
    assertThat(offense(early, BOS).getWin(), is(nullValue()));
    assertThat(offense(early, BOS).getFinalScore(), is(nullValue()));
    assertThat(byPlayer(early).get("MIA0").getWin(), is(nullValue()));
    assertThat(early.failures(), is(empty()));
    game.schedule.clear();
    assertThat(offense(game.summary(), MIA), is(offense(early, MIA)));
  }

  /** From the sums, as the class says it: one side's offense is the other's defense. */
  @Test
  public void paceAndRatingsGoByTheMeanOfBothSidesPossessions() {
    GameSummary summary = game.summary();
    TeamOffenseGameSummary offense = offense(summary, BOS);
    TeamDefenseGameSummary defense = defense(summary, MIA);
    double possessions = (offense.getPossessions() + offense(summary, MIA).getPossessions()) / 2;
    assertThat(
        offense.getPossessions(),
        closeTo(
            offense.getFieldGoalsAttempted()
                + 0.44 * offense.getFreeThrowsAttempted()
                + offense.getTurnovers(),
            1e-9));
    assertThat(offense.getPace(), closeTo(possessions, 1e-9));
    assertThat(
        offense.getOffensiveRating(), closeTo(100 * offense.getPoints() / possessions, 1e-9));
    assertThat(defense.getDefensiveRating(), is(offense.getOffensiveRating()));
    assertThat(defense.getPossessionsAllowed(), is(offense.getPossessions()));
    assertThat(defense.getPointsAllowed(), is(offense.getPoints()));
    assertThat(defense.getTrueShootingAllowed(), is(offense.getTrueShooting()));
    assertThat(offense.getOvertimes(), is(0));
  }

  @Test
  public void anOvertimeIsReadFromTheMinutes() {
    game.played.replaceAll(
        row ->
            played(game.id, game.day)
                .setPlayer(row.getPlayer())
                .setTeam(row.getTeam())
                .setOpponent(row.getOpponent())
                .setFieldGoalsAttempted(10)
                .setMinutes(53)
                .build());
    game.shots.clear();
    TeamOffenseGameSummary row = offense(game.summary(), BOS);
    assertThat(row.getOvertimes(), is(1));
    assertThat(row.getPace(), closeTo(48 * 50 / 53.0, 1e-9));
  }

  @Test
  public void halfABoxScoreHasNoRatesAndSaysSo() {
    replacePlayed(0, first().setMinutes(20).setPoints(game.played.get(0).getPoints()));
    GameSummary summary = game.summary();
    assertThat(failures(summary), contains("INCOMPLETE_BOX_SCORE " + game.id + "|BOS"));
    for (TeamCode team : List.of(BOS, MIA)) {
      TeamOffenseGameSummary offense = offense(summary, team);
      assertThat(offense.getComplete(), is(false));
      assertThat(offense.getPace(), is(nullValue()));
      assertThat(offense.getOffensiveRating(), is(nullValue()));
      assertThat(offense.getTrueShooting(), is(nullValue()));
      assertThat(offense.getEffectiveFieldGoal(), is(nullValue()));
      assertThat(offense.getOvertimes(), is(nullValue()));
      assertThat(defense(summary, team).getComplete(), is(false));
      assertThat(defense(summary, team).getDefensiveRating(), is(nullValue()));
    }
    assertThat(byPlayer(summary).get("BOS1").getUsageRate(), is(nullValue()));
    assertThat(Objects.isNull(byPlayer(summary).get("MIA1").getUsageRate()), is(false));
    assertThat(Objects.isNull(byPlayer(summary).get("BOS1").getTrueShooting()), is(false));
  }

  @Test
  public void withoutTheOpponentsBoxScoreNothingIsSaidOfTheDefense() {
    game.played.removeIf(row -> row.getTeam() == MIA);
    game.shots.clear();
    GameSummary summary = game.summary();
    assertThat(summary.offenses(), hasSize(1));
    assertThat(offense(summary, BOS).getComplete(), is(false));
    assertThat(offense(summary, BOS).getPoints(), is(game.points(BOS)));
    assertThat(summary.defenses(), is(empty()));
    assertThat(failures(summary), contains("INCOMPLETE_BOX_SCORE " + game.id + "|MIA"));
  }

  @Test
  public void aFinishedGameWithoutBoxScoresIsAFailureAndOneToComeIsNothing() {
    game.played.clear();
    game.absent.clear();
    assertThat(
        failures(game.summary()),
        contains(
            "INCOMPLETE_BOX_SCORE " + game.id + "|BOS",
            "INCOMPLETE_BOX_SCORE " + game.id + "|MIA"));
    game.schedule.set(0, game.scheduled(null, null));
    GameSummary toCome = game.summary();
    assertThat(toCome.failures(), is(empty()));
    assertThat(toCome.players(), is(empty()));
    assertThat(toCome.offenses(), is(empty()));
    assertThat(toCome.defenses(), is(empty()));
  }

  @Test
  public void pointsThatAreNotTheFinalScoreAreBothInTheRow() {
    int points = game.points(BOS);
    game.schedule.set(0, game.scheduled(points + 2, game.points(MIA)));
    GameSummary summary = game.summary();
    assertThat(offense(summary, BOS).getPoints(), is(points));
    assertThat(offense(summary, BOS).getFinalScore(), is(points + 2));
    assertThat(defense(summary, MIA).getPointsAllowed(), is(points));
    assertThat(defense(summary, MIA).getFinalScoreAllowed(), is(points + 2));
    assertThat(failures(summary), contains("SCORE_MISMATCH " + game.id + "|BOS"));
    assertThat(
        summary.failures().get(0).getMessage(),
        is(
            String.format(
                "BOS scored %d by the schedule and %d by its players' box scores",
                points + 2, points)));
  }

  @Test
  public void oneListedAsAbsentWhoPlayedCountsAsHavingPlayed() {
    game.played.add(
        played(game.id, game.day)
            .setPlayer(game.absent.get(0).getPlayer())
            .setPlayerName(game.absent.get(0).getPlayerName())
            .setMinutes(0)
            .build());
    GameSummary summary = game.summary();
    assertThat(byPlayer(summary).get("BOS9").getPlayed(), is(true));
    assertThat(failures(summary), contains("CONFLICTING_ROWS " + game.id + "|BOS9"));
  }

  @Test
  public void noMinutesAndNoShotsHaveNoRates() {
    game.played.add(played(game.id, game.day).setMinutes(0).build());
    PlayerGameSummary row = byPlayer(game.summary()).get("900001");
    assertThat(row.getUsageRate(), is(nullValue()));
    assertThat(row.getTrueShooting(), is(nullValue()));
    assertThat(row.getEffectiveFieldGoal(), is(nullValue()));
    assertThat(row.getPoints(), is(0));
    assertThat(row.getShotSource(), is(FinishedGame.NBA));
    assertThat(row.getPaintAttempts(), is(0));
  }

  @Test
  public void shotsAreCountedByZoneAndAHeaveIsInNone() {
    game.shots.removeIf(
        shot -> shot.getSource().equals(FinishedGame.FILES) || shot.getPlayerId().equals("MIA4"));
    game.played.removeIf(row -> row.getPlayer().getId().equals("MIA4"));
    game.played.add(
        first()
            .setPlayer(PlayerKey.of("MIA4"))
            .setTeam(MIA)
            .setOpponent(BOS)
            .setFieldGoalsAttempted(7)
            .build());
    for (ShotZone zone : ShotZone.values()) {
      game.shots.add(
          game.shot(MIA, 4)
              .setZone(zone)
              .setMade(zone != ShotZone.MID_RANGE)
              .setAssistedBy(zone == ShotZone.PAINT ? "MIA0" : null)
              .setEventNumber(1_000 + zone.ordinal())
              .build());
    }
    // A pass before a miss is no assist.
    game.shots.add(game.shot(MIA, 4).setAssistedBy("MIA0").setEventNumber(2_000).build());
    PlayerGameSummary row = byPlayer(game.summary()).get("MIA4");
    assertThat(row.getPaintAttempts(), is(2));
    assertThat(row.getPaintMakes(), is(2));
    assertThat(row.getMidRangeAttempts(), is(2));
    assertThat(row.getMidRangeMakes(), is(0));
    assertThat(row.getThreeAttempts(), is(2));
    assertThat(row.getThreeMakes(), is(2));
    assertThat(row.getAssistedMakes(), is(1));
  }

  @Test
  public void doubledRowsCountOnceAndContradictionsNotAtAll() {
    game.played.add(game.played.get(1));
    game.played.add(first().setPoints(99).build());
    game.shots.clear();
    GameSummary summary = game.summary();
    assertThat(byPlayer(summary).get("BOS1").getPoints(), is(game.played.get(1).getPoints()));
    assertThat(byPlayer(summary).containsKey("BOS0"), is(false));
    assertThat(failures(summary), hasItem("DUPLICATE_ROW " + game.id + "|box scores"));
    assertThat(failures(summary), hasItem("CONFLICTING_ROWS " + game.id + "|box scores"));
    Failure conflict =
        summary.failures().stream()
            .filter(failure -> failure.getCode() == FailureCode.CONFLICTING_ROWS)
            .findFirst()
            .get();
    assertThat(conflict.getPayload(), containsString("BOS0"));
  }
}
