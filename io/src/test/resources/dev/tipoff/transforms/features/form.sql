WITH of_season AS (
  SELECT
    *,
    sign(points - avg(points) OVER (PARTITION BY slate_id, player_id)) AS side
  FROM this_season),
turns AS (
  SELECT slate_id, player_id, min(k) FILTER (side <> latest_side) AS turn
  FROM (
    SELECT *, first(side) OVER (PARTITION BY slate_id, player_id ORDER BY k) AS latest_side
    FROM of_season)
  GROUP BY ALL)
SELECT
  slate.game_id,
  slate.player_id,
  any_value(game.points) FILTER (k = 1) AS points_last_game,
  mean_of_last(game.points, k, 5) AS points_mean_last_5,
  mean_of_last(game.points, k, 10) AS points_mean_last_10,
  avg(game.points) AS points_mean_season,
  faded(game.points, k, 0.90) AS points_mean_exponential,
  faded(game.points, k, 0.97) AS points_mean_slow,
  stddev_samp(game.points) FILTER (k <= 10) AS points_sd_last_10,
  any_value(game.rebounds) FILTER (k = 1) AS rebounds_last_game,
  mean_of_last(game.rebounds, k, 5) AS rebounds_mean_last_5,
  mean_of_last(game.rebounds, k, 10) AS rebounds_mean_last_10,
  avg(game.rebounds) AS rebounds_mean_season,
  faded(game.rebounds, k, 0.90) AS rebounds_mean_exponential,
  faded(game.rebounds, k, 0.97) AS rebounds_mean_slow,
  stddev_samp(game.rebounds) FILTER (k <= 10) AS rebounds_sd_last_10,
  any_value(game.assists) FILTER (k = 1) AS assists_last_game,
  mean_of_last(game.assists, k, 5) AS assists_mean_last_5,
  mean_of_last(game.assists, k, 10) AS assists_mean_last_10,
  avg(game.assists) AS assists_mean_season,
  faded(game.assists, k, 0.90) AS assists_mean_exponential,
  faded(game.assists, k, 0.97) AS assists_mean_slow,
  stddev_samp(game.assists) FILTER (k <= 10) AS assists_sd_last_10,
  any_value(game.pra) FILTER (k = 1) AS pra_last_game,
  mean_of_last(game.pra, k, 5) AS pra_mean_last_5,
  mean_of_last(game.pra, k, 10) AS pra_mean_last_10,
  avg(game.pra) AS pra_mean_season,
  faded(game.pra, k, 0.90) AS pra_mean_exponential,
  faded(game.pra, k, 0.97) AS pra_mean_slow,
  stddev_samp(game.pra) FILTER (k <= 10) AS pra_sd_last_10,
  faded(game.points, k, 0.80) AS points_mean_fast,
  mean_of_last(game.points, k, 2) AS points_mean_last_2,
  mean_of_last(game.points, k, 3) AS points_mean_last_3,
  median(game.points) FILTER (k <= 20) AS points_median_last_20,
  stddev_samp(game.points) FILTER (k <= 40) AS points_sd_last_40,
  faded(game.points, k, 0.80) - faded(game.points, k, 0.97) AS points_swing,
  CASE WHEN count(k) >= 2 THEN regr_slope(game.points, -k) FILTER (k <= 10) END
    AS points_slope_last_10,
  (mean_of_last(game.points, k, 3) - avg(game.points)) / nullif(stddev_samp(game.points), 0)
    AS points_z_last_3,
  any_value(side) FILTER (k = 1) * coalesce(any_value(turn) - 1, count(k)) AS points_streak,
  avg(game.points) FILTER (game.home = slate.home) AS points_mean_same_venue,
  count(k) AS games_season
FROM slates AS slate
LEFT JOIN of_season AS game ON game.slate_id = slate.game_id AND game.player_id = slate.player_id
LEFT JOIN turns ON turns.slate_id = slate.game_id AND turns.player_id = slate.player_id
GROUP BY slate.game_id, slate.player_id, slate.home
