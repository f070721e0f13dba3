-- Columns of the slates beside the thirty slates before.
-- Once the days are yours: duckdb -readonly tipoff.duckdb < column_drift.sql
--                      or: bq query --use_legacy_sql=false < column_drift.sql
SELECT game_date, table_name, column_name, row_count, slates_before, means_before,
  mean, mean_before, ROUND((mean - mean_before) / NULLIF(sd_before, 0), 6) AS mean_shift,
  null_share, null_share_before
FROM (
  SELECT game_date, table_name, column_name, row_count, mean, null_share,
    COUNT(*) OVER earlier AS slates_before,
    COUNT(mean) OVER earlier AS means_before,
    AVG(mean) OVER earlier AS mean_before,
    STDDEV_SAMP(mean) OVER earlier AS sd_before,
    AVG(null_share) OVER earlier AS null_share_before
  FROM nba_orchestration.column_profiles
  WHERE game_date BETWEEN DATE '2030-10-01' AND DATE '2031-01-10'
  WINDOW earlier AS (
    PARTITION BY season, table_name, column_name
    ORDER BY game_date
    ROWS BETWEEN 30 PRECEDING AND 1 PRECEDING
  )
) AS profiles
WHERE game_date BETWEEN DATE '2031-01-10' AND DATE '2031-01-10'
