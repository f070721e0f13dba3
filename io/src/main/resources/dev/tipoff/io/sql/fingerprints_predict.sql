{include phase_runs}
UNION ALL
SELECT 'SOURCE', 'nba_analytics.player_prop_lines', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_analytics.player_prop_lines}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_precompute.ml_feature_store', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_precompute.ml_feature_store}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_analytics.upcoming_player_game_context', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_analytics.upcoming_player_game_context}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_raw.player_games', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_raw.player_games}
WHERE game_date BETWEEN {season} AND {yesterday}
GROUP BY game_date
UNION ALL
SELECT 'PUBLISHED', game_id, game_date, COUNT(*), 0, system_id, as_of
FROM {nba_predictions.player_prop_predictions}
WHERE game_date BETWEEN {from} AND {to} AND as_of < tip_time
GROUP BY game_id, game_date, system_id, as_of
