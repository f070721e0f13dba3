CREATE OR REPLACE VIEW {nba_predictions.current_predictions} AS
SELECT *
FROM {nba_predictions.player_prop_predictions}
WHERE as_of < tip_time
QUALIFY ROW_NUMBER() OVER (
  PARTITION BY system_id, game_id, player, market
  ORDER BY as_of DESC
) = 1
