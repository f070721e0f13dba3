package dev.tipoff.transforms.analytics;

import static dev.tipoff.transforms.Invented.played;
import static dev.tipoff.transforms.model.TeamCode.BOS;
import static dev.tipoff.transforms.model.TeamCode.MIA;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.feed.FeedShot;
import dev.tipoff.transforms.model.PlayerKey;
import java.util.List;
import org.junit.Test;

public class GameShotsTest {
  private final FinishedGame game = FinishedGame.create();

  private GameShots shots() {
    return new GameShots(new SlateGame(game.day, game.id), game.played, game.shots);
  }

  private List<FeedShot> of(String source) {
    return game.shots.stream().filter(shot -> shot.getSource().equals(source)).toList();
  }

  private static int attempts(ZoneTally zones) {
    return zones.paint().attempts() + zones.midRange().attempts() + zones.three().attempts();
  }

  @Test
  public void ofTwoThatFitTheLeaguesOwnIsUsedAndCountedOnce() {
    GameShots shots = shots();
    assertThat(shots.source(), is(FinishedGame.NBA));
    assertThat(shots.failures(), is(empty()));
    ZoneTally team = shots.of(BOS);
    game.shots.removeAll(of(FinishedGame.FILES));
    assertThat(shots().of(BOS), is(team));
  }

  @Test
  public void namesWithoutIdsAreFoundInTheBoxScoreOfTheTeam() {
    ZoneTally byId = shots().of(PlayerKey.of("MIA3"));
    game.shots.removeAll(of(FinishedGame.NBA));
    assertThat(shots().source(), is(FinishedGame.FILES));
    assertThat(shots().of(PlayerKey.of("MIA3")), is(byId));
    assertThat(shots().failures(), is(empty()));
  }

  @Test
  public void theOneThatFitsTheBoxScoreBetterIsUsed() {
    game.shots.remove(of(FinishedGame.NBA).get(0));
    assertThat(shots().source(), is(FinishedGame.FILES));
    game.shots.remove(of(FinishedGame.FILES).get(0));
    assertThat(shots().source(), is(FinishedGame.NBA));
    game.shots.remove(of(FinishedGame.NBA).get(0));
    assertThat(shots().source(), is(FinishedGame.FILES));
  }

  @Test
  public void aFileThatWasSharedTwiceIsCountedOnce() {
    game.shots.removeAll(of(FinishedGame.NBA));
    int attempts = attempts(shots().of(MIA));
    for (FeedShot shot : of(FinishedGame.FILES)) {
      game.shots.add(
          game.shot(shot.getTeam(), 0)
              .setSource(FinishedGame.FILES)
              .setEventId("anotherFile")
              .setPlayerId("")
              .setPlayerName(shot.getPlayerName())
              .setZone(shot.getZone())
              .setEventNumber(shot.getEventNumber())
              .build());
    }
    assertThat(attempts(shots().of(MIA)), is(attempts));
  }

  @Test
  public void shotsOfNobodyAreOneFailureAPlayByPlayAndStillTheTeams() {
    int before = shots().of(MIA).midRange().attempts();
    for (int i = 0; i < 3; i++) {
      game.shots.add(
          game.shot(MIA, 0)
              .setPlayerId("nobody" + i % 2)
              .setPlayerName("Nobody " + i % 2)
              .setEventNumber(5_000 + i)
              .build());
    }
    game.shots.removeAll(of(FinishedGame.FILES));
    GameShots shots = shots();
    assertThat(shots.failures(), hasSize(1));
    Failure failure = shots.failures().get(0);
    assertThat(failure.getCode(), is(FailureCode.UNRESOLVED_PLAYER));
    assertThat(failure.getFailureKey(), is(game.id + "|" + FinishedGame.NBA));
    assertThat(
        failure.getMessage(),
        containsString("3 of " + game.shots.size() + " shots of nbac_play_by_play are of nobody"));
    assertThat(failure.getMessage(), containsString(": Nobody 0 (MIA), Nobody 1 (MIA)"));
    assertThat(shots.of(MIA).midRange().attempts(), is(before + 3));
  }

  @Test
  public void aNicknameIsFoundByItsAlias() {
    game.shots.removeAll(of(FinishedGame.NBA));
    game.played.add(
        played(game.id, game.day)
            .setPlayer(PlayerKey.of("MIA7"))
            .setPlayerName("Herbert Jones")
            .setTeam(MIA)
            .setOpponent(BOS)
            .setFieldGoalsAttempted(1)
            .build());
    game.shots.add(
        game.shot(MIA, 0)
            .setSource(FinishedGame.FILES)
            .setEventId("aFile")
            .setPlayerId("")
            .setPlayerName("Herb Jones")
            .build());
    assertThat(shots().of(PlayerKey.of("MIA7")).midRange().attempts(), is(1));
    assertThat(shots().failures(), is(empty()));
  }

  @Test
  public void aNameThatTwoOfTheTeamHaveIsNobodys() {
    game.shots.removeAll(of(FinishedGame.NBA));
    game.played.add(
        played(game.id, game.day)
            .setPlayer(PlayerKey.of("BOS7"))
            .setPlayerName(game.played.get(0).getPlayerName())
            .build());
    assertThat(shots().failures().get(0).getCode(), is(FailureCode.UNRESOLVED_PLAYER));
  }

  @Test
  public void halfAPlayByPlayIsNotUsed() {
    List<FeedShot> nba = of(FinishedGame.NBA);
    game.shots.removeAll(of(FinishedGame.FILES));
    game.shots.removeAll(nba.subList(0, nba.size() / 2));
    GameShots shots = shots();
    assertThat(shots.source(), is(nullValue()));
    assertThat(shots.of(BOS), is(nullValue()));
    assertThat(shots.of(PlayerKey.of("BOS0")), is(nullValue()));
    assertThat(
        shots.failures().stream().map(Failure::getCode).toList(),
        is(List.of(FailureCode.PLAY_BY_PLAY_MISFIT)));
    assertThat(
        shots.failures().get(0).getMessage(),
        is(
            String.format(
                "the play-by-play of nbac_play_by_play has %d shots and differs from the %d of the"
                    + " box score in %d, too many to count zones from it",
                game.shots.size(), nba.size(), nba.size() / 2)));
  }
}
