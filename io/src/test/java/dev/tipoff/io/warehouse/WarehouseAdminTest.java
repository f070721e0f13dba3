package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assert.assertThrows;

import com.google.common.collect.Lists;
import dev.tipoff.io.warehouse.WarehouseAdmin.Digest;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.SlateRange;
import java.io.File;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Tables that exist already, tables of another version, and digests of what is stored. */
public class WarehouseAdminTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static PlayerGame game(String player, int points) {
    return InventedRows.game().setPlayer(PlayerKey.of(player)).setPoints(points).build();
  }

  /** What the check says, which is also why the tables are not made. */
  private static List<String> drift(WarehouseFile file) {
    try (WarehouseAdmin admin = file.warehouse().admin()) {
      List<String> drift = admin.drift();
      assertThat(
          assertThrows(IllegalStateException.class, admin::createTables).getMessage(),
          is(
              "the warehouse was made by another version: "
                  + String.join("; ", drift)
                  + ". Import into a new file with --warehouse=duckdb:FILE"));
      return drift;
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
    assertThat(drift(file), contains("nba_raw.player_games.steals is missing, BIGINT NOT NULL"));
  }

  @Test
  public void namesAColumnThatIsUnknown() {
    WarehouseFile file = WarehouseFile.in(folder);
    file.execute("ALTER TABLE nba_predictions.prediction_accuracy ADD COLUMN mood VARCHAR");
    assertThat(
        drift(file), contains("nba_predictions.prediction_accuracy.mood is surplus, VARCHAR"));
  }

  @Test
  public void namesAColumnOfAnotherType() {
    WarehouseFile file = WarehouseFile.in(folder);
    file.execute("ALTER TABLE nba_raw.schedule ALTER COLUMN home_points TYPE VARCHAR");
    assertThat(drift(file), contains("nba_raw.schedule.home_points is VARCHAR instead of BIGINT"));
  }

  @Test
  public void namesAColumnThatMustNotBeAbsentAnyMore() {
    WarehouseFile file = WarehouseFile.in(folder);
    file.execute("ALTER TABLE nba_raw.schedule ALTER COLUMN home_points SET NOT NULL");
    assertThat(
        drift(file), contains("nba_raw.schedule.home_points is BIGINT NOT NULL instead of BIGINT"));
  }

  @Test
  public void saysThatColumnsAreInAnotherOrder() {
    WarehouseFile file = WarehouseFile.in(folder);
    file.execute("ALTER TABLE nba_raw.schedule DROP COLUMN away");
    file.execute("ALTER TABLE nba_raw.schedule ADD COLUMN away VARCHAR");
    file.execute("ALTER TABLE nba_raw.schedule ALTER COLUMN away SET NOT NULL");
    assertThat(
        drift(file),
        contains(
            "nba_raw.schedule has its columns in another order: away_points, game_date, game_id, home, home_points, season, season_type, row_hash, away"));
  }

  @Test
  public void namesWhatIsMissingUntilItIsMade() {
    WarehouseFile file = WarehouseFile.in(folder);
    file.execute("DROP VIEW nba_predictions.current_predictions");
    file.execute("DROP TABLE nba_raw.schedule");
    try (WarehouseAdmin admin = file.warehouse().admin()) {
      assertThat(
          admin.drift(),
          contains(
              "nba_raw.schedule is missing", "nba_predictions.current_predictions is missing"));
      admin.createTables();
      assertThat(admin.drift(), is(empty()));
    }
  }

  @Test
  public void theStatementsMakeTheWholeWarehouse() {
    WarehouseFile file = WarehouseFile.unmade(folder);
    try (WarehouseAdmin admin = file.warehouse().admin()) {
      assertThat(admin.drift(), contains("there is no file " + file.path()));
      assertThat(new File(file.path()).exists(), is(false));
      file.execute(String.join(";\n", admin.statements()));
      assertThat(admin.drift(), is(empty()));
    }
  }

  @Test
  public void commentsAreTheDescriptions() throws SQLException {
    WarehouseFile file = WarehouseFile.in(folder);
    try (DuckDBConnection connection = file.file().connect();
        Statement statement = connection.createStatement();
        ResultSet comments =
            statement.executeQuery(
                "SELECT (SELECT comment FROM duckdb_tables() WHERE table_name = 'schedule'),"
                    + " (SELECT comment FROM duckdb_columns() WHERE table_name = 'schedule'"
                    + " AND column_name = 'game_id')")) {
      comments.next();
      assertThat(comments.getString(1), is(Tables.SCHEDULE.description()));
      assertThat(comments.getString(2), startsWith("The NBA's ten-digit id of the game"));
    }
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
