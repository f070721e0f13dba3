-- Failures of the slates by step and code, and how many are resolved.
-- Once the days are yours: duckdb -readonly tipoff.duckdb < failure_counts.sql
--                      or: bq query --use_legacy_sql=false < failure_counts.sql
SELECT
  COALESCE(pipeline, '') AS pipeline, step, code, COUNT(*) AS failures,
  COUNT(CASE WHEN retryable THEN 1 END) AS retryable, COUNT(CASE WHEN resolved THEN 1 END) AS resolved,
  MIN(failure_key) AS sample_key, MIN(message) AS sample_message
FROM (
  SELECT
    f.failure_id, f.pipeline, f.step, f.code, f.game_date, f.failure_key, f.message, f.retryable,
    COUNT(CASE WHEN e.event = 'MET' THEN 1 END) AS met_again,
    MAX(CASE WHEN e.event = 'RESOLVED' THEN 1 ELSE 0 END) = 1
      AND MAX(e.run_started)
        > COALESCE(MAX(CASE WHEN e.event = 'MET' THEN e.run_started END), TIMESTAMP '1970-01-01 00:00:00') AS resolved
  FROM nba_orchestration.failures AS f
  LEFT JOIN nba_orchestration.failure_events AS e
  ON e.failure_id = f.failure_id
  WHERE f.game_date BETWEEN DATE '2031-01-10' AND DATE '2031-01-10'
  GROUP BY f.failure_id, f.pipeline, f.step, f.code, f.game_date, f.failure_key, f.message, f.retryable
) AS known
GROUP BY pipeline, step, code
