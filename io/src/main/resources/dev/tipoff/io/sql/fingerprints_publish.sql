{include phase_runs}
UNION ALL
SELECT 'SOURCE', 'nba_predictions.player_prop_predictions', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_predictions.player_prop_predictions}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_predictions.prediction_accuracy', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_predictions.prediction_accuracy}
WHERE game_date BETWEEN {week} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_predictions.system_daily_performance', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_predictions.system_daily_performance}
WHERE game_date BETWEEN {week} AND {to}
GROUP BY game_date
