SELECT 'LAST_RUN' AS branch, c.pipeline AS source, c.game_date, 0 AS row_count, 0 AS row_hashes, c.inputs AS recorded, CAST(NULL AS TIMESTAMP) AS as_of
FROM {nba_orchestration.pipeline_runs} AS c
WHERE c.pipeline = {phase}
  AND c.event = 'COMPLETED'
  AND c.game_date BETWEEN {from} AND {to}
  AND NOT EXISTS (
    SELECT 1
    FROM {nba_orchestration.pipeline_runs} AS later
    WHERE later.pipeline = c.pipeline
      AND later.event = 'STARTED'
      AND later.started_at > c.started_at
      AND later.game_date = c.game_date
  )
UNION ALL
SELECT 'EXPECTED', c.pipeline, c.game_date, 0, 0, c.table_rows, CAST(NULL AS TIMESTAMP)
FROM {nba_orchestration.pipeline_runs} AS c
WHERE c.pipeline <> {phase}
  AND c.event = 'COMPLETED'
  AND c.game_date BETWEEN {from} AND {to}
  AND NOT EXISTS (
    SELECT 1
    FROM {nba_orchestration.pipeline_runs} AS later
    WHERE later.pipeline = c.pipeline
      AND later.event = 'COMPLETED'
      AND later.started_at > c.started_at
      AND later.game_date = c.game_date
  )
