-- Where each phase of the slates stands, and what is open.
-- Once the days are yours: duckdb -readonly tipoff.duckdb < phase_status.sql
--                      or: bq query --use_legacy_sql=false < phase_status.sql
SELECT
  runs.pipeline, runs.game_date, MAX(runs.last_completed) AS last_completed,
  MAX(runs.rows_written) AS rows_written,
  COUNT(DISTINCT CASE WHEN NOT known.resolved THEN known.failure_id END) AS open_failures,
  COUNT(DISTINCT CASE WHEN NOT known.resolved AND STRPOS('|UNAUTHORIZED|QUOTA_EXHAUSTED|STAND_IN_REFUSED|EMPTY_COLUMN|CONSTANT_COLUMN|SLATE_COVERAGE_CRITICAL|LATE_REPORT|MODEL_KNOWS_SLATE|INCOMPLETE_INPUT|LOST_RUN|MISSING_RUN|RUN_FAILED|MISSING_LINES|MISSING_SECRET|SECRET_DENIED|ALERT_NOT_SENT|UNSTORABLE_ROW|REJECTED_ROW|', CONCAT('|', known.code, '|')) > 0
    THEN known.failure_id END) AS critical_failures
FROM (
  SELECT
    pipeline, game_date, MAX(event_time) AS last_completed,
    MAX(CASE WHEN event = 'COMPLETED' AND nth = 1 THEN rows_written END) AS rows_written
  FROM (
    SELECT
      pipeline, game_date, event, event_time, rows_written,
      ROW_NUMBER() OVER (PARTITION BY pipeline, game_date, event ORDER BY event_time DESC) AS nth
    FROM nba_orchestration.pipeline_runs
    WHERE game_date BETWEEN DATE '2031-01-10' AND DATE '2031-01-10'
  ) AS ranked
  WHERE event IN ('COMPLETED', 'SKIPPED')
  GROUP BY pipeline, game_date
) AS runs
LEFT JOIN (
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
ON known.pipeline = runs.pipeline AND known.game_date = runs.game_date
GROUP BY runs.pipeline, runs.game_date
