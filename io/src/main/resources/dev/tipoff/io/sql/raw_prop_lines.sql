SELECT * FROM {nba_raw.player_points_lines} WHERE game_date BETWEEN {from} AND {to}
UNION ALL
SELECT * FROM {nba_raw.player_points_line_moves} WHERE game_date BETWEEN {from} AND {to}
UNION ALL
SELECT * FROM {nba_raw.player_pra_lines} WHERE game_date BETWEEN {from} AND {to}
UNION ALL
SELECT * FROM {nba_raw.odds_api_player_props} WHERE game_date BETWEEN {from} AND {to}
UNION ALL
SELECT * FROM {nba_raw.bettingpros_player_props} WHERE game_date BETWEEN {from} AND {to}
