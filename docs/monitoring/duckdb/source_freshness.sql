-- How recent every source is that was asked in the season.
-- duckdb -readonly tipoff.duckdb < source_freshness.sql, once the values are yours.
SET VARIABLE first_day = DATE '2031-01-10';
SET VARIABLE last_day = DATE '2031-01-10';
SET VARIABLE season = DATE '2030-10-01';
SELECT
  source, COUNT(*) AS runs, MAX(as_of) AS last_run,
  MAX(CASE WHEN complete THEN as_of END) AS last_success,
  SUM(CASE WHEN game_date BETWEEN getvariable('first_day') AND getvariable('last_day') THEN credits ELSE 0 END) AS credits,
  SUM(CASE WHEN game_date BETWEEN getvariable('first_day') AND getvariable('last_day') THEN requests ELSE 0 END) AS requests
FROM nba_orchestration.scraper_runs
WHERE game_date BETWEEN getvariable('season') AND getvariable('last_day')
GROUP BY source
