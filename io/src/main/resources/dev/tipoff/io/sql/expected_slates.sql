SELECT s.game_date, COUNT(DISTINCT s.game_id) AS games, MIN(l.tip_time) AS first_tip
FROM {nba_raw.schedule} AS s
LEFT JOIN {nba_analytics.player_prop_lines} AS l
  ON l.game_date = s.game_date AND l.game_id = s.game_id
WHERE s.game_date BETWEEN {from} AND {to}
GROUP BY s.game_date
