SELECT
  source, COUNT(*) AS runs, MAX(as_of) AS last_run,
  MAX(CASE WHEN complete THEN as_of END) AS last_success,
  SUM(CASE WHEN game_date BETWEEN {from} AND {to} THEN credits ELSE 0 END) AS credits,
  SUM(CASE WHEN game_date BETWEEN {from} AND {to} THEN requests ELSE 0 END) AS requests
FROM {nba_orchestration.scraper_runs}
WHERE game_date BETWEEN {season} AND {to}
GROUP BY source
