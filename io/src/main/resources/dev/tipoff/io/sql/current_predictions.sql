SELECT *
FROM {nba_predictions.player_prop_predictions}
WHERE game_date BETWEEN {from} AND {to}
  AND as_of < tip_time
QUALIFY ROW_NUMBER() OVER (
  PARTITION BY system_id, game_id, player, market
  ORDER BY as_of DESC
) = 1
