{include phase_runs}
UNION ALL
SELECT 'SOURCE', 'nba_predictions.player_prop_predictions', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_predictions.player_prop_predictions}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_analytics.player_prop_lines', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_analytics.player_prop_lines}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_predictions.prediction_accuracy', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_predictions.prediction_accuracy}
WHERE game_date BETWEEN {season} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_analytics.player_game_summary', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_analytics.player_game_summary}
WHERE game_date BETWEEN {season} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_precompute.ml_feature_store', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_precompute.ml_feature_store}
WHERE game_date BETWEEN {season} AND {to}
GROUP BY game_date
