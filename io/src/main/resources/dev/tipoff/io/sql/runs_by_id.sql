SELECT *
FROM {nba_orchestration.pipeline_runs}
WHERE run_id IN ({expected}, {measured})
