WITH chances AS (
  SELECT
    game_date, system_id, kind, market,
    LEAST(1.0, probability_over / (1 - probability_push)) AS chance,
    CASE WHEN actual_margin > 0 THEN 1.0 ELSE 0.0 END AS came
  FROM {nba_predictions.prediction_accuracy}
  WHERE game_date BETWEEN {from} AND {to} AND probability_score IS NOT NULL
),
by_day AS (
  SELECT
    game_date, system_id, kind, market,
    LEAST(10, 1 + CAST(FLOOR(chance * 10) AS INT64)) AS bin,
    COUNT(*) AS n, SUM(chance) AS chance, SUM(came) AS came
  FROM chances
  GROUP BY game_date, system_id, kind, market, bin
),
sums AS (
  SELECT
    system_id, kind, market, bin, COUNT(*) AS days, SUM(n) AS n, SUM(chance) AS chance, SUM(came) AS came,
    SUM(came * came) AS came2, SUM(came * n) AS came_n, SUM(n * n) AS n2
  FROM by_day
  GROUP BY system_id, kind, market, bin
)
SELECT
  system_id, kind, market, bin, n AS chances, chance / n AS mean_chance, came / n AS over_share,
  CASE WHEN days > 1 THEN 1.959963984540054 / n * SQRT(days / (days - 1) * GREATEST(0.0,
    came2 - 2 * came / n * came_n + POW(came / n, 2) * n2)) END AS half
FROM sums
