SELECT *
FROM {nba_raw.schedule} AS games
WHERE games.game_date BETWEEN {from} AND {to}
  AND NOT EXISTS (
    SELECT 1
    FROM {nba_analytics.player_prop_lines} AS lines
    WHERE lines.game_date BETWEEN {from} AND {to}
      AND lines.game_date = games.game_date
      AND lines.game_id = games.game_id)
