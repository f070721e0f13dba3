SELECT *
FROM {nba_orchestration.pipeline_runs}
WHERE to_slate >= {from} AND from_slate <= {to}
