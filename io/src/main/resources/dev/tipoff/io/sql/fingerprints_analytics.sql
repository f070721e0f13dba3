{include phase_runs}
UNION ALL
SELECT 'SOURCE', 'nba_raw.player_games', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_raw.player_games}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_raw.player_dnp', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_raw.player_dnp}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_raw.play_by_play_shots', filed_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_raw.play_by_play_shots}
WHERE filed_date BETWEEN {from} AND {to}
GROUP BY filed_date
UNION ALL
SELECT 'SOURCE', 'nba_raw.roster_listings', filed_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_raw.roster_listings}
GROUP BY filed_date
UNION ALL
SELECT 'SOURCE', 'nba_raw.schedule', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_raw.schedule}
WHERE game_date BETWEEN {season} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_raw.game_lines', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_raw.game_lines}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_raw.player_points_lines', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_raw.player_points_lines}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_raw.player_points_line_moves', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_raw.player_points_line_moves}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_raw.player_pra_lines', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_raw.player_pra_lines}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_raw.odds_api_player_props', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_raw.odds_api_player_props}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_raw.bettingpros_player_props', game_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_raw.bettingpros_player_props}
WHERE game_date BETWEEN {from} AND {to}
GROUP BY game_date
UNION ALL
SELECT 'SOURCE', 'nba_raw.injury_listings', filed_date, COUNT(*), BIT_XOR(row_hash), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP)
FROM {nba_raw.injury_listings}
WHERE filed_date BETWEEN {from} AND {to}
GROUP BY filed_date
