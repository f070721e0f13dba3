-- How recent every source is that was asked in the season.
-- bq query --use_legacy_sql=false \
--   '--parameter=first_day:DATE:2031-01-10' \
--   '--parameter=last_day:DATE:2031-01-10' \
--   '--parameter=season:DATE:2030-10-01' < source_freshness.sql
SELECT
  source, COUNT(*) AS runs, MAX(as_of) AS last_run,
  MAX(CASE WHEN complete THEN as_of END) AS last_success,
  SUM(CASE WHEN game_date BETWEEN @first_day AND @last_day THEN credits ELSE 0 END) AS credits,
  SUM(CASE WHEN game_date BETWEEN @first_day AND @last_day THEN requests ELSE 0 END) AS requests
FROM nba_orchestration.scraper_runs
WHERE game_date BETWEEN @season AND @last_day
GROUP BY source
