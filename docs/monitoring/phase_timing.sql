-- The cascade: when each run of the slates started and ended, and why.
-- Once the days are yours: duckdb -readonly tipoff.duckdb < phase_timing.sql
--                      or: bq query --use_legacy_sql=false < phase_timing.sql
SELECT
  run_id, MAX(pipeline) AS pipeline, MAX(started_at) AS started_at,
  MAX(CASE WHEN event NOT IN ('STARTED', 'MEASURED') THEN event_time END) AS ended_at,
  MAX(CASE WHEN event NOT IN ('STARTED', 'MEASURED') THEN seconds END) AS seconds,
  CASE
    WHEN COUNT(CASE WHEN event = 'FAILED' THEN 1 END) > 0 THEN 'FAILED'
    WHEN COUNT(CASE WHEN event = 'COMPLETED' THEN 1 END) > 0 THEN 'COMPLETED'
    WHEN COUNT(CASE WHEN event = 'NOT_READY' THEN 1 END) > 0 THEN 'NOT_READY'
    WHEN COUNT(CASE WHEN event = 'SKIPPED' THEN 1 END) > 0 THEN 'SKIPPED'
    ELSE 'STARTED'
  END AS state,
  MAX(reason) AS reason,
  SUM(CASE WHEN event IN ('COMPLETED', 'NOT_READY') THEN rows_written END) AS rows_written,
  MAX(CASE WHEN event = 'MEASURED' THEN data_reads END) AS data_reads,
  MAX(code_version) AS code_version
FROM nba_orchestration.pipeline_runs
WHERE run_id IN (
  SELECT run_id
  FROM nba_orchestration.pipeline_runs
  WHERE game_date BETWEEN DATE '2031-01-10' AND DATE '2031-01-10')
GROUP BY run_id
