package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Which table. */
public interface DigestOptions extends SlateOptions {
  @Description("Only this table, such as nba_raw.player_games (default: all)")
  @Nullable String getTable();

  void setTable(@Nullable String table);
}
