SELECT game_date, home, away, MIN(tip_time) AS tip_time
FROM {nba_raw.feed_games}
WHERE filed_date BETWEEN {from} AND {to}
  AND game_date BETWEEN {from} AND {to}
  AND tip_time IS NOT NULL
  AND status NOT IN ('POSTPONED', 'CANCELED')
GROUP BY game_date, home, away
