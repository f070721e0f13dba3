SELECT
  slate.game_id,
  slate.player_id,
  faded(points, k, 0.985) AS career_points,
  faded(rebounds, k, 0.985) AS career_rebounds,
  faded(assists, k, 0.985) AS career_assists,
  faded(minutes, k, 0.985) AS career_minutes,
  faded(fga, k, 0.985) AS career_shots,
  faded(fta, k, 0.985) AS career_free_throws,
  faded(fg3a, k, 0.985) AS career_threes,
  faded(used, k, 0.985) AS career_use,
  faded(turnovers, k, 0.985) AS career_turnovers,
  faded_ratio(points, minutes, k, 0.985, 12) AS career_points_per_minute,
  faded_ratio(rebounds, minutes, k, 0.985, 12) AS career_rebounds_per_minute,
  faded_ratio(assists, minutes, k, 0.985, 12) AS career_assists_per_minute,
  faded_ratio(used, minutes, k, 0.985, 12) AS career_use_per_minute,
  100 * faded_ratio(points, shots, k, 0.985, 10) / 2 AS career_true_shooting,
  count(k) AS career_games,
  36 * faded_ratio(rebounds, minutes, k, 0.985, 12) AS rebounds_per_36,
  36 * faded_ratio(assists, minutes, k, 0.985, 12) AS assists_per_36,
  avg(points) FILTER (game.season = '2022-23') AS last_season_points,
  avg(minutes) FILTER (game.season = '2022-23') AS last_season_minutes,
  count(k) FILTER (game.season = '2022-23') AS last_season_games,
  avg(points) FILTER (game.opponent = slate.opponent) AS points_against_opponent,
  count(k) FILTER (game.opponent = slate.opponent) AS games_against_opponent,
  faded(CASE WHEN game.season = slate_season THEN shots END, k, 0.90)
    * faded_ratio(points, shots, k, 0.985, 10) AS shots_times_true_shooting,
  faded(CASE WHEN game.season = slate_season THEN minutes END, k, 0.90)
    * faded_ratio(points, minutes, k, 0.985, 12) AS points_minutes_times_career_rate,
  faded(CASE WHEN game.season = slate_season THEN minutes END, k, 0.90)
    * faded_ratio(rebounds, minutes, k, 0.985, 12) AS rebounds_minutes_times_career_rate,
  faded(CASE WHEN game.season = slate_season THEN minutes END, k, 0.90)
    * faded_ratio(assists, minutes, k, 0.985, 12) AS assists_minutes_times_career_rate
FROM slates AS slate
LEFT JOIN career AS game ON game.slate_id = slate.game_id AND game.player_id = slate.player_id
GROUP BY slate.game_id, slate.player_id
