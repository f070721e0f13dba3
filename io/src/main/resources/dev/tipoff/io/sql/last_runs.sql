SELECT *
FROM {nba_orchestration.pipeline_runs} AS r
WHERE started_at = (
    SELECT MAX(l.started_at)
    FROM {nba_orchestration.pipeline_runs} AS l
    WHERE l.pipeline = r.pipeline)
