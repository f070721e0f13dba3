SELECT game_date, game_id, player, feature, stored, recomputed
FROM {nba_orchestration.feature_differences}
WHERE game_date BETWEEN {from} AND {to}
