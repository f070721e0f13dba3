package dev.tipoff.pipelines.options;

import java.util.List;
import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Which history files. */
public interface ImportOptions extends WarehouseOptions {
  @Description("Box scores of players who played (CSV, gzipped or not; several with commas)")
  @Nullable List<String> getPlayerGames();

  void setPlayerGames(@Nullable List<String> files);

  @Description("Players who were listed and did not play")
  @Nullable List<String> getDnp();

  void setDnp(@Nullable List<String> files);

  @Description("Games, with their scores once final")
  @Nullable List<String> getSchedule();

  void setSchedule(@Nullable List<String> files);

  @Description("Spreads, totals and moneylines")
  @Nullable List<String> getGameLines();

  void setGameLines(@Nullable List<String> files);

  @Description("Last pregame points lines")
  @Nullable List<String> getPointsLines();

  void setPointsLines(@Nullable List<String> files);

  @Description("Moves of points lines")
  @Nullable List<String> getLineMoves();

  void setLineMoves(@Nullable List<String> files);

  @Description("Points+rebounds+assists lines")
  @Nullable List<String> getPraLines();

  void setPraLines(@Nullable List<String> files);
}
