SELECT
  failures.failure_id,
  failures.pipeline,
  failures.step,
  failures.code,
  failures.game_date,
  failures.failure_key,
  failures.message,
  COUNT(CASE WHEN events.event = 'MET' THEN 1 END) AS met_again,
  MAX(CASE WHEN events.event = 'RESOLVED' THEN 1 ELSE 0 END) = 1
    AND MAX(events.run_started)
      > COALESCE(
        MAX(CASE WHEN events.event = 'MET' THEN events.run_started END),
        TIMESTAMP '1970-01-01 00:00:00') AS resolved
FROM {nba_orchestration.failures} AS failures
LEFT JOIN {nba_orchestration.failure_events} AS events
  ON events.failure_id = failures.failure_id
WHERE failures.pipeline IS NOT NULL
  AND ({pipeline} = '' OR failures.pipeline = {pipeline})
  AND failures.game_date BETWEEN {from} AND {to}
GROUP BY
  failures.failure_id,
  failures.pipeline,
  failures.step,
  failures.code,
  failures.game_date,
  failures.failure_key,
  failures.message
