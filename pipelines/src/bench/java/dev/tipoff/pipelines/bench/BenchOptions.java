package dev.tipoff.pipelines.bench;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.checkerframework.checker.nullness.qual.Nullable;

/** How much is measured, and on what. */
public interface BenchOptions extends PipelineOptions {
  @Description("Where data, logs and results go; what is there already is measured on again")
  @Default.String("tipoff-bench")
  String getFolder();

  void setFolder(String folder);

  @Description("Everything that is made up follows from it")
  @Default.Long(20_260_114)
  long getSeed();

  void setSeed(long seed);

  @Description("How often each thing is run; with five or more a spread says something")
  @Default.Integer(5)
  int getRuns();

  void setRuns(int runs);

  @Description("reads: the players of each slate, 450 at most")
  @Default.String("10,150,450")
  String getPlayers();

  void setPlayers(String players);

  @Description("reads: what each call to the warehouse takes longer")
  @Default.String("PT0.5S")
  String getDelay();

  void setDelay(String delay);

  @Description("growth: how many seasons are backfilled, each number in a warehouse of its own")
  @Default.String("1,2,4,6")
  String getSeasons();

  void setSeasons(String seasons);

  @Description(
      "growth: backfills the latest seasons of these history files instead of made-up ones; a"
          + " folder with player_games, player_dnp, schedule, game_lines, player_points_lines and"
          + " player_pra_lines, each as .csv.gz")
  @Nullable String getData();

  void setData(@Nullable String data);

  @Description("limits: how many leagues as one of the usual size play tonight")
  @Default.String("1,2,4,8,16,32,64,128,256")
  String getTimes();

  void setTimes(String times);

  @Description("limits: heaps that a season's backfill is tried in, the largest first")
  @Default.String("4g,3g,2g,1500m,1g,768m")
  String getHeaps();

  void setHeaps(String heaps);
}
