CREATE OR REPLACE VIEW nba_predictions.current_predictions AS
SELECT * EXCLUDE (newest)
FROM (
  SELECT
    *,
    ROW_NUMBER() OVER (
      PARTITION BY system_id, game_id, player, market
      ORDER BY as_of DESC
    ) AS newest
  FROM nba_predictions.player_prop_predictions
  WHERE as_of < tip_time
)
WHERE newest = 1
