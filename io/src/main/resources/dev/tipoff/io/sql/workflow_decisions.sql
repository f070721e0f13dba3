SELECT *
FROM {nba_orchestration.workflow_decisions}
WHERE game_date BETWEEN {from} AND {to}
