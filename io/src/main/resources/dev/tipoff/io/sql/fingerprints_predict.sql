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
SELECT 'SOURCE', 'nba_analytics.player_prop_lines', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING)
FROM {nba_analytics.player_prop_lines}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_precompute.ml_feature_store', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING)
FROM {nba_precompute.ml_feature_store}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_analytics.upcoming_player_game_context', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING)
FROM {nba_analytics.upcoming_player_game_context}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_raw.player_games', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING)
FROM {nba_raw.player_games}
WHERE game_date BETWEEN {season} AND {yesterday}
GROUP BY game_date
UNION ALL
SELECT 'PUBLISHED', game_id, game_date, COUNT(*), 0, CAST(NULL AS STRING)
FROM {nba_predictions.player_prop_predictions}
WHERE game_date BETWEEN {from} AND {to} AND as_of < tip_time
GROUP BY game_id, game_date
