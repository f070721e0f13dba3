SELECT *
FROM {nba_orchestration.failure_events}
WHERE run_id = {run}
