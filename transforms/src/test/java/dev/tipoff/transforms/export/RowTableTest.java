package dev.tipoff.transforms.export;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;

public class RowTableTest {
  private static final GameDay DAY = GameDay.parse("2031-01-10");

  private static String player(String id, String name, Double minutes) {
    return Exports.PLAYERS.item(
        ListedPlayer.builder()
            .setPlayer(PlayerKey.of(id))
            .setPlayerName(name)
            .setTeam(TeamCode.BOS)
            .setGames(minutes == null ? 0 : 2)
            .setMinutes(minutes)
            .setPoints(minutes == null ? null : 10.5)
            .setRebounds(minutes == null ? null : 4.0)
            .setAssists(minutes == null ? null : 1.0 / 3)
            .setLastGame(DAY)
            .build());
  }

  @Test
  public void aTextIsThereOnceAndWhatIsAbsentAtTheEndIsLeftOut() {
    String table =
        Exports.PLAYERS.table(
            DAY, new TreeSet<>(Set.of(player("1", "BOS", 30.0), player("2", "<b>\"", null))));
    assertThat(
        table,
        is(
            "{\"kind\":\"players\",\"version\":1,\"day\":\"2031-01-10\","
                + "\"words\":[\"2031-01-10\",\"1\",\"BOS\",\"2\",\"<b>\\\"\"],"
                + "\"columns\":[[\"assists\",\"number\"],[\"games\",\"number\"],"
                + "[\"last_game\",\"word\"],[\"minutes\",\"number\"],[\"player\",\"word\"],"
                + "[\"player_name\",\"word\"],[\"points\",\"number\"],[\"rebounds\",\"number\"],"
                + "[\"team\",\"word\"]],"
                + "\"rows\":[[0.333333,2,0,30,1,2,10.5,4,2],[null,0,0,null,3,4,null,null,2]]}"));
  }

  @Test
  public void listsAreOfWordsAndNumbers() {
    String table =
        Exports.PREDICTIONS.table(
            DAY,
            new TreeSet<>(
                Set.of("{\"systems\":[\"one\",\"two\"],\"means\":[1.5,2],\"home\":true}")));
    assertThat(table.contains("[\"systems\",\"words\"]"), is(true));
    assertThat(table.contains("[\"means\",\"numbers\"]"), is(true));
    assertThat(table.contains("[\"home\",\"flag\"]"), is(true));
    assertThat(table.contains("[0,1]"), is(true));
    assertThat(table.contains("[1.5,2]"), is(true));
    assertThat(table.contains(Market.POINTS.name()), is(false));
  }
}
