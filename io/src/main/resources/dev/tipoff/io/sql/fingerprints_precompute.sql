{include phase_runs}
UNION ALL
SELECT 'SOURCE', 'nba_analytics.upcoming_player_game_context', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_analytics.upcoming_player_game_context}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_raw.player_games', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_raw.player_games}
WHERE game_date BETWEEN {career} AND {yesterday}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_analytics.player_availability', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_analytics.player_availability}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_analytics.team_injury_reports', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_analytics.team_injury_reports}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_analytics.player_game_summary', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_analytics.player_game_summary}
WHERE game_date BETWEEN {season} AND {yesterday}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_raw.schedule', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_raw.schedule}
WHERE game_date BETWEEN {season} AND {yesterday}
GROUP BY game_date
