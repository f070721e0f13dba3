package dev.tipoff.transforms.analytics;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static java.util.stream.Collectors.toSet;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.TeamCode;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of a {@link GameSummary} of any finished game. */
public class GameSummaryPropertyTest {
  private static List<Set<?>> rows(GameSummary summary) {
    return List.of(
        new HashSet<>(summary.players()),
        new HashSet<>(summary.offenses()),
        new HashSet<>(summary.defenses()));
  }

  private static Set<Failure> failures(GameSummary summary) {
    return new HashSet<>(summary.failures());
  }

  /** Some shots are gone, some of nobody, so that there are failures to compare. */
  private static FinishedGame spoilt(long seed) {
    FinishedGame game = FinishedGame.of(GAME, DAY, seed);
    Random random = new Random(seed);
    game.shots.removeIf(shot -> random.nextInt(60) == 0);
    game.shots.add(
        game.shot(TeamCode.BOS, 0)
            .setPlayerId("")
            .setPlayerName("Nobody " + random.nextInt())
            .setEventNumber(9_000)
            .build());
    game.schedule.set(0, game.scheduled(random.nextInt(99), random.nextInt(99)));
    return game;
  }

  @Property(tries = 100)
  void theOrderOfItsPartsChangesNothing(@ForAll long seed, @ForAll long order) {
    FinishedGame game = spoilt(seed);
    GameSummary shuffled = game.shuffled(new Random(order)).summary();
    assertThat(rows(shuffled), is(rows(game.summary())));
    assertThat(failures(shuffled), is(failures(game.summary())));
  }

  @Property(tries = 100)
  void partsToldTwiceCountOnceAndAreAFailure(@ForAll long seed, @ForAll long order) {
    FinishedGame game = spoilt(seed);
    FinishedGame doubled = game.shuffled(new Random(order));
    doubled.schedule.addAll(game.schedule);
    doubled.played.addAll(game.played);
    doubled.absent.addAll(game.absent);
    doubled.shots.addAll(game.shots);
    GameSummary summary = doubled.shuffled(new Random(order)).summary();
    assertThat(rows(summary), is(rows(game.summary())));
    Set<Failure> more = failures(summary);
    more.removeAll(failures(game.summary()));
    assertThat(more, hasSize(4));
    assertThat(
        more.stream().map(Failure::getCode).collect(toSet()),
        is(Set.of(FailureCode.DUPLICATE_ROW)));
  }

  private static void addsUp(
      FinishedGame game, ToIntFunction<PlayerGameSummary> players, ToIntFunction<TeamCode> team) {
    for (TeamCode code : List.of(TeamCode.BOS, TeamCode.MIA)) {
      assertThat(
          game.summary().players().stream()
              .filter(row -> row.getTeam() == code && row.getPlayed())
              .mapToInt(players)
              .sum(),
          is(team.applyAsInt(code)));
    }
  }

  private static TeamOffenseGameSummary scored(GameSummary summary, TeamCode team) {
    return summary.offenses().stream()
        .filter(row -> row.getTeam() == team)
        .findFirst()
        .orElseThrow();
  }

  private static TeamDefenseGameSummary against(GameSummary summary, TeamCode team) {
    return summary.defenses().stream()
        .filter(row -> row.getOpponent() == team)
        .findFirst()
        .orElseThrow();
  }

  @Property(tries = 50)
  void teamsAreTheSumsOfTheirPlayers(@ForAll long seed) {
    FinishedGame game = FinishedGame.of(GAME, DAY, seed);
    GameSummary all = game.summary();
    assertThat(all.failures(), is(empty()));
    addsUp(game, row -> row.getPoints(), team -> scored(all, team).getPoints());
    addsUp(game, row -> row.getPoints(), team -> against(all, team).getPointsAllowed());
    addsUp(game, row -> row.getAssists(), team -> scored(all, team).getAssists());
    addsUp(game, row -> row.getRebounds(), team -> against(all, team).getReboundsAllowed());
    addsUp(game, row -> row.getTurnovers(), team -> against(all, team).getTurnoversForced());
    addsUp(
        game,
        row -> row.getFieldGoalsAttempted(),
        team -> scored(all, team).getFieldGoalsAttempted());
    addsUp(game, row -> row.getThreesMade(), team -> against(all, team).getThreesMadeAllowed());
    addsUp(
        game,
        row -> Objects.requireNonNull(row.getPaintAttempts()),
        team -> against(all, team).getPaintAttemptsAllowed());
    addsUp(
        game,
        row -> Objects.requireNonNull(row.getMidRangeMakes()),
        team -> against(all, team).getMidRangeMakesAllowed());
    addsUp(
        game,
        row -> Objects.requireNonNull(row.getThreeAttempts()),
        team -> against(all, team).getThreeAttemptsAllowed());
  }

  /** Five players who play every minute use all of their team's possessions between them. */
  @Property(tries = 50)
  void usageSharesOfAWholeGameAreAHundredPercentTogether(@ForAll long seed) {
    double used =
        FinishedGame.of(GAME, DAY, seed).summary().players().stream()
            .filter(row -> row.getTeam() == TeamCode.MIA)
            .mapToDouble(row -> Objects.requireNonNull(row.getUsageRate()))
            .sum();
    assertThat(Math.abs(used - 100) < 1e-9, is(true));
  }
}
