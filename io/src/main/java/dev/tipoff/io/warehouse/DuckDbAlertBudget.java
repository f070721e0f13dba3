package dev.tipoff.io.warehouse;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedSupplier;
import dev.tipoff.io.alerts.AlertBudget;
import dev.tipoff.io.alerts.BudgetUnavailableException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.duckdb.DuckDBConnection;

/**
 * Claims as rows of the embedded warehouse, each taken in a transaction of its own. Of two that
 * take the same claim at once the engine refuses one, which then asks again and finds it taken.
 */
final class DuckDbAlertBudget implements AlertBudget {
  private static final String CLAIMS = "nba_orchestration.alert_claims";

  private static final RetryPolicy<Object> UNTIL_ALONE =
      RetryPolicy.builder()
          .handle(SQLException.class)
          .withBackoff(Duration.ofMillis(2), Duration.ofMillis(100))
          .withJitter(0.5)
          .withMaxDuration(Duration.ofSeconds(10))
          .withMaxRetries(-1)
          .build();

  private final DuckDBConnection connection;

  private DuckDbAlertBudget(DuckDBConnection connection) {
    this.connection = connection;
  }

  static DuckDbAlertBudget open(DuckDbFile file) {
    DuckDbAlertBudget budget = new DuckDbAlertBudget(connect(file));
    try {
      budget.asked(
          () -> {
            try (Statement statement = budget.connection.createStatement()) {
              return statement.execute(
                  "CREATE TABLE IF NOT EXISTS "
                      + CLAIMS
                      + " (claim VARCHAR PRIMARY KEY, holder VARCHAR NOT NULL)");
            }
          });
      return budget;
    } catch (BudgetUnavailableException e) {
      budget.close();
      throw e;
    }
  }

  private static DuckDBConnection connect(DuckDbFile file) {
    try {
      return file.connect();
    } catch (WarehouseException | WarehouseBusyException e) {
      throw new BudgetUnavailableException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public String take(String claim, String holder) {
    return asked(
        () -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO " + CLAIMS + " VALUES (?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, claim);
            insert.setString(2, holder);
            insert.executeUpdate();
          }
          String taken = find(claim);
          if (taken == null) {
            throw new SQLException("the claim " + claim + " is another's that is not stored yet");
          }
          return taken;
        });
  }

  @Override
  public Optional<String> holder(String claim) {
    return asked(() -> Optional.ofNullable(find(claim)));
  }

  private @Nullable String find(String claim) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT holder FROM " + CLAIMS + " WHERE claim = ?")) {
      select.setString(1, claim);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  private <T> T asked(CheckedSupplier<T> call) {
    try {
      return Failsafe.with(UNTIL_ALONE).get(call);
    } catch (FailsafeException e) {
      throw new BudgetUnavailableException("the claims on alerts cannot be asked", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new BudgetUnavailableException("the claims on alerts cannot be closed", e);
    }
  }
}
