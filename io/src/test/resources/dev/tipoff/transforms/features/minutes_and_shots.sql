SELECT
  slate.game_id,
  slate.player_id,
  any_value(minutes) FILTER (k = 1) AS minutes_last_game,
  mean_of_last(minutes, k, 2) AS minutes_mean_last_2,
  mean_of_last(minutes, k, 3) AS minutes_mean_last_3,
  mean_of_last(minutes, k, 5) AS minutes_mean_last_5,
  mean_of_last(minutes, k, 10) AS minutes_mean_last_10,
  avg(minutes) AS minutes_mean_season,
  faded(minutes, k, 0.80) AS minutes_mean_fast,
  faded(minutes, k, 0.90) AS minutes_mean_exponential,
  faded(minutes, k, 0.97) AS minutes_mean_slow,
  median(minutes) FILTER (k <= 20) AS minutes_median_last_20,
  min(minutes) FILTER (k <= 5) AS minutes_least_last_5,
  max(minutes) FILTER (k <= 5) AS minutes_most_last_5,
  stddev_samp(minutes) FILTER (k <= 10) AS minutes_sd_last_10,
  faded(minutes, k, 0.80) - faded(minutes, k, 0.97) AS minutes_swing,
  (faded(minutes, k, 0.80) + faded(minutes, k, 0.90)) / 2 AS minutes_projection,
  mean_of_last(minutes, k, 10) / avg(minutes) - 1 AS minutes_change,
  faded(fga, k, 0.80) AS shots_mean_fast,
  faded(fga, k, 0.90) AS shots_mean_exponential,
  faded(fga, k, 0.97) AS shots_mean_slow,
  faded(fta, k, 0.80) AS free_throws_mean_fast,
  faded(fta, k, 0.90) AS free_throws_mean_exponential,
  faded(fta, k, 0.97) AS free_throws_mean_slow,
  faded(fg3a, k, 0.80) AS threes_mean_fast,
  faded(fg3a, k, 0.90) AS threes_mean_exponential,
  faded(fg3a, k, 0.97) AS threes_mean_slow,
  faded(used, k, 0.80) AS use_mean_fast,
  faded(used, k, 0.90) AS use_mean_exponential,
  faded(used, k, 0.97) AS use_mean_slow,
  faded(used, k, 0.80) - faded(used, k, 0.97) AS use_swing,
  faded(turnovers, k, 0.97) AS turnovers_mean_slow,
  faded_ratio(points, minutes, k, 0.80, 12) AS points_per_minute_fast,
  faded_ratio(points, minutes, k, 0.90, 12) AS points_per_minute_exponential,
  faded_ratio(points, minutes, k, 0.97, 12) AS points_per_minute_slow,
  faded_ratio(rebounds, minutes, k, 0.97, 12) AS rebounds_per_minute_slow,
  faded_ratio(assists, minutes, k, 0.97, 12) AS assists_per_minute_slow,
  faded_ratio(used, minutes, k, 0.97, 12) AS use_per_minute_slow,
  faded(minutes, k, 0.80) * faded_ratio(points, minutes, k, 0.97, 12)
    AS points_fast_minutes_times_slow_rate,
  faded(minutes, k, 0.80) * faded_ratio(rebounds, minutes, k, 0.97, 12)
    AS rebounds_fast_minutes_times_slow_rate,
  faded(minutes, k, 0.80) * faded_ratio(assists, minutes, k, 0.97, 12)
    AS assists_fast_minutes_times_slow_rate,
  CASE WHEN sum(shots) FILTER (k <= 10) >= 10 THEN
    100 * sum(points) FILTER (k <= 10) / (2 * sum(shots) FILTER (k <= 10))
  END AS true_shooting_last_10,
  CASE WHEN sum(fga) FILTER (k <= 10) >= 10 THEN
    100 * sum(fgm + 0.5 * fg3m) FILTER (k <= 10) / sum(fga) FILTER (k <= 10)
  END AS effective_field_goal_last_10,
  CASE WHEN sum(fga) FILTER (k <= 10) >= 10 THEN
    100 * sum(fg3a) FILTER (k <= 10) / sum(fga) FILTER (k <= 10)
  END AS threes_share_of_shots_last_10,
  CASE WHEN sum(points) FILTER (k <= 10) >= 10 THEN
    100 * sum(ftm) FILTER (k <= 10) / sum(points) FILTER (k <= 10)
  END AS free_throw_share_of_points_last_10
FROM slates AS slate
LEFT JOIN this_season AS game
  ON game.slate_id = slate.game_id AND game.player_id = slate.player_id
GROUP BY slate.game_id, slate.player_id
