SELECT 'LAST_RUN' AS branch, i.input AS source, i.game_date, 0 AS row_count, 0 AS row_hashes, i.value AS recorded
FROM {nba_orchestration.run_inputs} AS i
JOIN {nba_orchestration.pipeline_runs} AS c
  ON c.run_id = i.run_id AND c.pipeline = i.pipeline AND c.event = 'COMPLETED'
WHERE i.pipeline = {phase}
  AND i.game_date BETWEEN {from} AND {to}
  AND NOT EXISTS (
    SELECT 1
    FROM {nba_orchestration.pipeline_runs} AS s
    WHERE s.pipeline = i.pipeline
      AND s.event = 'STARTED'
      AND s.started_at > c.started_at
      AND i.game_date BETWEEN s.from_slate AND s.to_slate
  )
UNION ALL
SELECT 'SOURCE', 'nba_predictions.player_prop_predictions', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING)
FROM {nba_predictions.player_prop_predictions}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_raw.player_games', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING)
FROM {nba_raw.player_games}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
