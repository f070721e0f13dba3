SELECT
  slate.game_id,
  slate.player_id,
  CASE WHEN sum(game.minutes) FILTER (k <= 5 AND whole.team IS NOT NULL) >= 12 THEN
    100 * sum(game.used) FILTER (k <= 5 AND whole.team IS NOT NULL)
      / sum(game.minutes * whole.possessions / whole.length) FILTER (k <= 5)
  END AS usage_rate_last_5,
  CASE WHEN sum(game.minutes) FILTER (k <= 10 AND whole.team IS NOT NULL) >= 12 THEN
    100 * sum(game.used) FILTER (k <= 10 AND whole.team IS NOT NULL)
      / sum(game.minutes * whole.possessions / whole.length) FILTER (k <= 10)
  END AS usage_rate_last_10,
  CASE WHEN sum(game.minutes) FILTER (k <= 20 AND whole.team IS NOT NULL) >= 12 THEN
    100 * sum(game.used) FILTER (k <= 20 AND whole.team IS NOT NULL)
      / sum(game.minutes * whole.possessions / whole.length) FILTER (k <= 20)
  END AS usage_rate_last_20,
  sum(game.points) FILTER (k <= 10 AND whole.team IS NOT NULL)
    / sum(whole.points) FILTER (k <= 10) AS share_of_team_points_last_10,
  sum(game.used) FILTER (k <= 10 AND whole.team IS NOT NULL)
    / sum(whole.possessions) FILTER (k <= 10) AS share_of_team_use_last_10,
  sum(game.fga) FILTER (k <= 10 AND whole.team IS NOT NULL)
    / sum(whole.fga) FILTER (k <= 10) AS share_of_team_shots_last_10,
  mean_of_last(starter, k, 1) AS starter_share_last_1,
  mean_of_last(starter, k, 5) AS starter_share_last_5,
  mean_of_last(starter, k, 10) AS starter_share_last_10,
  mean_of_last(starter, k, 3) - avg(starter) AS starter_change,
  avg(game.minutes) FILTER (starter = 1) AS minutes_mean_starting,
  avg(game.minutes) FILTER (starter = 0) AS minutes_mean_from_bench,
  count(k) FILTER (game.team = slate.team) AS games_with_team,
  (count(k) FILTER (game.team <> slate.team) > 0
    AND count(k) FILTER (game.team = slate.team) < 10)::INTEGER AS newly_traded
FROM slates AS slate
LEFT JOIN this_season AS game
  ON game.slate_id = slate.game_id AND game.player_id = slate.player_id
LEFT JOIN team_games AS whole ON whole.game_id = game.game_id AND whole.team = game.team
GROUP BY slate.game_id, slate.player_id, slate.team
