package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import com.google.common.collect.Lists;
import dev.tipoff.io.warehouse.WarehouseAdmin.Digest;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Tables that exist already, tables of another version, and digests of what is stored. */
public class WarehouseAdminTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static PlayerGame game(String player, int points) {
    return InventedRows.game().setPlayer(PlayerKey.of(player)).setPoints(points).build();
  }

  private static String drift(WarehouseFile file) {
    try (WarehouseAdmin admin = file.warehouse().admin()) {
      return assertThrows(IllegalStateException.class, admin::createTables).getMessage();
    }
  }

  @Test
  public void creatingTablesAgainKeepsTheirRows() {
    WarehouseFile file = WarehouseFile.in(folder);
    file.replace(Tables.PLAYER_GAMES, List.of(game("a", 20)));
    try (WarehouseAdmin admin = file.warehouse().admin()) {
      admin.createTables();
    }
    assertThat(file.rows(Tables.PLAYER_GAMES), containsInAnyOrder(game("a", 20)));
  }

  @Test
  public void namesAColumnThatIsMissing() {
    WarehouseFile file = WarehouseFile.in(folder);
    file.execute("ALTER TABLE nba_raw.player_games DROP COLUMN steals");
    assertThat(
        drift(file),
        allOf(
            containsString("nba_raw.player_games was made by another version"),
            containsString("lacks [steals BIGINT NOT NULL]"),
            containsString("has [] too many")));
  }

  @Test
  public void namesAColumnThatIsUnknown() {
    WarehouseFile file = WarehouseFile.in(folder);
    file.execute("ALTER TABLE nba_predictions.prediction_accuracy ADD COLUMN mood VARCHAR");
    assertThat(
        drift(file),
        allOf(
            containsString("nba_predictions.prediction_accuracy was made by another version"),
            containsString("lacks []"),
            containsString("has [mood VARCHAR] too many")));
  }

  @Test
  public void namesAColumnOfAnotherType() {
    WarehouseFile file = WarehouseFile.in(folder);
    file.execute("ALTER TABLE nba_raw.schedule ALTER COLUMN home_points TYPE VARCHAR");
    assertThat(
        drift(file),
        containsString("lacks [home_points BIGINT] and has [home_points VARCHAR] too many"));
  }

  @Test
  public void namesAColumnThatMustNotBeAbsentAnyMore() {
    WarehouseFile file = WarehouseFile.in(folder);
    file.execute("ALTER TABLE nba_raw.schedule ALTER COLUMN home_points SET NOT NULL");
    assertThat(
        drift(file),
        containsString(
            "lacks [home_points BIGINT] and has [home_points BIGINT NOT NULL] too many"));
  }

  @Test
  public void saysThatColumnsAreInAnotherOrder() {
    WarehouseFile file = WarehouseFile.in(folder);
    file.execute("ALTER TABLE nba_raw.schedule DROP COLUMN away");
    file.execute("ALTER TABLE nba_raw.schedule ADD COLUMN away VARCHAR");
    file.execute("ALTER TABLE nba_raw.schedule ALTER COLUMN away SET NOT NULL");
    // The row hash is no longer the last column, which is where a write puts it.
    assertThat(
        drift(file),
        containsString(
            "nba_raw.schedule was made by another version: it has its columns in another order"));
  }

  @Test
  public void aDigestDoesNotHangOnTheOrder() {
    WarehouseFile file = WarehouseFile.in(folder);
    List<PlayerGame> rows = List.of(game("a", 20), game("b", 20), game("c", 21));
    file.replace(Tables.PLAYER_GAMES, rows);
    Digest digest = file.digest(Tables.PLAYER_GAMES);
    assertThat(digest.rows(), is(3L));
    file.replace(Tables.PLAYER_GAMES, Lists.reverse(rows));
    assertThat(file.digest(Tables.PLAYER_GAMES), is(digest));
  }

  @Test
  public void aChangedAnAddedAndALostRowChangeTheDigest() {
    WarehouseFile file = WarehouseFile.in(folder);
    file.replace(Tables.PLAYER_GAMES, List.of(game("a", 20), game("b", 20)));
    Digest digest = file.digest(Tables.PLAYER_GAMES);
    file.replace(Tables.PLAYER_GAMES, List.of(game("a", 20), game("b", 21)));
    assertThat(file.digest(Tables.PLAYER_GAMES), is(not(digest)));
    assertThat(file.digest(Tables.PLAYER_GAMES).rows(), is(2L));
    file.replace(Tables.PLAYER_GAMES, List.of(game("a", 20), game("b", 20), game("c", 20)));
    assertThat(file.digest(Tables.PLAYER_GAMES), is(not(digest)));
    file.replace(Tables.PLAYER_GAMES, List.of(game("a", 20)));
    assertThat(file.digest(Tables.PLAYER_GAMES), is(not(digest)));
    file.replace(Tables.PLAYER_GAMES, List.of(game("b", 20), game("a", 20)));
    assertThat(file.digest(Tables.PLAYER_GAMES), is(digest));
  }

  @Test
  public void aDigestOfSlatesIsOfTheirRows() {
    WarehouseFile file = WarehouseFile.in(folder);
    file.replace(Tables.PLAYER_GAMES, List.of(game("a", 20)));
    Digest digest = file.digest(Tables.PLAYER_GAMES);
    file.replace(
        Tables.PLAYER_GAMES,
        List.of(InventedRows.game().setGameDate(InventedRows.DAY.plusDays(1)).build()));
    try (WarehouseAdmin admin = file.warehouse().admin()) {
      assertThat(
          admin.digest(Tables.PLAYER_GAMES, Optional.of(SlateRange.of(InventedRows.DAY))),
          is(digest));
      assertThat(
          admin.digest(
              Tables.PLAYER_GAMES,
              Optional.of(
                  SlateRange.of(InventedRows.DAY.plusDays(2), InventedRows.DAY.plusDays(9)))),
          is(new Digest(0, 0)));
      assertThat(admin.digest(Tables.PLAYER_GAMES, Optional.empty()).rows(), is(2L));
    }
  }

  @Test
  public void aDigestIsWrittenInSixteenDigits() {
    assertThat(new Digest(3, 0xbeef).toString(), is("3 rows 000000000000beef"));
  }

  @Test
  public void aTableThatIsNotSplitHasNoSlatesToDigestOrRead() {
    WarehouseFile file = WarehouseFile.in(folder);
    SlateRange slates = SlateRange.of(GameDay.parse("2031-01-10"));
    try (WarehouseAdmin admin = file.warehouse().admin()) {
      assertThrows(
          IllegalArgumentException.class, () -> admin.digest(Tables.FAILURES, Optional.of(slates)));
    }
    assertThrows(
        IllegalArgumentException.class, () -> file.warehouse().read(Tables.FAILURES, slates));
  }
}
