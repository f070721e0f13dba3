-- How recent every source is that was asked in the season.
-- Once the days are yours: duckdb -readonly tipoff.duckdb < source_freshness.sql
--                      or: bq query --use_legacy_sql=false < source_freshness.sql
SELECT
  source, COUNT(*) AS runs, MAX(as_of) AS last_run,
  MAX(CASE WHEN complete THEN as_of END) AS last_success,
  SUM(CASE WHEN game_date BETWEEN DATE '2031-01-10' AND DATE '2031-01-10' THEN credits ELSE 0 END) AS credits,
  SUM(CASE WHEN game_date BETWEEN DATE '2031-01-10' AND DATE '2031-01-10' THEN requests ELSE 0 END) AS requests
FROM nba_orchestration.scraper_runs
WHERE game_date BETWEEN DATE '2030-10-01' AND DATE '2031-01-10'
GROUP BY source
