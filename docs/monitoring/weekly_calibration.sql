-- Calibration drift: chances of the over beside what came, by the week.
-- Once the days are yours: duckdb -readonly tipoff.duckdb < weekly_calibration.sql
--                      or: bq query --use_legacy_sql=false < weekly_calibration.sql
SELECT
  MIN(game_date) AS week, system_id, kind, COUNT(*) AS chances, AVG(chance) AS mean_chance, AVG(came) AS over_share,
  AVG(probability_score) AS brier, AVG(POW(market_probability_over - came, 2)) AS market_brier
FROM (
  SELECT
    game_date, EXTRACT(YEAR FROM game_date) AS calendar_year,
    FLOOR((EXTRACT(DAYOFYEAR FROM game_date) - 1) / 7) AS seven_days,
    system_id, kind, probability_score, market_probability_over,
    LEAST(1.0, probability_over / (1 - probability_push)) AS chance,
    CASE WHEN actual_margin > 0 THEN 1.0 ELSE 0.0 END AS came
  FROM nba_predictions.prediction_accuracy
  WHERE game_date BETWEEN DATE '2031-01-10' AND DATE '2031-01-10' AND probability_score IS NOT NULL
) AS chances
GROUP BY calendar_year, seven_days, system_id, kind
