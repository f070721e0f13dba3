SELECT *
FROM {nba_orchestration.alerts}
WHERE last_seen >= {since}
