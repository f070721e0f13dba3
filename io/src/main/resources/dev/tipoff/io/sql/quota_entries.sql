SELECT *
FROM {nba_orchestration.quota_ledger}
WHERE budget_date BETWEEN {from} AND {to}
