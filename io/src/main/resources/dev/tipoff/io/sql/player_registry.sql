SELECT player, player_name AS name, team, MAX(game_date) AS last_seen
FROM (
  SELECT player, player_name, team, game_date FROM {nba_raw.player_games}
  UNION ALL
  SELECT player, player_name, team, game_date FROM {nba_raw.player_dnp}
)
GROUP BY player, player_name, team
