SELECT
  game_date, system_id, kind, COUNT(profit) AS bets,
  COUNT(CASE WHEN outcome = 'WIN' THEN 1 END) AS wins,
  COUNT(CASE WHEN outcome = 'LOSS' THEN 1 END) AS losses,
  COUNT(CASE WHEN outcome = 'PUSH' THEN 1 END) AS pushes,
  SUM(profit) AS profit, COUNT(clv) AS closing_lines, SUM(clv) AS clv_sum
FROM {nba_predictions.prediction_accuracy}
WHERE game_date BETWEEN {from} AND {to} AND actual IS NOT NULL AND profit IS NOT NULL
GROUP BY game_date, system_id, kind
