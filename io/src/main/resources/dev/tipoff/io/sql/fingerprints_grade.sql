{include phase_runs}
UNION ALL
SELECT 'SOURCE', 'nba_predictions.player_prop_predictions', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_predictions.player_prop_predictions}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_raw.player_games', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_raw.player_games}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_analytics.player_prop_lines', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_analytics.player_prop_lines}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
