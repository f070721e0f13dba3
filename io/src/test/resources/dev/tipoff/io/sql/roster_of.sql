SELECT player, player_name AS name, team, game_date AS since, 'BOX_SCORE' AS evidence
FROM {nba_raw.player_games}
WHERE player_name = {name} AND game_date >= {from} AND {at} > TIMESTAMP '2031-01-10 22:15:00.122'
