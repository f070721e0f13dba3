-- Alerts by day, severity and code, and how many no channel took.
-- Once the days are yours: duckdb -readonly tipoff.duckdb < alert_volume.sql
--                      or: bq query --use_legacy_sql=false < alert_volume.sql
SELECT
  told.day, told.severity, told.code, told.pipeline, COUNT(*) AS alerts, SUM(told.failures) AS failures,
  COUNT(unsent.alert_id) AS not_sent
FROM (
  SELECT alert_id, CAST(first_seen AS DATE) AS day, severity, code, pipeline, failures
  FROM nba_orchestration.alerts
  WHERE first_seen >= TIMESTAMP '2031-01-10 05:00:00.000' AND first_seen < TIMESTAMP '2031-01-11 05:00:00.000'
) AS told
LEFT JOIN (
  SELECT DISTINCT lost.alert_id
  FROM nba_orchestration.alert_deliveries AS lost
  WHERE lost.state = 'NOT_SENT' AND NOT EXISTS (
    SELECT 1
    FROM nba_orchestration.alert_deliveries AS sent
    WHERE sent.alert_id = lost.alert_id AND sent.channel = lost.channel AND sent.state IN ('SENT', 'TOLD'))
) AS unsent
ON unsent.alert_id = told.alert_id
GROUP BY told.day, told.severity, told.code, told.pipeline
