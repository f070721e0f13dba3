SELECT provider, as_of, MIN(remaining) AS remaining
FROM {nba_orchestration.quota_ledger} AS q
WHERE budget_date BETWEEN {from} AND {to}
  AND remaining IS NOT NULL
  AND as_of = (
    SELECT MAX(l.as_of)
    FROM {nba_orchestration.quota_ledger} AS l
    WHERE l.budget_date BETWEEN {from} AND {to}
      AND l.remaining IS NOT NULL
      AND l.provider = q.provider)
GROUP BY provider, as_of
