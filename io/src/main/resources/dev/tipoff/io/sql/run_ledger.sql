SELECT *
FROM {nba_orchestration.pipeline_runs}
WHERE game_date BETWEEN {from} AND {to} OR game_date IS NULL
