package dev.tipoff.pipelines.command;

import java.sql.Connection;
import java.sql.DriverManager;

/** Opens a warehouse file, says so, and holds it until its standard input ends. */
final class HoldWarehouse {
  private HoldWarehouse() {}

  public static void main(String[] args) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + args[0])) {
      System.out.println("held");
      System.in.read();
    }
  }
}
