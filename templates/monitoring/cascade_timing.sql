-- The phases of a slate: when each ran, how long, what it read and wrote, why it ran or did not.
-- bq query --use_legacy_sql=false --parameter=date:DATE:2025-01-10 < cascade_timing.sql
SELECT
  pipeline,
  run_id,
  started_at,
  MAX(CASE WHEN event IN ('COMPLETED', 'NOT_READY', 'SKIPPED', 'FAILED') THEN event END) AS ended,
  MAX(CASE WHEN event IN ('COMPLETED', 'NOT_READY', 'SKIPPED', 'FAILED') THEN seconds END) AS seconds,
  SUM(rows_read) AS rows_read,
  SUM(CASE WHEN event = 'COMPLETED' THEN rows_written END) AS rows_written,
  SUM(data_reads) AS data_reads,
  MAX(CASE WHEN event = 'STARTED' THEN reason END) AS why,
  MAX(CASE WHEN event IN ('NOT_READY', 'SKIPPED', 'FAILED') THEN reason END) AS ended_because
FROM nba_orchestration.pipeline_runs
WHERE game_date = @date
GROUP BY pipeline, run_id, started_at
ORDER BY started_at, pipeline, run_id
