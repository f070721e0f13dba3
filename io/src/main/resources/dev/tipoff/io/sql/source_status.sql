SELECT
  source,
  COUNT(*) AS runs,
  MAX(as_of) AS last_run,
  MAX(CASE WHEN complete THEN as_of END) AS last_success
FROM {nba_orchestration.scraper_runs}
GROUP BY source
