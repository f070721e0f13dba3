-- Columns of the slates beside the thirty slates before.
-- bq query --use_legacy_sql=false \
--   '--parameter=first_day:DATE:2031-01-10' \
--   '--parameter=last_day:DATE:2031-01-10' \
--   '--parameter=season:DATE:2030-10-01' < column_drift.sql
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
  WHERE game_date BETWEEN @season AND @last_day
  WINDOW earlier AS (
    PARTITION BY season, table_name, column_name
    ORDER BY game_date
    ROWS BETWEEN 30 PRECEDING AND 1 PRECEDING
  )
) AS profiles
WHERE game_date BETWEEN @first_day AND @last_day
