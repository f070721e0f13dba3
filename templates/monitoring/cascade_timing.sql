-- The phases of a slate: when each ran, how long, what it read and wrote, why it ran or did not.
-- bq query --use_legacy_sql=false --parameter=date:DATE:2025-01-10 < cascade_timing.sql
SELECT
  s.pipeline,
  s.run_id,
  s.started_at,
  e.event,
  TIMESTAMP_DIFF(e.event_time, s.started_at, MILLISECOND) / 1000 AS seconds,
  m.rows_read,
  e.rows_written,
  m.data_reads,
  e.table_rows,
  CONCAT(s.reason, ' ', COALESCE(e.reason, '')) AS reason
FROM nba_orchestration.pipeline_runs AS s
LEFT JOIN nba_orchestration.pipeline_runs AS e
  ON e.run_id = s.run_id AND e.event IN ('COMPLETED', 'NOT_READY', 'FAILED')
LEFT JOIN nba_orchestration.pipeline_runs AS m
  ON m.run_id = s.run_id AND m.event = 'MEASURED'
WHERE s.event IN ('STARTED', 'SKIPPED')
  AND @date BETWEEN s.from_slate AND s.to_slate
ORDER BY s.started_at, s.pipeline
