SELECT
  runs.pipeline, runs.game_date, MAX(runs.last_completed) AS last_completed,
  MAX(runs.rows_written) AS rows_written,
  COUNT(DISTINCT CASE WHEN NOT known.resolved THEN known.failure_id END) AS open_failures,
  COUNT(DISTINCT CASE WHEN NOT known.resolved AND STRPOS({critical}, CONCAT('|', known.code, '|')) > 0
    THEN known.failure_id END) AS critical_failures
FROM (
  SELECT
    pipeline, game_date, MAX(event_time) AS last_completed,
    MAX(CASE WHEN event = 'COMPLETED' AND nth = 1 THEN rows_written END) AS rows_written
  FROM (
    SELECT
      pipeline, game_date, event, event_time, rows_written,
      ROW_NUMBER() OVER (PARTITION BY pipeline, game_date, event ORDER BY event_time DESC) AS nth
    FROM {nba_orchestration.pipeline_runs}
    WHERE game_date BETWEEN {from} AND {to}
  ) AS ranked
  WHERE event IN ('COMPLETED', 'SKIPPED')
  GROUP BY pipeline, game_date
) AS runs
LEFT JOIN (
{include failure_states}
) AS known
ON known.pipeline = runs.pipeline AND known.game_date = runs.game_date
GROUP BY runs.pipeline, runs.game_date
