SELECT *
FROM {nba_orchestration.alert_deliveries}
WHERE event_time >= {since}
